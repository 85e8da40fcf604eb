import { AssociationTable } from './association-table.ts';
import type { RecordRef } from './association-table.ts';
import { AssociationTypes } from './association-types.ts';
import type { AssociationType } from './association-types.ts';
import { ChangeFeed } from './change-feed.ts';
import { contactType, objectTypeId } from './object-types.ts';
import { Lists } from './lists.ts';
import { Owners } from './owners.ts';
import { Pipelines } from './pipelines.ts';
import { PropertyTable } from './property-table.ts';
import { RecordTable } from './record-table.ts';
import type { CrmRecord, Origin } from './record-table.ts';
import { Schemas } from './schemas.ts';
import type { Switches } from './switches.ts';

export interface PortalSetup {
  readonly portalId: string;
  /** IANA name */
  readonly timeZone: string;
  /** ISO 4217 code of the company currency */
  readonly currency: string;
  readonly now: () => number;
  readonly switches: Switches;
}

/**
 * The state of one emulated HubSpot portal. Records, their history and their links change here and nowhere else, and
 * every change is announced. Rules about what a write may contain are not kept here: see write-record.ts.
 */
export class Portal {
  readonly setup: PortalSetup;
  readonly properties = new PropertyTable();
  readonly pipelines = new Pipelines();
  readonly owners = new Owners();
  readonly lists = new Lists();
  readonly schemas = new Schemas();
  readonly associationTypes = new AssociationTypes();
  readonly associations = new AssociationTable();
  readonly changes = new ChangeFeed();
  readonly #tables = new Map<string, RecordTable>();
  #lastId = 100_000_000_000n;

  constructor(setup: PortalSetup) {
    this.setup = setup;
    this.table(contactType).trackUnique('email');
  }

  /** @throws ApiError for a name that is no object type of this portal */
  typeId(name: string): string {
    return objectTypeId(name, this.schemas);
  }

  table(typeId: string): RecordTable {
    const known = this.#tables.get(typeId) ?? new RecordTable();
    this.#tables.set(typeId, known);
    return known;
  }

  tables(): ReadonlyMap<string, RecordTable> {
    return this.#tables;
  }

  /** Adds a record. `values` are current from the start and have no history: add those with history by `addVersion`. */
  insert(
    typeId: string,
    given: { id?: string; createdAt: number; values?: Readonly<Record<string, string>> },
    origin: Origin,
  ): CrmRecord {
    const { id = this.#newId(), createdAt } = given;
    const record: CrmRecord = {
      typeId,
      id,
      createdAt,
      updatedAt: createdAt,
      archivedAt: undefined,
      values: new Map(),
      versions: new Map(),
    };
    this.#noteId(id);
    this.table(typeId).add(record);
    this.changes.announce({ kind: 'creation', record, origin });
    for (const [name, value] of Object.entries(given.values ?? {})) {
      this.setValue(record, name, value);
      this.#announceValue(record, name, value, origin);
    }
    return record;
  }

  /** Writes a value with its history. The newest version is the current value, whatever the order of writing. */
  addVersion(record: CrmRecord, property: string, value: string, origin: Origin): void {
    const versions = record.versions.get(property) ?? [];
    const older = versions.findIndex((version) => version.at <= origin.at);
    versions.splice(older === -1 ? versions.length : older, 0, { value, ...origin });
    record.versions.set(property, versions);
    this.setValue(record, property, versions[0]?.value ?? '');
    record.updatedAt = Math.max(record.updatedAt, origin.at);
    this.#announceValue(record, property, value, origin);
  }

  /** Sets the current value alone: no history, no announcement. */
  setValue(record: CrmRecord, property: string, value: string): void {
    this.table(record.typeId).setValue(record, property, value);
  }

  /** Puts a record into the recycle bin; its links and values stay with it. */
  archive(record: CrmRecord, origin: Origin): void {
    if (record.archivedAt !== undefined) return;
    record.archivedAt = origin.at;
    this.table(record.typeId).releaseUnique(record);
    this.changes.announce({ kind: 'deletion', record, origin });
  }

  restore(record: CrmRecord, origin: Origin): void {
    if (record.archivedAt === undefined) return;
    record.archivedAt = undefined;
    this.table(record.typeId).claimUnique(record);
    this.changes.announce({ kind: 'restore', record, origin });
  }

  /** Takes out records that were merged into the survivor, and announces the merge. */
  mergeInto(
    survivor: CrmRecord,
    primaryId: string,
    mergedIds: readonly string[],
    propertiesMoved: number,
    origin: Origin,
  ): void {
    for (const id of [primaryId, ...mergedIds]) {
      if (id !== survivor.id) this.table(survivor.typeId).mergeAway(id, survivor.id);
    }
    this.changes.announce({ kind: 'merge', record: survivor, primaryId, mergedIds, propertiesMoved, origin });
  }

  /** Ids of linked records of one type, without archived ones. */
  linked(from: RecordRef, toType: string): string[] {
    const table = this.table(toType);
    return this.associations.linked(from, toType).filter((id) => table.get(id)?.archivedAt === undefined);
  }

  /** Adds one kind to a link. A new link is announced, and so is a primary mark; other labels come silently. */
  link(from: RecordRef, to: RecordRef, kind: AssociationType, origin: Origin): void {
    const present = this.associations.kinds(from, to);
    if (present.has(kind.id)) return;
    const told = present.size === 0 || kind.label === 'Primary';
    this.associations.add(from, to, kind);
    if (!told) return;
    this.changes.announce({
      kind: 'associationChange',
      from,
      to,
      removed: false,
      primary: kind.label === 'Primary',
      origin,
    });
  }

  /** Takes one kind from a link; the link itself stays. */
  unlabel(from: RecordRef, to: RecordRef, kind: AssociationType): void {
    this.associations.remove(from, to, kind);
  }

  unlink(from: RecordRef, to: RecordRef, origin: Origin): void {
    if (this.associations.kinds(from, to).size === 0) return;
    this.associations.removeAll(from, to);
    this.changes.announce({ kind: 'associationChange', from, to, removed: true, primary: false, origin });
  }

  #announceValue(record: CrmRecord, property: string, value: string, origin: Origin): void {
    if (this.properties.find(record.typeId, property)?.calculated === true) return;
    this.changes.announce({ kind: 'propertyChange', record, property, value, origin });
  }

  #newId(): string {
    return String(this.#lastId + 1n);
  }

  #noteId(id: string): void {
    if (/^\d+$/.test(id) && BigInt(id) > this.#lastId) this.#lastId = BigInt(id);
  }
}
