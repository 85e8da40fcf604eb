/** What `JSON.stringify` writes for NUL and for half of a surrogate pair. */
const UNSTORABLE = /\\u0000|\\ud[89a-f]/;

/**
 * Values from outside as JSON that PostgreSQL takes. It refuses NUL and halves of surrogate pairs, as in text cut within an emoji; they
 * become U+FFFD, because one record's odd value must not stop all the others.
 */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  return UNSTORABLE.test(text) ? JSON.stringify(value, storable) : text;
}

const storable = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\ufffd') : value;
