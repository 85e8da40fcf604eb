import { stat } from 'node:fs/promises';
import { compareWithHistory } from './compare-history.ts';
import { joinKey } from './keep-one.ts';
import type { LoadLedger } from './load-ledger.ts';
import { byId, byText, inOrderOf } from './order.ts';
import {
  CRM_TYPES,
  PortalFolderError,
  type CrmType,
  type CustomProperty,
  type FolderOwner,
  type FolderStage,
  type KnownProperties,
} from './portal-folder.ts';
import { customNote } from './property-name.ts';
import { acceptHistory, earliestInstants, HISTORY, parseHistory, type ReadEntry } from './read-history.ts';
import { OWNERS, readOwners } from './read-owners.ts';
import { customColumns, readRecords, recordShape, type ReadRecord } from './read-records.ts';
import { PIPELINES, readStages } from './read-stages.ts';
import { readTable, type Table } from './read-table.ts';
import { valueRules, type ValueRules } from './value-rules.ts';

/** The records of a folder and everything their values depend on. */
export interface Crm {
  owners: FolderOwner[];
  stages: FolderStage[];
  /** By type, then id. */
  records: ReadRecord[];
  /** By time. */
  entries: ReadEntry[];
  customProperties: CustomProperty[];
  find: (type: string, id: string) => ReadRecord | undefined;
}

/**
 * Reads owners, pipelines, records and history. History comes before the records, since it may tell their creation, and is accepted after
 * them, since only then their existence is known.
 */
export async function readCrm(folder: string, known: KnownProperties, ledger: LoadLedger): Promise<Crm> {
  const tables = await readTables(folder, ledger);
  const owners = tables.owners && readOwners(tables.owners, ledger);
  const stages = tables.stages ? readStages(tables.stages, ledger) : [];
  const rules = valueRules(known, owners, stages);
  const parsed = tables.history ? parseHistory(tables.history, rules, ledger) : [];
  const records = recordsOf(tables, rules, parsed, ledger);
  const find = finder(records);
  const isRecord = (type: CrmType, id: string) => find(type, id) !== undefined;
  const entries = tables.history ? acceptHistory(tables.history, parsed, isRecord, ledger) : [];
  if (tables.history) compareWithHistory(find, tables.history, entries, rules, ledger);
  if (owners === undefined) noteUncheckedOwners(records, ledger);
  const customProperties = customPropertiesOf(tables, entries, rules, ledger);
  return { owners: owners ?? [], stages, records, entries, customProperties, find };
}

type Tables = Record<CrmType | 'owners' | 'stages' | 'history', Table | undefined>;

async function readTables(folder: string, ledger: LoadLedger): Promise<Tables> {
  await requireFolder(folder);
  const contact = await readTable(folder, recordShape('contact', ledger), ledger);
  if (contact === undefined)
    throw new PortalFolderError(`There is no contacts.csv in ${folder}; a portal folder needs one.`);
  return {
    contact,
    company: await readTable(folder, recordShape('company', ledger), ledger),
    deal: await readTable(folder, recordShape('deal', ledger), ledger),
    owners: await readTable(folder, OWNERS, ledger),
    stages: await readTable(folder, PIPELINES, ledger),
    history: await readTable(folder, HISTORY, ledger),
  };
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => error);
  if (!(found instanceof Error) && found.isDirectory()) return;
  if (!(found instanceof Error))
    throw new PortalFolderError(`${folder} is a file; name the portal folder that holds contacts.csv.`);
  if (found.code === 'ENOENT') throw new PortalFolderError(`There is no folder ${folder}; check the path.`);
  throw new PortalFolderError(
    `The folder ${folder} cannot be read (${found.code ?? found.message}); check the path and its access rights.`,
  );
}

function recordsOf(tables: Tables, rules: ValueRules, history: readonly ReadEntry[], ledger: LoadLedger): ReadRecord[] {
  const earliest = earliestInstants(history);
  const records = CRM_TYPES.flatMap((type) => {
    const table = tables[type];
    return table ? readRecords(type, table, rules, (id) => earliest(type, id), ledger) : [];
  });
  return records.sort(
    inOrderOf(
      byText(({ record }) => record.type),
      byId(({ record }) => record.id),
    ),
  );
}

function finder(records: readonly ReadRecord[]): Crm['find'] {
  const byKey = new Map(records.map((read) => [joinKey(read.record.type, read.record.id), read]));
  return (type, id) => byKey.get(joinKey(type, id));
}

function noteUncheckedOwners(records: readonly ReadRecord[], ledger: LoadLedger): void {
  if (!records.some(({ record }) => 'hubspot_owner_id' in record.properties)) return;
  ledger.note(`${OWNERS.file} is not in the folder: the records' owner ids are kept as they are.`);
}

/** From the headers of the record files, then from the history of properties that have no column. */
function customPropertiesOf(
  tables: Tables,
  entries: readonly ReadEntry[],
  rules: ValueRules,
  ledger: LoadLedger,
): CustomProperty[] {
  const found = new Map<string, CustomProperty>();
  for (const type of CRM_TYPES) {
    const table = tables[type];
    const names = table ? customColumns(type, table, rules, ledger) : [];
    for (const name of names) found.set(joinKey(type, name), { type, name });
  }
  for (const { entry } of entries) {
    const { type, property: name } = entry;
    const known = name === 'createdate' || rules.property(type, name) !== undefined || found.has(joinKey(type, name));
    if (known) continue;
    found.set(joinKey(type, name), { type, name });
    ledger.note(customNote(HISTORY.file, type, name));
  }
  return [...found.values()].sort(
    inOrderOf(
      byText(({ type }) => type),
      byText(({ name }) => name),
    ),
  );
}
