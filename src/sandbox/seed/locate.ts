import { joinKey } from './keep-one.ts';
import { recordFile, type Place, type PlaceKey } from './portal-folder.ts';
import { HISTORY, type ReadEntry } from './read-history.ts';
import type { ReadRecord } from './read-records.ts';

/**
 * Where a value stands: at its history entry, else at the record's own cell, else (no such cell) at the record's id.
 *
 * @returns a function that gives `undefined` for a record that is not in the folder
 */
export function locator(
  find: (type: string, id: string) => ReadRecord | undefined,
  entries: readonly ReadEntry[],
): (key: PlaceKey) => Place | undefined {
  const lines = new Map<string, number>();
  for (const { entry, row } of entries) {
    const key = joinKey(entry.type, entry.id, entry.property, entry.at);
    if (!lines.has(key)) lines.set(key, row.line);
  }
  return ({ type, id, property, at }) => {
    const line = lines.get(joinKey(type, id, property, at));
    if (line !== undefined) return { file: HISTORY.file, line, column: 'timestamp' };
    const read = find(type, id);
    if (read === undefined) return undefined;
    const column = read.table.cell(read.row, property) === '' ? 'id' : property;
    return { file: recordFile(type), line: read.row.line, column };
  };
}
