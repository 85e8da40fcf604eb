import type { z } from 'zod';
import { currentValue } from '../../sandbox/computed-values.ts';
import type { Portal } from '../../sandbox/portal.ts';
import type { CrmRecord } from '../../sandbox/record-table.ts';
import { formatProperties } from './format-properties.ts';
import type { hookOptions, Properties } from './shapes.ts';

/** Values of a record by property, null when empty; names that are no property are left out. */
export function readProperties(
  portal: Portal,
  record: CrmRecord,
  names: '*' | readonly string[],
  options: z.output<typeof hookOptions>,
): Properties {
  const { typeId } = record;
  const wanted = names === '*' ? portal.properties.list(typeId).map(({ name }) => name) : names;
  const known = wanted.filter((name) => portal.properties.find(typeId, name) !== undefined);
  const raw = Object.fromEntries(known.map((name) => [name, currentValue(portal, record, name)]));
  const wish = { typeId, names: options.propertiesToFormat, options: options.formattingOptions };
  return formatProperties(portal, raw, wish);
}
