import { keepOne } from './keep-one.ts';
import type { LoadLedger } from './load-ledger.ts';
import { byId, byNumber, byText, inOrderOf } from './order.ts';
import { parseTimestamp } from './parse-instant.ts';
import type { Place, Signal, Spend, Touch } from './portal-folder.ts';
import type { IsRecord } from './read-associations.ts';
import type { Row, Table, TableShape } from './read-table.ts';

export const TOUCHES: TableShape = {
  file: 'touches.csv',
  required: ['contact_id', 'timestamp', 'type', 'channel', 'program'],
  optional: ['detail'],
};

export const SIGNALS: TableShape = {
  file: 'signals.csv',
  required: ['object_type', 'object_id', 'timestamp', 'kind', 'topic', 'strength', 'source'],
  optional: [],
};

export const SPEND: TableShape = {
  file: 'spend.csv',
  required: ['program', 'channel', 'period', 'amount', 'currency'],
  optional: [],
};

export function readTouches(table: Table, isRecord: IsRecord, ledger: LoadLedger): Touch[] {
  const touches = readEach(table, ledger, 'contact_id', (cell): Touch | Refusal => {
    const [contactId, at] = [cell('contact_id'), parseTimestamp(cell('timestamp'))];
    if (!isRecord('contact', contactId)) return { column: 'contact_id', reason: `there is no contact ${contactId}` };
    if (at === undefined) return noInstant(cell('timestamp'));
    if (cell('type') === '') return { column: 'type', reason: 'the touch has no type' };
    return {
      contactId,
      at,
      type: cell('type'),
      channel: cell('channel'),
      program: cell('program'),
      detail: cell('detail'),
    };
  });
  return touches.sort(
    inOrderOf<Touch>(
      byNumber(({ at }) => at),
      byId(({ contactId }) => contactId),
      byText((touch) => JSON.stringify(touch)),
    ),
  );
}

export function readSignals(table: Table, isRecord: IsRecord, ledger: LoadLedger): Signal[] {
  const signals = readEach(table, ledger, 'object_id', (cell): Signal | Refusal => {
    const [type, id, strength] = [cell('object_type'), cell('object_id'), cell('strength')];
    const at = parseTimestamp(cell('timestamp'));
    if (type !== 'contact' && type !== 'company') {
      return { column: 'object_type', reason: `"${type}" is neither contact nor company` };
    }
    if (!isRecord(type, id)) return { column: 'object_id', reason: `there is no ${type} ${id}` };
    if (at === undefined) return noInstant(cell('timestamp'));
    if (cell('kind') === '') return { column: 'kind', reason: 'the signal has no kind' };
    if (!DECIMAL.test(strength) || Number(strength) > 1) {
      return { column: 'strength', reason: `"${strength}" is no strength (0 to 1)` };
    }
    return {
      type,
      id,
      at,
      kind: cell('kind'),
      topic: cell('topic'),
      strength: Number(strength),
      source: cell('source'),
    };
  });
  return signals.sort(
    inOrderOf<Signal>(
      byNumber(({ at }) => at),
      byText(({ type }) => type),
      byId(({ id }) => id),
      byText((signal) => JSON.stringify(signal)),
    ),
  );
}

export function readSpend(table: Table, ledger: LoadLedger): Spend[] {
  const spend = readEach(table, ledger, 'program', (cell): Spend | Refusal => {
    const [period, amount, currency] = [cell('period'), cell('amount'), cell('currency')];
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(period))
      return { column: 'period', reason: `"${period}" is no month (YYYY-MM)` };
    if (!DECIMAL.test(amount)) return { column: 'amount', reason: `"${amount}" is no amount of money` };
    if (!/^[A-Z]{3}$/.test(currency)) return { column: 'currency', reason: `"${currency}" is no currency code` };
    return { program: cell('program'), channel: cell('channel'), period, amount, currency };
  });
  return spend.sort(
    inOrderOf<Spend>(
      byText(({ period }) => period),
      byText((line) => JSON.stringify(line)),
    ),
  );
}

/** Where a row of these files stands, for whoever finds later that something is wrong with it. */
const places = new WeakMap<object, Place>();

export const placeOfRow = (row: Touch | Signal): Place => places.get(row) ?? { file: '', line: 0, column: '' };

const DECIMAL = /^(\d+(\.\d*)?|\.\d+)$/;

interface Refusal {
  column: string;
  reason: string;
}

function noInstant(text: string): Refusal {
  return { column: 'timestamp', reason: `"${text}" is no instant (ISO 8601 with offset)` };
}

/** Reads each row; of rows that are equal cell by cell one is kept. */
function readEach<T extends object>(
  table: Table,
  ledger: LoadLedger,
  idColumn: string,
  read: (cell: (column: string) => string) => T | Refusal,
): T[] {
  const reject = (row: Row, column: string, reason: string) =>
    ledger.reject(table, row, column, reason, { id: table.cell(row, idColumn) });
  const accepted = table.rows.flatMap((row) => {
    const result = read((column) => table.cell(row, column));
    if (!('reason' in result)) return [{ row, item: result }];
    reject(row, result.column, result.reason);
    return [];
  });
  const kept = keepOne(
    accepted,
    ({ row }) => JSON.stringify(row.cells),
    ({ row }) => reject(row, '', 'duplicate row: another row is the same'),
  );
  for (const { row, item } of kept) places.set(item, { file: table.file, line: row.line, column: '' });
  return kept.map(({ item }) => item);
}
