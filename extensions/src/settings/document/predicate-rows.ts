import type { Predicate, Test } from './types.ts';

/** One line of a condition as the form shows it. */
export type Row =
  | { readonly kind: 'test'; readonly test: Test; readonly isForbidden: boolean }
  | { readonly kind: 'group'; readonly rows: Rows }
  /** Nested deeper than the form goes: shown as a sentence, kept as it is. */
  | { readonly kind: 'kept'; readonly rule: Predicate };

export interface Rows {
  /** `one`: a single line without a word to join it. */
  readonly join: 'all' | 'any' | 'one';
  readonly rows: readonly Row[];
}

/** Groups within groups the form shows: more is no list that people can read. */
const LEVELS = 2;

/** A condition as lines of a form; `predicateOf` makes the same condition of them again. */
export function rowsOf(rule: Predicate, levels = LEVELS): Rows {
  if ('all' in rule) return { join: 'all', rows: rule.all.map((part) => rowOf(part, levels)) };
  if ('any' in rule) return { join: 'any', rows: rule.any.map((part) => rowOf(part, levels)) };
  return { join: 'one', rows: [rowOf(rule, levels)] };
}

function rowOf(rule: Predicate, levels: number): Row {
  if ('op' in rule) return { kind: 'test', test: rule, isForbidden: false };
  if ('not' in rule)
    return 'op' in rule.not ? { kind: 'test', test: rule.not, isForbidden: true } : { kind: 'kept', rule };
  return levels > 1 ? { kind: 'group', rows: rowsOf(rule, levels - 1) } : { kind: 'kept', rule };
}

/** @returns undefined when no line is left: a condition asks something */
export function predicateOf({ join, rows }: Rows): Predicate | undefined {
  const parts = rows.flatMap((row) => partOf(row) ?? []);
  const [first] = parts;
  if (first === undefined) return undefined;
  if (join === 'one' && parts.length === 1) return first;
  return join === 'any' ? { any: parts } : { all: parts };
}

function partOf(row: Row): Predicate | undefined {
  if (row.kind === 'kept') return row.rule;
  if (row.kind === 'group') return predicateOf(row.rows);
  return row.isForbidden ? { not: row.test } : row.test;
}

/** The facts a condition asks about, each once. */
export function factsOf(rule: Predicate): string[] {
  if ('all' in rule) return [...new Set(rule.all.flatMap(factsOf))];
  if ('any' in rule) return [...new Set(rule.any.flatMap(factsOf))];
  return 'not' in rule ? factsOf(rule.not) : [rule.fact];
}

const TEXTS: Readonly<Record<string, string>> = { in: 'values', not_in: 'values', has_word: 'words' };

/** Whether something from an unfinished draft can be read as a condition. */
export function isPredicate(value: unknown): value is Predicate {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  if ('not' in fields) return isPredicate(fields['not']);
  const parts = fields['all'] ?? fields['any'];
  if (parts !== undefined) return Array.isArray(parts) && parts.every(isPredicate);
  const texts = fields[TEXTS[String(fields['op'])] ?? ''] ?? [];
  return typeof fields['fact'] === 'string' && typeof fields['op'] === 'string' && Array.isArray(texts);
}
