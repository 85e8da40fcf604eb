import { expect, test } from 'vitest';
import { createAsApp, newPortal, noon, updateAsApp, updateAsPerson } from '../../test/support/new-portal.ts';
import { defaultSubscriptions } from '../wire/hubspot/subscriptions.ts';
import { parseWebhookBody, webhookEvent } from '../wire/hubspot/webhook-event.ts';
import type { Change } from './changes.ts';
import { linkRecords } from './link-records.ts';
import { mergeRecords } from './merge-records.ts';
import { companyType, contactType, dealType, taskType } from './object-types.ts';
import { eventsOf } from './webhook-events.ts';

const origin = { at: noon + 5, sourceType: 'CRM_UI', sourceId: 'userId:5' };
const valueOf = (_typeId: string, _property: string, value: string) => value;
const source = { portalId: '900', appId: 7, subscriptions: defaultSubscriptions, nextEventId: () => 1, valueOf };
const sent = (changes: readonly Change[]) => changes.flatMap((change) => eventsOf(change, source));
const types = (changes: readonly Change[]) => sent(changes).map((event) => event['subscriptionType']);

test('a creation tells itself and each subscribed property, as the documentation shows them', () => {
  const portal = newPortal();
  const changes = portal.changes.capture(() => {
    createAsApp(portal, contactType, { lastname: 'A', lifecyclestage: 'lead' });
  });
  expect(sent(changes)).toEqual([
    {
      eventId: 1,
      subscriptionId: 1001,
      portalId: 900,
      appId: 7,
      occurredAt: noon,
      subscriptionType: 'contact.creation',
      objectId: expect.anything() as unknown,
      changeFlag: 'CREATED',
      changeSource: 'INTEGRATION',
      sourceId: '7',
    },
    expect.objectContaining({
      subscriptionType: 'contact.propertyChange',
      propertyName: 'lifecyclestage',
      propertyValue: 'lead',
    }) as unknown,
  ]);
});

test("an app's own write carries its id, a person's does not", () => {
  const portal = newPortal();
  const contact = createAsApp(portal, contactType, { email: 'a@b.example' });
  const changes = portal.changes.capture(() => {
    updateAsApp(portal, contact, { hs_lead_status: 'NEW' }, noon + 1);
    updateAsPerson(portal, contact, { hs_lead_status: 'OPEN' }, noon + 2);
  });
  expect(sent(changes).map((event) => [event['changeSource'], event['sourceId'], event['propertyValue']])).toEqual([
    ['INTEGRATION', '7', 'NEW'],
    ['CRM_UI', 'userId:5', 'OPEN'],
  ]);
});

test('a link is told from each subscribed side, a primary company twice', () => {
  const portal = newPortal();
  const contact = createAsApp(portal, contactType, { email: 'a@b.example' });
  const deal = createAsApp(portal, dealType, { dealname: 'D' });
  const company = createAsApp(portal, companyType, { name: 'C' });
  const kind = (from: string, to: string) => portal.associationTypes.labelled(from, to, null);
  const withDeal = portal.changes.capture(() =>
    linkRecords(portal, deal, contact, kind(dealType, contactType), origin),
  );
  expect(sent(withDeal).map((event) => event['associationType'])).toEqual(['DEAL_TO_CONTACT', 'CONTACT_TO_DEAL']);
  const withCompany = portal.changes.capture(() => {
    linkRecords(portal, contact, company, kind(contactType, companyType), origin);
  });
  expect(sent(withCompany).map((event) => [event['associationType'], event['isPrimaryAssociation']])).toEqual([
    ['CONTACT_TO_COMPANY', false],
    ['COMPANY_TO_CONTACT', false],
    ['CONTACT_TO_COMPANY', true],
    ['COMPANY_TO_CONTACT', true],
  ]);
});

test('deletion, restoring and merging are told once', () => {
  const portal = newPortal();
  const [one, two] = [1, 2].map((index) => createAsApp(portal, contactType, { email: `${index}@b.example` }));
  if (one === undefined || two === undefined) throw new Error('no contacts');
  const changes = portal.changes.capture(() => {
    portal.archive(one, origin);
    portal.restore(one, origin);
    mergeRecords(portal, one, two, origin);
  });
  expect(types(changes)).toEqual(['contact.deletion', 'contact.restore', 'contact.merge']);
});

test('links of tasks and notes tell nothing: no classic event is about them', () => {
  const portal = newPortal();
  const contact = createAsApp(portal, contactType, { email: 'a@b.example' });
  const task = createAsApp(portal, taskType, { hs_timestamp: String(noon) });
  const kind = portal.associationTypes.labelled(taskType, contactType, null);
  const changes = portal.changes.capture(() => linkRecords(portal, task, contact, kind, origin));
  expect(changes.map((change) => change.kind)).toEqual(['associationChange']);
  expect(types(changes)).toEqual([]);
});

test('custom objects and unsubscribed properties tell nothing', () => {
  const portal = newPortal();
  const company = createAsApp(portal, companyType, { name: 'C' });
  expect(types(portal.changes.capture(() => updateAsApp(portal, company, { city: 'D' })))).toEqual([]);
  expect(types(portal.changes.capture(() => portal.insert('2-1', { createdAt: noon }, origin)))).toEqual([]);
});

test('every event is one that HubSpot publishes, with exact ids above 2^53', () => {
  const portal = newPortal();
  const id = '9007199254740993';
  const changes = portal.changes.capture(() => portal.insert(contactType, { id, createdAt: noon }, origin));
  const [event] = parseWebhookBody(JSON.stringify(sent(changes)));
  expect(webhookEvent.parse(event)).toMatchObject({ subscriptionType: 'contact.creation', objectId: id });
});
