/** A place of a document that is not taken at all, and why. */
export interface Strange {
  readonly path: string;
  readonly message: string;
}

/** Names through which a document could reach what every object shares. */
const SHARED = ['__proto__', 'constructor', 'prototype'];
const DEPTH = 40;

/**
 * The first thing in a JSON document from outside that is refused whatever it may mean: names that objects share, texts that no database
 * stores, nesting without end. Everything else may be kept as it is.
 */
export function strangeIn(value: unknown, path = '', depth = 0): Strange | undefined {
  if (typeof value === 'string' && !isStorable(value))
    return { path, message: 'has a character that cannot be stored: write it again' };
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === DEPTH) return { path, message: `is nested more than ${DEPTH} deep` };
  for (const [name, inner] of Object.entries(value)) {
    const here = path === '' ? name : `${path}.${name}`;
    if (SHARED.includes(name)) return { path: here, message: `${name} is no name for anything here` };
    if (!isStorable(name)) return { path: here, message: 'has a character that cannot be stored: write it again' };
    const found = strangeIn(inner, here, depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** PostgreSQL stores neither NUL nor half of a surrogate pair. */
const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');
