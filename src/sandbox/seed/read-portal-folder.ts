import { readCrm, type Crm } from './read-crm.ts';
import { LoadLedger } from './load-ledger.ts';
import { locator } from './locate.ts';
import {
  PortalFolderError,
  type KnownProperties,
  type PortalFolder,
  type Signal,
  type Touch,
} from './portal-folder.ts';
import { readSignals, readSpend, readTouches, SIGNALS, SPEND, TOUCHES } from './read-activity.ts';
import { ASSOCIATIONS, readAssociations } from './read-associations.ts';
import { readTable, type Table, type TableShape } from './read-table.ts';
import { readUtf8 } from './read-utf8.ts';

export { mergeProblems } from './problems.ts';
export * from './portal-folder.ts';

/**
 * Reads a portal folder: one HubSpot portal's records and history as CSV files. Bad rows never stop it: each is listed in `load`. The order
 * of rows carries no meaning; only the line numbers of problems show it.
 *
 * @param known the properties HubSpot defines; any other becomes a custom text property
 * @throws PortalFolderError when the folder, `contacts.csv` or a required column is missing, or a file cannot be read at all
 */
export async function readPortalFolder(folder: string, known: KnownProperties): Promise<PortalFolder> {
  const ledger = new LoadLedger();
  const read = (shape: TableShape) => readTable(folder, shape, ledger);
  const crm = await readCrm(folder, known, ledger);
  const isRecord = (type: string, id: string) => crm.find(type, id) !== undefined;
  const associations = rowsOf(await read(ASSOCIATIONS), (table) => readAssociations(table, isRecord, ledger));
  const touches = rowsOf(await read(TOUCHES), (table) => readTouches(table, isRecord, ledger));
  const signals = rowsOf(await read(SIGNALS), (table) => readSignals(table, isRecord, ledger));
  const spend = rowsOf(await read(SPEND), (table) => readSpend(table, ledger));
  const definitions = await readDefinitions(folder);
  return {
    records: crm.records.map(({ record }) => record),
    history: crm.entries.map(({ entry }) => entry),
    owners: crm.owners,
    stages: crm.stages,
    customProperties: crm.customProperties,
    associations,
    touches,
    signals,
    spend,
    asOf: latestInstant(crm, touches, signals),
    definitions,
    load: ledger.report(),
    locate: locator(crm.find, crm.entries),
  };
}

function rowsOf<T>(table: Table | undefined, read: (table: Table) => T[]): T[] {
  return table === undefined ? [] : read(table);
}

function latestInstant({ records, entries }: Crm, touches: readonly Touch[], signals: readonly Signal[]): number {
  let latest = 0;
  for (const { record } of records) latest = Math.max(latest, record.createdAt);
  for (const { at } of [...entries.map(({ entry }) => entry), ...touches, ...signals]) latest = Math.max(latest, at);
  return latest;
}

async function readDefinitions(folder: string): Promise<unknown> {
  const bytes = await readUtf8(folder, 'definitions.json');
  if (bytes === undefined) return undefined;
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new PortalFolderError(`definitions.json in ${folder} is not JSON: ${(error as Error).message}.`);
  }
}
