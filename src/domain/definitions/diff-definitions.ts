/** One place at which two definition sets differ: its path, and what each has there; undefined where it has nothing. */
export interface Difference {
  readonly path: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** Where two plain JSON documents differ, at the deepest places that can be named. Members of a list are told by their position. */
export function diffDefinitions(from: unknown, to: unknown, path = ''): Difference[] {
  if (isBranch(from) && isBranch(to) && Array.isArray(from) === Array.isArray(to)) {
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return names.flatMap((name) => diffDefinitions(from[name], to[name], path === '' ? name : `${path}.${name}`));
  }
  return Object.is(from, to) ? [] : [{ path, from, to }];
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
