import { expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import { askedProperties } from './asked-properties.ts';

it('names each property that a rule, a carrier of words or another section asks about, once', () => {
  const contact = askedProperties(SHIPPED_DEFINITIONS, 'contact');
  expect(contact).toEqual(
    expect.arrayContaining(['jobtitle', 'email', 'lifecyclestage', 'hs_analytics_last_url', 'l2r_acquisition']),
  );
  expect(contact).not.toContain('hs_email_last_click_date');
  expect(new Set(contact).size).toBe(contact.length);
  expect(askedProperties(SHIPPED_DEFINITIONS, 'company')).toEqual(
    expect.arrayContaining(['numberofemployees', 'industry', 'web_technologies', 'hs_ideal_customer_profile']),
  );
});

it('names the company property of an imported score', () => {
  const { scoring } = SHIPPED_DEFINITIONS;
  const imported = { ...SHIPPED_DEFINITIONS, scoring: scoring && { ...scoring, account: { imported: 'their_score' } } };
  expect(askedProperties(SHIPPED_DEFINITIONS, 'company')).not.toContain('their_score');
  expect(askedProperties(imported, 'company')).toContain('their_score');
});

it('asks for nothing where a portal is only measured, and follows the address where work is given out', () => {
  const { preset, version, contactCarriers, sources, labels, dealStages, work } = SHIPPED_DEFINITIONS;
  const bare = { preset, version, contactCarriers, sources, labels, dealStages, stages: {}, touchTypes: [] };
  expect([askedProperties(bare, 'contact'), askedProperties(bare, 'company')]).toEqual([[], []]);
  expect(askedProperties({ ...bare, work }, 'contact')).toEqual(['email']);
});
