import { linkRecords } from './link-records.ts';
import { standardTypes } from './object-types.ts';
import type { Portal } from './portal.ts';
import type { CrmRecord, Origin } from './record-table.ts';
import type { CrmType, FolderAssociation, FolderRecord, HistoryEntry, PortalFolder } from './seed/portal-folder.ts';

/** One thing that happened in the portal of a folder, at its place in time (UTC milliseconds). */
export interface FolderStep {
  readonly at: number;
  apply(portal: Portal): void;
}

/**
 * The life of a portal folder in order: each record is made at its creation date with the values that have no history;
 * history entries follow at their own time, but never before their record; links follow when both records are there.
 *
 * History that is older than its record keeps its own timestamp and is told right after the creation.
 */
export function folderSteps(folder: PortalFolder): FolderStep[] {
  const records = new Map(folder.records.map((record) => [keyOf(record), record]));
  const newest = new Map(folder.history.map((entry) => [propertyKey(entry, entry.property), entry]));
  const createdAt = (type: CrmType, id: string): number => records.get(keyOf({ type, id }))?.createdAt ?? 0;
  const steps = [
    ...folder.records.map((record) => creation(record, newest)),
    ...folder.history.map((entry) => {
      const record = records.get(keyOf(entry));
      const final =
        newest.get(propertyKey(entry, entry.property)) === entry ? record?.properties[entry.property] : undefined;
      return change(entry, Math.max(entry.at, record?.createdAt ?? 0), final);
    }),
    ...folder.associations.map((link) => {
      return linking(link, Math.max(createdAt(link.fromType, link.fromId), createdAt(link.toType, link.toId)));
    }),
  ];
  // Sorting is stable: at one instant creations come first, then history in its own order, then links.
  return steps.sort((left, right) => left.at - right.at);
}

function creation(record: FolderRecord, newest: ReadonlyMap<string, HistoryEntry>): FolderStep {
  const { type, id, createdAt, properties } = record;
  const plain = Object.entries(properties).filter(([name]) => !newest.has(propertyKey(record, name)));
  const values = Object.fromEntries(plain);
  const given = { id, createdAt, values };
  return { at: createdAt, apply: (portal) => void portal.insert(standardTypes[type], given, imported(createdAt)) };
}

/** @param final what the record's own file says, to be set after the newest entry in case that says something else */
function change(entry: HistoryEntry, at: number, final: string | undefined): FolderStep {
  const { property, value, sourceType, sourceId } = entry;
  return {
    at,
    apply: (portal) => {
      const record = recordOf(portal, entry);
      portal.addVersion(record, property, value, { at: entry.at, sourceType, sourceId });
      if (final !== undefined) portal.setValue(record, property, final);
    },
  };
}

function linking({ fromType, fromId, toType, toId, label }: FolderAssociation, at: number): FolderStep {
  const [from, to] = [
    { typeId: standardTypes[fromType], id: fromId },
    { typeId: standardTypes[toType], id: toId },
  ];
  return {
    at,
    apply: (portal) => {
      const kind = portal.associationTypes.labelled(from.typeId, to.typeId, label === '' ? null : label);
      linkRecords(portal, from, to, kind, imported(at));
    },
  };
}

const imported = (at: number): Origin => ({ at, sourceType: 'IMPORT', sourceId: 'import' });

function recordOf(portal: Portal, { type, id }: HistoryEntry): CrmRecord {
  const record = portal.table(standardTypes[type]).get(id);
  if (record === undefined) throw new Error(`History names ${type} ${id}, which is not in the folder.`);
  return record;
}

const keyOf = ({ type, id }: { type: CrmType; id: string }): string => `${type}/${id}`;
const propertyKey = (record: { type: CrmType; id: string }, property: string): string => `${keyOf(record)}/${property}`;
