import { joinKey } from './keep-one.ts';
import type { LoadLedger } from './load-ledger.ts';
import { isoInstant } from './parse-instant.ts';
import type { HistoryEntry } from './portal-folder.ts';
import { sameValue } from './property-value.ts';
import type { ReadEntry } from './read-history.ts';
import type { ReadRecord } from './read-records.ts';
import type { Table } from './read-table.ts';
import type { ValueRules } from './value-rules.ts';

/**
 * Checks the records against their history: entries older than their record, and current values that the newest entry does not have, are
 * listed and kept. A property that is no column of the record file gets the value of its newest entry.
 *
 * @param entries by time
 */
export function compareWithHistory(
  find: (type: string, id: string) => ReadRecord | undefined,
  history: Table,
  entries: readonly ReadEntry[],
  rules: ValueRules,
  ledger: LoadLedger,
): void {
  for (const { row, entry } of entries) {
    const created = find(entry.type, entry.id)?.record.createdAt ?? entry.at;
    if (entry.at >= created) continue;
    ledger.remark(history, row, 'timestamp', `older than its record, which was created ${isoInstant(created)}`, entry);
  }
  for (const newest of newestEntries(entries)) {
    const { type, id, property } = newest[0].entry;
    const read = find(type, id);
    if (read === undefined || property === 'createdate' || read.leftOut.has(property)) continue;
    if (read.table.columns.includes(property)) reportDisagreement(read, newest, rules, ledger);
    else takeFromHistory(read, history, newest, rules, ledger);
  }
}

type Newest = [ReadEntry, ...ReadEntry[]];

/** For each property of each record the entries of its newest instant, usually one. */
function newestEntries(entries: readonly ReadEntry[]): Iterable<Newest> {
  const newest = new Map<string, Newest>();
  for (const read of entries) {
    const key = joinKey(read.entry.type, read.entry.id, read.entry.property);
    const seen = newest.get(key);
    if (seen === undefined || seen[0].entry.at < read.entry.at) newest.set(key, [read]);
    else seen.push(read);
  }
  return newest.values();
}

function reportDisagreement(
  { record, table, row }: ReadRecord,
  newest: Newest,
  rules: ValueRules,
  ledger: LoadLedger,
): void {
  const { type, id, property, at } = newest[0].entry;
  const current = record.properties[property] ?? '';
  const definition = rules.property(type, property);
  if (newest.some(({ entry }) => sameValue(definition, entry.value, current))) return;
  const said = newest.map(({ entry }) => inWords(entry.value)).join(' and ');
  const reason = `the record says ${inWords(current)}, but its newest history entry (${isoInstant(at)}) says ${said}`;
  ledger.remark(table, row, property, reason, { type, id, property, at });
}

function inWords(value: string): string {
  return value === '' ? 'nothing' : value;
}

function takeFromHistory(
  { record }: ReadRecord,
  history: Table,
  newest: Newest,
  rules: ValueRules,
  ledger: LoadLedger,
): void {
  const { entry, row } = newest.at(-1) ?? newest[0];
  if (entry.value === '') return;
  const checked = rules.current(entry.type, entry.property, entry.value, pipelineOf(record.properties));
  if (checked.value !== undefined) record.properties[entry.property] = checked.value;
  else ledger.remark(history, row, 'value', `${checked.reason}; the value is not taken`, entry satisfies HistoryEntry);
}

function pipelineOf(properties: Readonly<Record<string, string>>): string {
  return properties['pipeline'] ?? '';
}
