import { keepOne } from './keep-one.ts';
import type { LoadLedger } from './load-ledger.ts';
import { byId } from './order.ts';
import type { FolderOwner } from './portal-folder.ts';
import { checkValue } from './property-value.ts';
import type { Row, Table, TableShape } from './read-table.ts';

export const OWNERS: TableShape = {
  file: 'owners.csv',
  required: ['id', 'email', 'firstName', 'lastName', 'role', 'team'],
  optional: ['timezone', 'capacity', 'archived'],
};

/** A time zone, capacity or archive mark that cannot be read is left out and listed; the owner stays. */
export function readOwners(table: Table, ledger: LoadLedger): FolderOwner[] {
  const named = table.rows.filter((row) => {
    const named = table.cell(row, 'id') !== '';
    if (!named) ledger.reject(table, row, 'id', 'the owner has no id');
    return named;
  });
  const kept = keepOne(
    named.map((row) => ({ row, id: table.cell(row, 'id') })),
    ({ id }) => id,
    ({ row, id }) => ledger.reject(table, row, 'id', `duplicate id ${id}: another row with this id is kept`, { id }),
  );
  return kept.map(({ row }) => ownerOf(table, row, ledger)).sort(byId(({ id }) => id));
}

function ownerOf(table: Table, row: Row, ledger: LoadLedger): FolderOwner {
  const cell = (column: string) => table.cell(row, column);
  const id = cell('id');
  const usable = (column: string, reasonAgainst: (value: string) => string | undefined) => {
    const reason = cell(column) === '' ? undefined : reasonAgainst(cell(column));
    if (reason !== undefined) ledger.remark(table, row, column, reason, { id, property: column });
    return reason === undefined ? cell(column) : '';
  };
  return {
    id,
    email: cell('email'),
    firstName: cell('firstName'),
    lastName: cell('lastName'),
    role: cell('role'),
    team: cell('team'),
    timezone: usable('timezone', againstTimeZone),
    capacity: usable('capacity', againstCapacity),
    archived: usable('archived', againstBoolean).toLowerCase() === 'true',
  };
}

function againstTimeZone(value: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return undefined;
  } catch {
    return `"${value}" is no IANA time zone`;
  }
}

function againstCapacity(value: string): string | undefined {
  return /^\d+(\.\d+)?$/.test(value) ? undefined : `"${value}" is no capacity (a number of leads)`;
}

function againstBoolean(value: string): string | undefined {
  const checked = checkValue({ name: 'archived', type: 'bool' }, value);
  return checked.value === undefined ? checked.reason : undefined;
}
