import { invalid } from '../../sandbox/errors.ts';
import type { Filter } from './shapes.ts';

/**
 * Whether a value fits one filter. Numbers and dates compare as such, everything else as text without regard to case.
 *
 * @throws ApiError 400 for an operator that HubSpot does not have
 * @source HubSpot docs: Search the CRM, operators
 */
export function matches({ operator, value = '', values, highValue = '' }: Filter, actual: string | null): boolean {
  if (operator === 'HAS_PROPERTY') return actual !== null;
  if (operator === 'NOT_HAS_PROPERTY') return actual === null;
  const test = tests[operator];
  if (test === undefined) throw invalid(`Invalid filter operator ${operator}`);
  return actual !== null && test(actual, value, values, highValue);
}

type Test = (actual: string, value: string, values: readonly string[], highValue: string) => boolean;

const tests: Readonly<Record<string, Test>> = {
  EQ: (actual, value) => compare(actual, value) === 0,
  NEQ: (actual, value) => compare(actual, value) !== 0,
  LT: (actual, value) => compare(actual, value) < 0,
  LTE: (actual, value) => compare(actual, value) <= 0,
  GT: (actual, value) => compare(actual, value) > 0,
  GTE: (actual, value) => compare(actual, value) >= 0,
  BETWEEN: (actual, low, _, high) => compare(actual, low) >= 0 && compare(actual, high) <= 0,
  IN: (actual, _, values) => values.some((value) => compare(actual, value) === 0),
  NOT_IN: (actual, _, values) => values.every((value) => compare(actual, value) !== 0),
  CONTAINS_TOKEN: (actual, value) => hasToken(actual, value),
  NOT_CONTAINS_TOKEN: (actual, value) => !hasToken(actual, value),
};

const hasToken = (actual: string, value: string): boolean =>
  actual.toLowerCase().includes(value.replaceAll('*', '').toLowerCase());

function compare(left: string, right: string): number {
  const [a, b] = [comparable(left), comparable(right)];
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return left.toLowerCase().localeCompare(right.toLowerCase());
}

function comparable(text: string): number | string {
  if (/^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  return /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : text;
}
