import { isoInstant } from './parse-instant.ts';
import type { DemoFile, DemoRow } from './portal-tables.ts';
import { DAY_MS } from './working-time.ts';

/** One way in which exports are dirty. */
export interface DirtyKind {
  kind: string;
  file: DemoFile;
  /** What the reader does with the row, */
  outcome: 'rejected' | 'kept';
  /** in which column it sees what is wrong (empty: in the row as a whole), */
  column: string;
  /** and what it says about it. */
  says: RegExp;
  /** Whether the dirty row comes in addition to the clean one it is made from, or takes its place. */
  place: 'beside' | 'instead';
  /** Which rows it can be made from; without it from any. */
  suits?: (row: DemoRow) => boolean;
  spoil: (row: DemoRow, columns: readonly string[]) => DemoRow | string[];
}

/** What is wrong with about one row in twelve of a generated portal. No kind changes what is known of a journey. */
export const DIRTY_KINDS: readonly DirtyKind[] = [
  {
    kind: 'repeated_id',
    file: 'contacts.csv',
    outcome: 'rejected',
    column: 'id',
    says: /^duplicate id \d+: another row with this id is kept$/,
    place: 'beside',
    spoil: (row) => ({ ...row, createdate: isoInstant(instant(row, 'createdate') + DAY_MS) }),
  },
  {
    kind: 'departed_owner',
    file: 'contacts.csv',
    outcome: 'kept',
    column: 'hubspot_owner_id',
    says: /^owner 7999 is not in owners\.csv; the value is left out$/,
    place: 'instead',
    spoil: (row) => ({ ...row, hubspot_owner_id: '7999' }),
  },
  {
    kind: 'cut_off_row',
    file: 'companies.csv',
    outcome: 'rejected',
    column: '',
    says: /^the row has 3 columns, the header has \d+$/,
    place: 'beside',
    spoil: (row, columns) => columns.slice(0, 3).map((column) => row[column] ?? ''),
  },
  {
    kind: 'amount_in_words',
    file: 'deals.csv',
    outcome: 'kept',
    column: 'amount',
    says: /^"EUR .+" is no number; the value is left out$/,
    place: 'instead',
    suits: ({ amount = '' }) => amount !== '',
    spoil: (row) => ({ ...row, amount: `EUR ${row['amount'] ?? ''}` }),
  },
  {
    kind: 'link_to_nowhere',
    file: 'associations.csv',
    outcome: 'rejected',
    column: 'to_id',
    says: /^there is no (contact|company|deal) \d+$/,
    place: 'beside',
    spoil: (row) => ({ ...row, to_id: `${row['to_id'] ?? ''}000` }),
  },
  {
    kind: 'history_of_nobody',
    file: 'property_history.csv',
    outcome: 'rejected',
    column: 'object_id',
    says: /^there is no (contact|company|deal) \d+$/,
    place: 'beside',
    spoil: (row) => ({ ...row, object_id: `${row['object_id'] ?? ''}000` }),
  },
  {
    kind: 'told_twice',
    file: 'property_history.csv',
    outcome: 'rejected',
    column: '',
    says: /^duplicate entry: another row says that \w+ became ".*" at .+$/,
    place: 'beside',
    spoil: (row) => ({ ...row, source_type: 'IMPORT', source_id: '' }),
  },
  {
    kind: 'day_first_date',
    file: 'property_history.csv',
    outcome: 'rejected',
    column: 'timestamp',
    says: /^"\d\d\.\d\d\.\d{4} \d\d:\d\d" is no instant \(ISO 8601 with offset\)$/,
    place: 'beside',
    spoil: (row) => ({ ...row, timestamp: dayFirst(row['timestamp'] ?? '') }),
  },
  {
    kind: 'older_than_its_record',
    file: 'property_history.csv',
    outcome: 'kept',
    column: 'timestamp',
    says: /^older than its record, which was created .+$/,
    place: 'beside',
    suits: ({ property, value }) => property === 'lifecyclestage' && value === 'lead',
    spoil: (row) => ({
      ...row,
      value: 'subscriber',
      timestamp: isoInstant(instant(row, 'timestamp') - 90 * DAY_MS),
      source_type: 'IMPORT',
    }),
  },
  {
    kind: 'touch_of_nobody',
    file: 'touches.csv',
    outcome: 'rejected',
    column: 'contact_id',
    says: /^there is no contact \d+$/,
    place: 'beside',
    spoil: (row) => ({ ...row, contact_id: `${row['contact_id'] ?? ''}000` }),
  },
  {
    kind: 'touch_told_twice',
    file: 'touches.csv',
    outcome: 'rejected',
    column: '',
    says: /^duplicate row: another row is the same$/,
    place: 'beside',
    spoil: (row) => ({ ...row }),
  },
  {
    kind: 'strength_in_percent',
    file: 'signals.csv',
    outcome: 'rejected',
    column: 'strength',
    says: /^"\d+" is no strength \(0 to 1\)$/,
    place: 'beside',
    spoil: (row) => ({ ...row, strength: `${Math.round(100 * Number(row['strength']))}` }),
  },
];

function instant(row: DemoRow, column: string): number {
  return Date.parse(row[column] ?? '');
}

/** `2026-11-24T09:30:00.000Z` → `24.11.2026 09:30`, as spreadsheets like it. */
function dayFirst(iso: string): string {
  return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)} ${iso.slice(11, 16)}`;
}
