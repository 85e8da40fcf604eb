import pg from 'pg';

const INT8 = 20;

/** `bigint` as a number while nothing is lost (instants in milliseconds always fit), else as decimal text. */
export function parseInt8(text: string): number | string {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : text;
}

/** How columns become values, for one pool; the driver's own settings, which other users of it share, stay as they are. */
export function columnTypes(): pg.CustomTypesConfig {
  const types = new pg.TypeOverrides();
  types.setTypeParser(INT8, parseInt8);
  return types;
}
