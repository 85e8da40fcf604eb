import type { Variables } from '../contract.ts';
import { ProjectError } from './project-error.ts';

/**
 * Fills in a profile's variables. A text that is one placeholder takes the variable's own type; within other text it becomes text.
 *
 * @throws ProjectError naming a variable that the profile does not have
 * @source HubSpot project parsing library: profiles
 */
export function substitute(value: unknown, variables: Variables): unknown {
  if (typeof value === 'string') return substituteText(value, variables);
  if (Array.isArray(value)) return value.map((item) => substitute(item, variables));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, substitute(item, variables)]));
}

const placeholder = /\$\{(\w+)\}/g;

function substituteText(text: string, variables: Variables): unknown {
  const whole = /^\$\{(\w+)\}$/.exec(text)?.[1];
  if (whole !== undefined) return lookUp(whole, variables);
  return text.replace(placeholder, (_, name: string) => String(lookUp(name, variables)));
}

function lookUp(name: string, variables: Variables): string | number | boolean {
  const value = variables[name];
  if (value === undefined) throw new ProjectError(`The project uses the variable ${name}, which the profile lacks.`);
  return value;
}
