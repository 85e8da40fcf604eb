import { describe, expect, it, test } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import { describeMissing } from '../predicate/describe.ts';
import type { RecordType } from '../journey/fact.ts';
import { SAMPLE_PERCENTILE } from '../predicate/sample-percentile.ts';
import { SIGNAL, signalValue } from '../touch/signal.ts';
import { TOUCH, touchValue } from '../touch/touch.ts';
import { recordId } from '../values/ids.ts';
import { DAY_MS } from '../values/instant.ts';
import { type Assessment, assess, missingFor } from './assess.ts';
import { KnownPerson } from './known-person.ts';
import { type Rules, rulesOf } from './rules.ts';

const NOW = Date.UTC(2026, 5, 1, 10);
const shippedRules = rulesOf(SHIPPED_DEFINITIONS);
if (!shippedRules) throw new Error('The shipped definition set scores.');
const RULES: Rules = shippedRules;

/** What is known of a buyer at a firm that fits. */
const BUYER = {
  'contact.firstname': 'Ada',
  'contact.email': 'ada@northwind.io',
  'contact.jobtitle': 'VP Operations',
  'company.numberofemployees': '400',
  'company.industry': 'MACHINERY',
  'company.country': 'Germany',
};
const STUDENT = { ...BUYER, 'contact.jobtitle': 'Student assistant to the director' };

class Story {
  readonly known: KnownPerson;
  constructor(values: Readonly<Record<string, string>>, rules: Rules = RULES) {
    this.known = new KnownPerson(rules);
    for (const [fact, value] of Object.entries(values)) {
      const [type, property] = fact.split('.') as [RecordType, string];
      this.tell(type, property, value, 400);
    }
  }

  tell(type: RecordType, property: string, value: string, daysAgo: number): this {
    const at = NOW - daysAgo * DAY_MS;
    const record = { type, id: recordId('1') };
    this.known.learn({ record, property, value, occurredAt: at, knownAt: at, dated: true });
    return this;
  }

  touched(type: string, ...daysAgo: number[]): this {
    for (const days of daysAgo) this.tell('contact', TOUCH, touchValue({ type, channel: '', program: '' }), days);
    return this;
  }

  signalled(kind: string, strength: number, daysAgo: number): this {
    return this.tell('company', SIGNAL, signalValue({ kind, topic: 'crm', strength, source: 's' }), daysAgo);
  }

  assess(rules: Rules = RULES): Assessment {
    return assess(this.known, NOW, rules);
  }

  missing(): string[] {
    return missingFor(this.known, this.assess()).map((each) => describeMissing(each, (fact) => fact));
  }
}

/** A good week. */
const busy = (story: Story, daysAgo: number): Story =>
  story
    .touched('webinar_attended', daysAgo, daysAgo + 2)
    .touched('content_download', daysAgo, daysAgo + 1, daysAgo + 3)
    .touched('chat', daysAgo + 1)
    .touched('email_click', daysAgo, daysAgo + 1)
    .touched('pricing_page', daysAgo, daysAgo + 2);

/** More than anybody does: every cap is still reached half a year later. */
function tireless(story: Story, daysAgo: number): Story {
  for (let day = 0; day < 60; day += 1) busy(story, daysAgo + day);
  return story;
}

/** Everything there is to look at in one visit. */
const visit = (story: Story): Story =>
  story.touched('website_visit', 0).touched('pricing_page', 0).touched('case_study', 0);

test('two gates can be given to two halves of the people, the same halves for ever', () => {
  const half = (op: 'at_most' | 'at_least', number: number) => ({ fact: SAMPLE_PERCENTILE, op, number }) as const;
  const [gate] = RULES.qualification.gates;
  if (!gate) throw new Error('There is no gate.');
  const gates = [
    { ...gate, id: 'first', when: half('at_most', 50) },
    { ...gate, id: 'second', when: half('at_least', 51) },
  ];
  const rules = { ...RULES, qualification: { ...RULES.qualification, gates } };
  const gateOf = (id: string) => {
    const known = new KnownPerson(rules);
    const record = { type: 'contact', id: recordId(id) } as const;
    known.learn({ record, property: 'jobtitle', value: 'CEO', occurredAt: NOW, knownAt: NOW, dated: true });
    return assess(known, NOW, rules).gate?.id;
  };
  // The places of these ids are 34, 24, 13 and 22.
  expect(['1', '2', '101', '151000000000'].map(gateOf)).toEqual(['first', 'first', 'first', 'first']);
  const gateIds = Array.from({ length: 1_000 }, (_, index) => gateOf(String(index)));
  expect(gateIds.filter((id) => id === 'second').length).toBeGreaterThan(450);
  expect(gateIds.every((id) => id !== undefined)).toBe(true);
});

describe('six silent months', () => {
  it.each([
    ['a good week', busy],
    ['more than anybody does', tireless],
  ])('after %s, and one visit today do not pass the gate; the same points of the last days do', (_name, past) => {
    const silent = visit(past(new Story(BUYER), 182));
    expect(silent.assess()).toMatchObject({ icp: true, target: true, score: { grade: 'A' }, passes: false });
    const active = visit(past(new Story(BUYER), 1));
    expect(active.assess()).toMatchObject({ icp: true, target: true, score: { grade: 'A' }, passes: true });
    expect(active.missing()).toEqual([]);
  });

  it('leave a score that is high enough, and a reason that says what is not', () => {
    const silent = visit(tireless(new Story(BUYER), 182));
    expect(silent.assess().score.behavior).toBeGreaterThan(100_000);
    expect(silent.missing()).toEqual(['score.recent is 22: 3 short of 25']);
  });

  it('and one use of the product do not pass the gate of its users', () => {
    const used = (...daysAgo: number[]) =>
      daysAgo.reduce((story, days) => story.signalled('usage', 1_000, days), new Story(BUYER));
    const past = Array.from({ length: 120 }, (_, day) => 182 + day);
    expect(used(...past, 0).assess()).toMatchObject({ gate: { id: 'product_led' }, passes: false });
    expect(used(...past, 1, 0).assess()).toMatchObject({ gate: { id: 'product_led' }, passes: true });
  });
});

describe('the standard gate asks for all three', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['an account that does not fit', { 'company.numberofemployees': '5' }, /^is\.icp is false/],
    ['no authority', { 'contact.jobtitle': 'Accountant' }, /^is\.target is false/],
    ['a junk address', { 'contact.email': 'a@test.com' }, /^is\.target is false/],
    ['a junk name', { 'contact.firstname': 'asdf' }, /^is\.target is false/],
    ['a junk number', { 'contact.phone': '1234567' }, /^is\.target is false/],
  ])('%s is the one that is missing', (_name, values, reason) => {
    const story = busy(new Story({ ...BUYER, ...values }), 0);
    expect(story.assess().passes).toBe(false);
    expect(story.missing()).toEqual(expect.arrayContaining([expect.stringMatching(reason)]));
    expect(story.missing().join()).not.toMatch(/behavior|recent/);
  });

  it('silence is the one that is missing', () => {
    expect(new Story(BUYER).missing()).toEqual([
      'score.behavior is 0: 40 short of 40',
      'score.recent is 0: 25 short of 25',
    ]);
  });
});

it('a keen student never passes, however keen', () => {
  const student = visit(tireless(new Story(STUDENT), 0)).signalled('intent', 1_000, 0);
  expect(student.assess()).toMatchObject({ icp: true, target: true, score: { grade: 'D', band: '1' }, passes: false });
  for (let day = 0; day < 10; day += 1) student.signalled('usage', 1_000, day);
  expect(student.assess()).toMatchObject({ gate: { id: 'product_led' }, passes: false });
});

it('a contact from a bought list never passes before a response, which an opened page is not', () => {
  const bought = new Story({ ...BUYER, 'contact.l2r_acquisition': 'purchased' });
  bought.touched('pricing_page', 0, 1, 2).touched('case_study', 0, 1).touched('email_click', 0, 1, 2, 3);
  bought.touched('registered', 0).touched('review_site', 0, 1).signalled('intent', 1_000, 0);
  expect(bought.assess()).toMatchObject({ purchased: true, passes: false });
  expect(bought.missing()).toEqual([]);
  bought.touched('webinar_attended', 0);
  expect(bought.assess()).toMatchObject({ purchased: false, passes: true });
});

it('whoever is excluded never passes, whatever the score', () => {
  for (const [fact, value, id] of [
    ['contact.lifecyclestage', 'customer', 'customer'],
    ['company.type', 'VENDOR', 'partner'],
  ] as const)
    expect(busy(new Story({ ...BUYER, [fact]: value }), 0).assess()).toMatchObject({ excluded: id, passes: false });
});

describe('the account score', () => {
  const imported = rulesWith({ imported: 'their_score' });
  const account = (values: Record<string, string>, rules: Rules = RULES) =>
    new Story(values, rules).assess(rules).account;

  it('is the fit of the company with the signals on it', () => {
    expect(account(BUYER)).toBe(45);
    expect(new Story(BUYER).signalled('intent', 500, 0).assess().account).toBe(58);
    expect(account({ 'contact.jobtitle': 'VP' })).toBe(0);
  });

  it('makes an ICP of an account whose size is not known', () => {
    const { 'company.numberofemployees': _, ...unknown } = BUYER;
    const story = new Story({ ...unknown, 'company.web_technologies': 'HubSpot' });
    expect(story.assess()).toMatchObject({ account: 35, icp: false });
    expect(story.signalled('intent', 1_000, 0).assess()).toMatchObject({ account: 60, icp: true });
  });

  it.each([
    ['87', 87],
    ['87.5', 88],
    ['0', 0],
    ['-3', 0],
    ['1000', 100],
    ['', 45],
    ['   ', 45],
    ['high', 45],
    ['Infinity', 45],
  ])('of another system counts as it is, from 0 to 100: %j is %i', (given, score) => {
    expect(account({ ...BUYER, 'company.their_score': given }, imported)).toBe(score);
  });
});

function rulesWith(account: { imported: string }): Rules {
  return { ...RULES, scoring: { ...RULES.scoring, account } };
}
