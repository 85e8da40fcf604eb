import { expect, test } from 'vitest';
import { createAsApp, newPortal, noon } from '../../test/support/new-portal.ts';
import { linkRecords } from './link-records.ts';
import { mergeRecords } from './merge-records.ts';
import { companyType, contactType } from './object-types.ts';

const origin = { at: noon + 1, sourceType: 'CRM_UI', sourceId: 'userId:5' };

test('the primary record keeps its values, fills its gaps, and takes the later lifecycle stage and all links', () => {
  const portal = newPortal();
  const primary = createAsApp(portal, contactType, { email: 'a@b.example', firstname: 'A', lifecyclestage: 'lead' });
  const older = createAsApp(
    portal,
    contactType,
    { email: 'c@b.example', firstname: 'C', lastname: 'Sea', lifecyclestage: 'opportunity' },
    noon - 500,
  );
  const company = createAsApp(portal, companyType, { name: 'B' });
  linkRecords(portal, older, company, portal.associationTypes.labelled(contactType, companyType, null), origin);

  const survivor = mergeRecords(portal, primary, older, origin);
  expect(survivor.id).toBe(primary.id);
  expect(Object.fromEntries(survivor.values)).toMatchObject({
    email: 'a@b.example',
    firstname: 'A',
    lastname: 'Sea',
    lifecyclestage: 'opportunity',
    hs_additional_emails: 'c@b.example',
  });
  expect(survivor.createdAt).toBe(noon - 500);
  expect(portal.linked(survivor, companyType)).toEqual([company.id]);
  expect(portal.table(contactType).get(older.id)).toBeUndefined();
  expect(portal.table(contactType).resolve(older.id)).toBe(survivor);
  expect(portal.table(contactType).findUnique('email', 'c@b.example')).toBe(survivor);
});

test('by the other reading the survivor of a contact merge has a third id, and both old ids lead to it', () => {
  const portal = newPortal({ mergedContactId: 'new' });
  const primary = createAsApp(portal, contactType, { email: 'a@b.example' });
  const other = createAsApp(portal, contactType, { email: 'c@b.example' });
  const changes = portal.changes.capture(() => mergeRecords(portal, primary, other, origin));
  const merge = changes.find((change) => change.kind === 'merge');
  expect(merge).toMatchObject({ primaryId: primary.id, mergedIds: [other.id] });
  expect([primary.id, other.id]).not.toContain(merge?.record.id);
  expect(changes.some((change) => change.kind === 'creation')).toBe(false);
  expect(portal.table(contactType).resolve(primary.id)).toBe(merge?.record);
  expect(portal.table(contactType).resolve(other.id)?.values.get('email')).toBe('a@b.example');
});
