import { itemText, keyOf, stepText, type Trail } from '../words/places.ts';
import { signedText } from '../words/rules.ts';
import { sentenceOf } from '../words/sentences.ts';
import type { Names } from '../words/facts.ts';
import { isPredicate } from './predicate-rows.ts';

/** One difference between two documents, in words. */
export interface Change {
  readonly trail: Trail;
  readonly what: string;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * What changes from one document to the other. Members of a list are told apart by their id, so that one that was put first is one
 * change and not many.
 */
export function changesBetween(from: unknown, to: unknown, names: Names, trail: Trail = []): Change[] {
  if (isEqual(from, to)) return [];
  if (isPredicate(from) && isPredicate(to))
    return [{ trail, what: `${sentenceOf(from, names)} → ${sentenceOf(to, names)}` }];
  if (isKeyed(from) && isKeyed(to)) return changesOfItems(from, to, names, trail);
  if (isFields(from) && isFields(to)) {
    const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((key) => key !== 'version');
    return keys.flatMap((key) => changesBetween(from[key], to[key], names, stepped(trail, from, key)));
  }
  return [{ trail, what: `${shown(from, names)} → ${shown(to, names)}` }];
}

function changesOfItems(from: readonly object[], to: readonly object[], names: Names, trail: Trail): Change[] {
  const find = (list: readonly object[], key: string | undefined) => list.find((each) => keyOf(each) === key);
  const removed = from.filter((item) => !find(to, keyOf(item)));
  const added = to.filter((item) => !find(from, keyOf(item)));
  const order = (list: readonly object[], other: readonly object[]) =>
    list.map(keyOf).filter((key) => find(other, key) !== undefined);
  return [
    ...added.map((item) => ({ trail, what: `Added: ${shown(item, names)}` })),
    ...removed.map((item) => ({ trail, what: `Removed: ${shown(item, names)}` })),
    ...to.flatMap((item) => {
      const before = find(from, keyOf(item));
      return before ? changesBetween(before, item, names, [...trail, itemText(before)]) : [];
    }),
    ...(isEqual(order(from, to), order(to, from)) ? [] : [{ trail, what: 'In another order' }]),
  ];
}

function stepped(trail: Trail, parent: Fields, key: string): Trail {
  const word = stepText(parent, key);
  return word === '' ? trail : [...trail, word];
}

/** A value as it stands in a sentence. */
function shown(value: unknown, names: Names): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (isPredicate(value)) return sentenceOf(value, names);
  if (Array.isArray(value)) return value.map((each) => shown(each, names)).join(', ') || 'nothing';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (!isFields(value)) return '…';
  const label = itemText(value);
  const points = typeof value['points'] === 'number' ? `${signedText(value['points'])} points` : '';
  const rest =
    points === '' && label === ''
      ? Object.values(value)
          .map((each) => shown(each, names))
          .join(', ')
      : '';
  return [label, points, rest].filter((part) => part !== '').join(', ');
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list whose members can be told apart. */
const isKeyed = (value: unknown): value is readonly object[] =>
  Array.isArray(value) && !value.some((item) => keyOf(item) === undefined);

/** By content; the order of keys is of no account, as databases keep none. */
export function isEqual(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  if (!isFields(a) || !isFields(b)) return Object.is(a, b);
  const keys = (of: Fields) => Object.keys(of).filter((key) => of[key] !== undefined);
  return keys(a).length === keys(b).length && keys(a).every((key) => isEqual(a[key], b[key]));
}
