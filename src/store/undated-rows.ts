import type { PortalId } from '../domain/values/ids.ts';
import type { EventRow } from './event-row.ts';
import type { Queryable } from './queryable.ts';

interface Held {
  object_type: string;
  object_id: string;
  property: string;
  value: string;
  dated: boolean;
}

/**
 * Gives values without a moment one. The first we hear of a property counts from the record's creation; where HubSpot never told a moment
 * of it, as of what it calculates, another value counts from when we heard of it. Values that say nothing new are left out.
 */
export async function withMoments(
  tx: Queryable,
  portalId: PortalId,
  table: 'event' | 'attribute',
  rows: readonly EventRow[],
): Promise<EventRow[]> {
  const undated = rows.filter(isUndatedValue);
  if (undated.length === 0) return [...rows];
  const held = await tx.query<Held>(
    `select object_type, object_id, property, value, dated from ${table}
      where portal_id = $1 and object_type = any($2) and object_id = any($3) and property = any($4)
        ${table === 'event' ? "and kind = 'observed' and event_type = 'changed'" : ''}
      order by occurred_at, known_at`,
    [portalId, all(undated, 'object_type'), all(undated, 'object_id'), all(undated, 'property')],
  );
  const heldOf = Map.groupBy(held.rows, keyOf);
  return rows.flatMap((row) => {
    if (!isUndatedValue(row)) return [row];
    const known = heldOf.get(keyOf(row)) ?? [];
    const last = known.at(-1);
    if (row.value === (last?.value ?? '')) return [];
    return last && known.every((each) => !each.dated) ? [{ ...row, occurred_at: row.known_at }] : [row];
  });
}

const isUndatedValue = (row: EventRow): boolean => row.event_type === 'changed' && !row.dated;

const all = (rows: readonly EventRow[], column: 'object_type' | 'object_id' | 'property'): string[] => [
  ...new Set(rows.map((row) => row[column])),
];

const keyOf = ({ object_type, object_id, property }: Omit<Held, 'value' | 'dated'>): string =>
  `${object_type} ${object_id} ${property}`;
