import { expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import { askedProperties } from './asked-properties.ts';
import { type Sought, usesOf } from './uses-of.ts';

const paths = (sought: Sought, document: unknown = SHIPPED_DEFINITIONS) =>
  usesOf(document, sought).map(({ path }) => path);

it('every place that asks about a fact is told by its path and its labels', () => {
  const uses = usesOf(SHIPPED_DEFINITIONS, { fact: 'contact.jobtitle' });
  expect(uses[0]).toEqual({
    path: 'scoring.fit.rules.4.when.fact',
    label: 'Scoring › Fit › “Decides”',
  });
  for (const { path } of uses) {
    const found = path
      .split('.')
      .reduce<unknown>((value, name) => (value as Record<string, unknown>)[name], SHIPPED_DEFINITIONS);
    expect(found).toBe('contact.jobtitle');
  }
});

it('every property that rules ask about is found somewhere', () => {
  for (const type of ['contact', 'company'] as const) {
    for (const property of askedProperties(SHIPPED_DEFINITIONS, type))
      expect([property, paths({ fact: `${type}.${property}` }).length > 0]).toEqual([property, true]);
  }
});

it('a property is found where it is named outside a rule, and a company’s is not taken for a contact’s', () => {
  expect(paths({ fact: 'contact.hs_analytics_source' })).toContain('sources.property');
  expect(usesOf(SHIPPED_DEFINITIONS, { fact: 'contact.engagements_last_meeting_booked' })).toContainEqual({
    path: 'work.meetingBooked',
    label: 'Work › Meeting booked',
  });
  const tiers = SHIPPED_DEFINITIONS.accounts?.tiers.property ?? '';
  expect(paths({ fact: `company.${tiers}` })).toContain('accounts.tiers.property');
  expect(paths({ fact: `contact.${tiers}` })).not.toContain('accounts.tiers.property');
});

it('touch types and signals are found by the rules that count them', () => {
  expect(paths({ touch: 'pricing_page' })).toEqual(['scoring.behavior.groups.0.rules.1.on.touch']);
  expect(paths({ signal: 'intent' }).length).toBeGreaterThan(0);
  expect(paths({ touch: 'nothing' })).toEqual([]);
});

it('stages are told by their id, and what is unfinished is searched as far as it goes', () => {
  const stages = { SQL: { entry: [{ id: 'a', label: 'Budget', when: { fact: 'contact.budget', op: 'is_known' } }] } };
  expect(usesOf({ stages }, { fact: 'contact.budget' })).toEqual([
    { path: 'stages.SQL.entry.0.when.fact', label: 'Stages › SQL › Entry › “Budget”' },
  ]);
  for (const document of [null, 'soon', [], { scoring: 7 }, { stages: { SQL: null } }])
    expect(usesOf(document, { fact: 'contact.budget' })).toEqual([]);
});
