import { keepOne } from './keep-one.ts';
import type { LoadLedger } from './load-ledger.ts';
import { isoInstant, parseInstant } from './parse-instant.ts';
import { recordFile, type CrmType, type FolderRecord } from './portal-folder.ts';
import { customNote, internalName, renamedNote } from './property-name.ts';
import type { Row, Table, TableShape } from './read-table.ts';
import type { ValueRules } from './value-rules.ts';

/** A record, where it stands, and which of its cells were left out. */
export interface ReadRecord {
  record: FolderRecord;
  table: Table;
  row: Row;
  leftOut: ReadonlySet<string>;
}

export function recordShape(type: CrmType, ledger: LoadLedger): TableShape {
  const file = recordFile(type);
  const rename = (header: string) => {
    const name = internalName(header);
    if (name !== header) ledger.note(renamedNote(file, header, name));
    return name;
  };
  return { file, required: ['id'], rename };
}

/** @returns the file's properties that HubSpot does not define */
export function customColumns(type: CrmType, table: Table, rules: ValueRules, ledger: LoadLedger): string[] {
  const custom = propertyColumns(table).filter((name) => rules.property(type, name) === undefined);
  for (const name of custom) ledger.note(customNote(table.file, type, name));
  return custom;
}

/**
 * Reads the records of one type. A row without id, without an instant of creation, or with an id that another row has is rejected; a cell
 * that cannot be used is left out and listed.
 *
 * @param earliest the earliest history instant of a record: its creation when the row does not tell one
 */
export function readRecords(
  type: CrmType,
  table: Table,
  rules: ValueRules,
  earliest: (id: string) => number | undefined,
  ledger: LoadLedger,
): ReadRecord[] {
  const dated = table.rows.flatMap((row) => {
    const id = table.cell(row, 'id');
    const createdAt = id === '' ? undefined : creationOf(type, id, table, row, earliest(id), ledger);
    if (id === '') ledger.reject(table, row, 'id', `the ${type} has no id`, { type });
    return createdAt === undefined ? [] : [{ row, id, ...createdAt }];
  });
  const kept = keepOne(
    dated,
    ({ id }) => id,
    ({ row, id }) =>
      ledger.reject(table, row, 'id', `duplicate id ${id}: another row with this id is kept`, { type, id }),
    ({ createdAt }) => createdAt,
  );
  return kept.map(({ row, id, createdAt, remark }) => {
    if (remark) ledger.remark(table, row, 'createdate', remark, { type, id, property: 'createdate', at: createdAt });
    return readCells({ type, id, createdAt, properties: {} }, table, row, rules, ledger);
  });
}

function creationOf(
  type: CrmType,
  id: string,
  table: Table,
  row: Row,
  earliest: number | undefined,
  ledger: LoadLedger,
): { createdAt: number; remark?: string } | undefined {
  const cell = table.cell(row, 'createdate');
  const told = parseInstant(cell);
  if (told !== undefined) return { createdAt: told };
  const fault =
    cell === '' ? 'the record has no createdate' : `"${cell}" is no instant (ISO 8601 with offset, or YYYY-MM-DD)`;
  if (earliest === undefined) {
    ledger.reject(table, row, 'createdate', `${fault}, and no history tells its creation`, {
      type,
      id,
      property: 'createdate',
    });
    return undefined;
  }
  if (cell === '') return { createdAt: earliest };
  return { createdAt: earliest, remark: `${fault}; its earliest history entry, ${isoInstant(earliest)}, is taken` };
}

function readCells(record: FolderRecord, table: Table, row: Row, rules: ValueRules, ledger: LoadLedger): ReadRecord {
  const { type, id, createdAt } = record;
  const leftOut = new Set<string>();
  const pipeline = table.cell(row, 'pipeline');
  for (const name of propertyColumns(table)) {
    const cell = table.cell(row, name);
    if (cell === '') continue;
    const checked = rules.current(type, name, cell, pipeline);
    const fault = checked.value === undefined ? `${checked.reason}; the value is left out` : checked.remark;
    if (fault !== undefined) ledger.remark(table, row, name, fault, { type, id, property: name, at: createdAt });
    if (checked.value === undefined) leftOut.add(name);
    else record.properties[name] = checked.value;
  }
  return { record, table, row, leftOut };
}

function propertyColumns({ columns }: Table): string[] {
  return columns.filter((name) => name !== 'id' && name !== 'createdate');
}
