import { describe, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import { definitionSetSchema, InvalidDefinitionsError, parseDefinitionSet } from './definition-set.ts';
import { problemPlaces } from './problem-places.ts';

type Path = readonly (string | number)[];
interface Place {
  readonly path: Path;
  readonly value: unknown;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything in the shipped set, from the whole down to each word and number; of a list its first and its last. */
function placesIn(value: unknown, path: Path = []): Place[] {
  if (Array.isArray(value)) {
    const ends = new Set([0, value.length - 1].filter((place) => place in value));
    return [{ path, value }, ...[...ends].flatMap((place) => placesIn(value[place], [...path, place]))];
  }
  const members = isObject(value) ? Object.entries(value) : [];
  return [{ path, value }, ...members.flatMap(([name, each]) => placesIn(each, [...path, name]))];
}
const PLACES = placesIn(SHIPPED_DEFINITIONS);

/** The shipped set with something else at one place. */
function changed(path: Path, change: (value: unknown) => unknown, document: unknown = SHIPPED_DEFINITIONS): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return change(document);
  const copy: Record<string, unknown> = Object.assign(Array.isArray(document) ? [] : {}, document);
  copy[first] = changed(rest, change, copy[first]);
  return copy;
}

const namedPlaces = (document: unknown): string[] =>
  problemPlaces(definitionSetSchema.safeParse(document).error?.issues ?? []).map(({ path }) => path.join('.'));

it('the shipped set comes back as it is from a file', () => {
  expect(parseDefinitionSet(JSON.parse(JSON.stringify(SHIPPED_DEFINITIONS)), 'A file')).toEqual(SHIPPED_DEFINITIONS);
});

describe('a set with one mistake names the place', () => {
  it('when any word, number or switch is something else', () => {
    const leaves = PLACES.filter(({ value }) => typeof value !== 'object');
    expect(leaves.length).toBeGreaterThan(200);
    const unnamed = leaves.filter(
      ({ path }) => !namedPlaces(changed(path, () => ({ broken: true }))).includes(path.join('.')),
    );
    expect(unnamed.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it('when any section or list is a word', () => {
    const branches = PLACES.filter(({ value, path }) => typeof value === 'object' && path.length > 0);
    const unnamed = branches.filter(({ path }) => !namedPlaces(changed(path, () => 'broken')).includes(path.join('.')));
    expect(unnamed.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it('when anything has a member nobody knows', () => {
    const objects = PLACES.filter(({ value }) => isObject(value));
    const accepted = objects.filter(
      ({ path }) => namedPlaces(changed(path, (value) => ({ ...(value as object), misspelt: 1 }))).length === 0,
    );
    expect(accepted.map(({ path }) => path.join('.'))).toEqual([]);
  });

  it('when anything that must be there is not', () => {
    const members = PLACES.filter(({ path }) => typeof path.at(-1) === 'string');
    const wrong = members.filter(({ path }) => {
      const without = changed(path.slice(0, -1), (value) => {
        const { [path.at(-1) as string]: _gone, ...rest } = value as Record<string, unknown>;
        return rest;
      });
      const named = namedPlaces(without);
      return named.length > 0 && !named.some((place) => place.startsWith(path.slice(0, -1).join('.')));
    });
    expect(wrong.map(({ path }) => path.join('.'))).toEqual([]);
  });
});

it('says all at once what is wrong with a document, and that it is the document', () => {
  const broken = { ...SHIPPED_DEFINITIONS, preset: 'NONE', extra: 1, touchTypes: [{ id: 'A b', label: '' }] };
  expect(() => parseDefinitionSet(broken, 'mine.json')).toThrow(InvalidDefinitionsError);
  expect(() => parseDefinitionSet(broken, 'mine.json')).toThrow(
    /^mine\.json is no valid definition set\. preset: .+; touchTypes\.0\.id: a code is .+; touchTypes\.0\.label: .+; touchTypes\.0\.channel: .+; touchTypes\.0\.isResponse: .+; document: Unrecognized key: "extra"\.$/,
  );
});

it.each([undefined, null, 7, 'definitions', [], [[]]])('refuses %j as a whole', (document) => {
  expect(() => parseDefinitionSet(document, 'It')).toThrow(/^It is no valid definition set\. document: /);
});
