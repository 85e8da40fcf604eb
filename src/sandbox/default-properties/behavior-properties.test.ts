import { expect, test } from 'vitest';
import { createAsApp, newPortal, noon, updateAsApp } from '../../../test/support/new-portal.ts';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import { askedProperties } from '../../domain/definitions/asked-properties.ts';
import { ApiError } from '../errors.ts';
import { companyType, contactType } from '../object-types.ts';
import { planUpdate } from '../write-record.ts';

const portal = newPortal();

test.each([
  ['contact', contactType],
  ['company', companyType],
] as const)('every %s property that the shipped definitions ask about is there', (type, typeId) => {
  const carriers =
    type === 'contact' ? SHIPPED_DEFINITIONS.touchTypes.flatMap(({ carrier }) => carrier?.property ?? []) : [];
  const asked = [...askedProperties(SHIPPED_DEFINITIONS, type), ...carriers].filter((name) => !name.startsWith('l2r_'));
  expect(asked.length).toBeGreaterThan(4);
  expect(asked.filter((name) => portal.properties.find(typeId, name) === undefined)).toEqual([]);
});

const filledByHubspot = {
  hs_analytics_last_visit_timestamp: '2026-03-02T11:59:00Z',
  hs_analytics_last_url: 'https://www.own.example/pricing',
  hs_email_last_click_date: '2026-03-02T11:59:00Z',
  hs_email_hard_bounce_reason_enum: 'UNKNOWN_USER',
  recent_conversion_date: '2026-03-02T11:59:00Z',
};

test.each(Object.entries(filledByHubspot))('%s is filled by HubSpot alone, and webhooks tell of it', (name, value) => {
  const contact = createAsApp(portal, contactType, { email: `${name}@buyer.example` });
  expect(() => updateAsApp(portal, contact, { [name]: value })).toThrow(ApiError);
  const changes = portal.changes.capture(() => {
    const origin = { at: noon, sourceType: 'ANALYTICS', sourceId: '' };
    planUpdate(portal, contact, { [name]: value }, { origin, byApp: false }).apply();
  });
  expect(changes).toMatchObject([{ kind: 'propertyChange', property: name, value }]);
});

test('the number of different forms is calculated: no webhook tells of it', () => {
  const contact = createAsApp(portal, contactType, { email: 'forms@buyer.example' });
  const changes = portal.changes.capture(() => {
    portal.addVersion(contact, 'num_unique_conversion_events', '2', {
      at: noon,
      sourceType: 'CALCULATED',
      sourceId: '',
    });
  });
  expect(changes).toEqual([]);
});
