import { describe, expect, test } from 'vitest';
import { newPortal } from '../../test/support/new-portal.ts';
import { cleanFiles, hubspotProperties, readFiles } from '../../test/support/portal-folder.ts';
import { portalPicture } from '../../test/support/portal-picture.ts';
import { describeWithShared } from '../../test/support/shared-data.ts';
import { currentValue } from './computed-values.ts';
import { loadFolder } from './load-folder.ts';
import { companyType, contactType, dealType } from './object-types.ts';
import { readPortalFolder } from './seed/read-portal-folder.ts';

async function loaded(files: Record<string, string> = {}) {
  const portal = newPortal();
  loadFolder(portal, await readFiles({ ...cleanFiles, ...files }));
  return portal;
}

describe('a portal folder in the portal', () => {
  test('records keep their ids, creation dates and values', async () => {
    const portal = await loaded();
    const record = portal.table(contactType).get('1');
    expect(record?.createdAt).toBe(Date.parse('2026-01-05T09:00:00Z'));
    expect(record?.values.get('email')).toBe('ann@acme.example');
    expect(portal.table(contactType).findUnique('email', 'ANN@acme.example')?.id).toBe('1');
  });

  test('history is as given, newest first, and a value without history stays without', async () => {
    const portal = await loaded();
    const record = portal.table(contactType).get('1');
    expect(record?.versions.get('lifecyclestage')).toEqual([
      { value: 'marketingqualifiedlead', at: Date.parse('2026-01-06T10:00:00Z'), sourceType: 'CRM_UI', sourceId: '11' },
      { value: 'lead', at: Date.parse('2026-01-05T09:00:00Z'), sourceType: 'FORM', sourceId: 'f1' },
    ]);
    expect(record?.values.get('hs_lead_status')).toBe('OPEN');
    expect(record?.versions.has('hs_lead_status')).toBe(false);
  });

  test("a value that disagrees with the newest history entry stays what the record's file says", async () => {
    const history = `object_type,object_id,property,value,timestamp,source_type,source_id
contact,10,lifecyclestage,lead,2026-01-07T00:00:00Z,FORM,
`;
    const portal = await loaded({ 'property_history.csv': history });
    const record = portal.table(contactType).get('10');
    expect(record?.values.get('lifecyclestage')).toBe('customer');
    expect(record?.versions.get('lifecyclestage')?.map(({ value }) => value)).toEqual(['lead']);
  });

  test('history older than its record keeps its own time', async () => {
    const history = `object_type,object_id,property,value,timestamp,source_type,source_id
contact,2,lifecyclestage,lead,2020-01-01T00:00:00Z,FORM,
`;
    const portal = await loaded({ 'property_history.csv': history });
    const record = portal.table(contactType).get('2');
    expect(record?.versions.get('lifecyclestage')?.[0]?.at).toBe(Date.parse('2020-01-01T00:00:00Z'));
    expect(record?.updatedAt).toBe(Date.parse('2026-01-06T00:00:00Z'));
  });

  test('custom properties become text, unknown stages become options, links and pipelines are there', async () => {
    const contacts = `${cleanFiles['contacts.csv'] ?? ''}11,d@acme.example,2026-01-06,warming_up,,,,\n`;
    const portal = await loaded({ 'contacts.csv': contacts });
    expect(portal.properties.find(contactType, 'favourite_colour')).toMatchObject({
      type: 'string',
      fieldType: 'text',
    });
    const stages = portal.properties.find(contactType, 'lifecyclestage')?.options.map(({ value }) => value);
    expect(stages?.slice(-2)).toEqual(['other', 'warming_up']);
    expect(portal.pipelines.get(dealType, 'renewals')?.stages.map(({ id }) => id)).toEqual(['quoted', 'renewed']);
    expect(portal.pipelines.get(dealType, 'default')?.stages).toHaveLength(7);
    const ann = { typeId: contactType, id: '1' };
    expect(portal.linked(ann, companyType)).toEqual(['100']);
    expect(portal.linked(ann, dealType)).toEqual(['200']);
    expect(portal.associationTypes.between(contactType, dealType).map(({ label }) => label)).toEqual([
      null,
      'Champion',
    ]);
  });

  test('won deals are won, whatever the file says about calculated properties', async () => {
    const deals = `id,dealname,createdate,pipeline,dealstage,hs_is_closed_won
200,Acme starter,2026-01-08T10:00:00Z,renewals,renewed,false
`;
    const history = 'object_type,object_id,property,value,timestamp,source_type,source_id\n';
    const links = 'from_type,from_id,to_type,to_id,label\n';
    const portal = await loaded({ 'deals.csv': deals, 'property_history.csv': history, 'associations.csv': links });
    const deal = portal.table(dealType).get('200');
    expect(deal && currentValue(portal, deal, 'hs_is_closed_won')).toBe('true');
  });

  test('loading tells nobody, and new records get ids above the loaded ones', async () => {
    const folder = await readFiles({ ...cleanFiles });
    const portal = newPortal();
    expect(portal.changes.capture(() => loadFolder(portal, folder))).toEqual([]);
    const origin = { at: 1, sourceType: 'API', sourceId: '' };
    expect(Number(portal.insert(contactType, { createdAt: 1 }, origin).id)).toBeGreaterThan(201);
  });

  test('loading twice into two portals gives the same picture', async () => {
    expect(portalPicture(await loaded())).toEqual(portalPicture(await loaded()));
  });
});

describeWithShared('the marketplace portal', ['olist-portal'], (path) => {
  test('all its records are there', async () => {
    const portal = newPortal();
    loadFolder(portal, await readPortalFolder(path, hubspotProperties));
    expect(portal.table(contactType).size).toBe(8_000);
    expect(portal.table(dealType).size).toBe(842);
    expect(portal.associations.size).toBe(842);
    expect(portal.owners.list(false)).toHaveLength(41 + 1);
  }, 60_000);
});
