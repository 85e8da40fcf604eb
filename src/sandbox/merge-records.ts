import { invalid } from './errors.ts';
import { linkRecords } from './link-records.ts';
import { companyType, contactType } from './object-types.ts';
import type { Portal } from './portal.ts';
import type { CrmRecord, Origin } from './record-table.ts';

const mergeSource: Readonly<Record<string, string>> = { [contactType]: 'MERGE_CONTACTS' };

/**
 * Merges one record into another of the same type. The primary record's values win; where it has none it takes the
 * other's; the later lifecycle stage wins; links come along; the older creation date stays. Cannot be undone.
 *
 * @returns the surviving record: the primary one, or (a switch, contacts only) a new one with a third id
 * @source HubSpot docs: Contacts API, merge; HubSpot Knowledge Base: Merge records
 */
export function mergeRecords(portal: Portal, primary: CrmRecord, other: CrmRecord, origin: Origin): CrmRecord {
  if (primary.id === other.id) throw invalid('Cannot merge a record with itself');
  const survivor = keepsId(portal, primary) ? primary : successor(portal, primary, origin);
  const moved = takeValues(portal, survivor, other, {
    ...origin,
    sourceType: mergeSource[primary.typeId] ?? 'MERGE_OBJECTS',
  });
  if (survivor !== primary) moveLinks(portal, primary, survivor, origin);
  moveLinks(portal, other, survivor, origin);
  survivor.createdAt = Math.min(survivor.createdAt, other.createdAt);
  portal.mergeInto(survivor, primary.id, [other.id], moved, origin);
  return survivor;
}

const keepsId = (portal: Portal, primary: CrmRecord): boolean =>
  primary.typeId !== contactType || portal.setup.switches.mergedContactId === 'primary';

function successor(portal: Portal, primary: CrmRecord, origin: Origin): CrmRecord {
  let made: CrmRecord | undefined;
  portal.changes.capture(() => (made = portal.insert(primary.typeId, { createdAt: primary.createdAt }, origin)));
  if (made === undefined) throw new Error('A merge must have a survivor.');
  for (const [name, versions] of primary.versions) made.versions.set(name, [...versions]);
  for (const [name, value] of primary.values) portal.setValue(made, name, value);
  return made;
}

function takeValues(portal: Portal, survivor: CrmRecord, other: CrmRecord, origin: Origin): number {
  let moved = 0;
  for (const [name, value] of other.values) {
    if (!wins(portal, survivor, name, value)) continue;
    portal.addVersion(survivor, name, value, origin);
    moved += 1;
  }
  const second = other.values.get('email');
  if (second !== undefined && second !== survivor.values.get('email')) addEmail(portal, survivor, second);
  survivor.updatedAt = Math.max(survivor.updatedAt, origin.at);
  return moved;
}

function wins(portal: Portal, survivor: CrmRecord, name: string, value: string): boolean {
  const own = survivor.values.get(name);
  if (own === undefined) return true;
  if (name !== 'lifecyclestage') return false;
  const options = portal.properties.find(survivor.typeId, name)?.options.map((option) => option.value) ?? [];
  return options.indexOf(value) > options.indexOf(own);
}

function addEmail(portal: Portal, survivor: CrmRecord, email: string): void {
  const known = survivor.values.get('hs_additional_emails');
  portal.setValue(survivor, 'hs_additional_emails', known === undefined ? email : `${known};${email}`);
}

function moveLinks(portal: Portal, from: CrmRecord, to: CrmRecord, origin: Origin): void {
  for (const typeId of portal.tables().keys()) {
    for (const id of portal.associations.linked(from, typeId)) {
      const target = { typeId, id };
      const kinds = portal.associations.kinds(from, target);
      for (const kind of portal.associationTypes.between(from.typeId, typeId)) {
        if (!kinds.has(kind.id) || id === to.id || (kind.label === 'Primary' && from.typeId !== companyType)) continue;
        linkRecords(portal, to, target, kind, origin);
      }
      portal.unlink(from, target, origin);
    }
  }
}
