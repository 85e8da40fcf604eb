import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { knownProperties } from './backend-facts.ts';
import type { Component } from './parse-project.ts';
import type { Project } from './project-folder.ts';
import { addressesIn, importsIn, profileVariablesIn, propertiesIn } from './read-bundle.ts';

/** A component that is made of code: a card, the home page, the settings page. */
export interface Extension {
  readonly entrypoint: string;
  /** Cards only. */
  readonly objectTypes?: readonly string[];
}

export const extensionOf = ({ config }: Component): Extension => config as unknown as Extension;

const EVERYWHERE = ['react', 'react/jsx-runtime', '@hubspot/ui-extensions'];

/** What the code of each kind may import. CRM data needs a record. @source HubSpot docs: UI extensions SDK */
const IMPORTS: Readonly<Record<string, readonly string[]>> = {
  CARD: [...EVERYWHERE, '@hubspot/ui-extensions/crm'],
  PAGE: [...EVERYWHERE, '@hubspot/ui-extensions/pages/home'],
  SETTINGS: EVERYWHERE,
};

export const isExtension = ({ type }: Component): boolean => type in IMPORTS;

const RECORD_TYPES = { contacts: 'contact', companies: 'company', deals: 'deal' } as const;

interface Surroundings {
  /** Origins the app may call. */
  readonly permitted: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly all: readonly Component[];
}

/** What is wrong with the code of a component. */
export async function extensionProblems(
  project: Project,
  component: Component,
  { permitted, variables, all }: Surroundings,
): Promise<string[]> {
  const { entrypoint, objectTypes = [] } = extensionOf(component);
  const path = `hubspot-project${entrypoint}`;
  if (!existsSync(project.at(path))) return [`the entrypoint ${entrypoint} does not exist`];
  const code = await project.read(path);
  const used = profileVariablesIn(code);
  const origins = [
    ...used.map((name) => variables[name]),
    ...addressesIn(code).map((address) => new URL(address).origin),
  ];
  const namesakes = all.filter(isExtension).map(extensionOf).filter(isNamesakeOf(entrypoint));
  return [
    ...namesakes.map((other) => `${entrypoint} has the name of ${other.entrypoint}: HubSpot's dev server keeps one`),
    ...importsIn(code)
      .filter((name) => !IMPORTS[component.type]?.includes(name))
      .map((name) => `${entrypoint} imports ${name}, which it may not`),
    ...used.filter((name) => variables[name] === undefined).map((name) => `the profile does not set ${name}`),
    ...origins
      .filter((origin) => origin !== undefined && !permitted.includes(origin))
      .map((origin) => `${entrypoint} calls ${origin}, which permittedUrls.fetch does not name`),
    ...(component.type === 'CARD' ? unknownProperties(entrypoint, code, objectTypes) : []),
  ];
}

const isNamesakeOf = (entrypoint: string) => (other: Extension) =>
  other.entrypoint !== entrypoint && basename(other.entrypoint) === basename(entrypoint);

function unknownProperties(entrypoint: string, code: string, objectTypes: readonly string[]): string[] {
  const types = Object.entries(RECORD_TYPES).filter(([name]) => objectTypes.includes(name));
  const known = new Set(types.flatMap(([, type]) => [...knownProperties(type)]));
  return propertiesIn(code)
    .filter((name) => !known.has(name))
    .map((name) => `${entrypoint} waits for the property ${name}, which nobody writes or follows`);
}
