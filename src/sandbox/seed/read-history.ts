import { joinKey, keepOne } from './keep-one.ts';
import type { LoadLedger } from './load-ledger.ts';
import { byId, byNumber, byText, inOrderOf } from './order.ts';
import { isoInstant, parseTimestamp } from './parse-instant.ts';
import type { CrmType, HistoryEntry } from './portal-folder.ts';
import { internalName, renamedNote } from './property-name.ts';
import { isCrmType } from './read-stages.ts';
import type { Row, Table, TableShape } from './read-table.ts';
import type { ValueRules } from './value-rules.ts';

export const HISTORY: TableShape = {
  file: 'property_history.csv',
  required: ['object_type', 'object_id', 'property', 'value', 'timestamp', 'source_type', 'source_id'],
  optional: [],
};

/** A history entry and where it stands. */
export interface ReadEntry {
  entry: HistoryEntry;
  row: Row;
  remark?: string | undefined;
}

/** Rows that can be understood by themselves; whether their records exist is seen later. */
export function parseHistory(table: Table, rules: ValueRules, ledger: LoadLedger): ReadEntry[] {
  return table.rows.flatMap((row) => {
    const read = entryOf(table, row, rules, ledger);
    if (!('column' in read)) return [{ row, ...read }];
    ledger.reject(table, row, read.column, read.reason, read.about);
    return [];
  });
}

/** @returns the earliest instant in the history of a record */
export function earliestInstants(entries: readonly ReadEntry[]): (type: CrmType, id: string) => number | undefined {
  const earliest = new Map<string, number>();
  for (const { entry } of entries) {
    const key = joinKey(entry.type, entry.id);
    earliest.set(key, Math.min(entry.at, earliest.get(key) ?? entry.at));
  }
  return (type, id) => earliest.get(joinKey(type, id));
}

/** Rejects entries of unknown records and all but one of those that tell the same. @returns the rest by time, record, property, value */
export function acceptHistory(
  table: Table,
  entries: readonly ReadEntry[],
  isRecord: (type: CrmType, id: string) => boolean,
  ledger: LoadLedger,
): ReadEntry[] {
  const ofRecords = entries.filter(({ row, entry }) => {
    const known = isRecord(entry.type, entry.id);
    if (!known) ledger.reject(table, row, 'object_id', `there is no ${entry.type} ${entry.id}`, entry);
    return known;
  });
  const kept = keepOne(
    ofRecords,
    ({ entry }) => joinKey(entry.type, entry.id, entry.property, entry.at, entry.value),
    ({ row, entry }) => ledger.reject(table, row, '', duplicateOf(entry), entry),
  );
  for (const { row, entry, remark } of kept) {
    if (remark !== undefined) ledger.remark(table, row, 'value', remark, entry);
  }
  return kept.sort(inHistoryOrder);
}

const inHistoryOrder = inOrderOf<ReadEntry>(
  byNumber(({ entry }) => entry.at),
  byText(({ entry }) => entry.type),
  byId(({ entry }) => entry.id),
  byText(({ entry }) => entry.property),
  byText(({ entry }) => entry.value),
);

function duplicateOf({ property, value, at }: HistoryEntry): string {
  return `duplicate entry: another row says that ${property} became "${value}" at ${isoInstant(at)}`;
}

type Refusal = { column: string; reason: string; about: Partial<HistoryEntry> };

function entryOf(table: Table, row: Row, rules: ValueRules, ledger: LoadLedger): Omit<ReadEntry, 'row'> | Refusal {
  const cell = (column: string) => table.cell(row, column);
  const [type, id, named, timestamp] = [cell('object_type'), cell('object_id'), cell('property'), cell('timestamp')];
  const property = named === '' ? '' : internalName(named);
  const about = { id, property };
  if (!isCrmType(type))
    return { column: 'object_type', reason: `"${type}" is neither contact, company nor deal`, about };
  const refuse = (column: string, reason: string): Refusal => ({ column, reason, about: { type, ...about } });
  if (id === '') return refuse('object_id', 'the entry names no record');
  if (property === '') return refuse('property', 'the entry names no property');
  const at = parseTimestamp(timestamp);
  if (at === undefined) return refuse('timestamp', `"${timestamp}" is no instant (ISO 8601 with offset)`);
  const checked = cell('value') === '' ? { value: '' } : rules.past(type, property, cell('value'));
  if (checked.value === undefined) return refuse('value', checked.reason);
  if (property !== named) ledger.note(renamedNote(table.file, named, property));
  const source = { sourceType: cell('source_type'), sourceId: cell('source_id') };
  return { entry: { type, id, property, value: checked.value, at, ...source }, remark: checked.remark };
}
