import { expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import type { DefinitionSet } from '../definitions/definition-set.ts';
import type { Fact } from '../journey/fact.ts';
import { TOUCH } from '../touch/touch.ts';
import { recordId } from '../values/ids.ts';
import { DAY_MS } from '../values/instant.ts';
import { explainStanding } from './explain-standing.ts';
import { rulesOf } from './rules.ts';

const NOW = Date.UTC(2026, 2, 1, 9);

const fact = (name: string, value: string, daysAgo = 30): Fact => {
  const [type, property = ''] = name.split('.');
  const at = NOW - daysAgo * DAY_MS;
  const record = { type: type as 'contact', id: recordId(type === 'company' ? '2' : '1') };
  return { record, property, value, occurredAt: at, knownAt: at, dated: true };
};

const explain = (facts: readonly Fact[], change: (definitions: DefinitionSet) => void = () => undefined) => {
  const definitions = structuredClone(SHIPPED_DEFINITIONS);
  change(definitions);
  const rules = rulesOf(definitions);
  if (!rules) throw new Error('The shipped definitions score.');
  return explainStanding(facts, NOW, rules, (name) => name.slice(name.indexOf('.') + 1));
};

const company = [fact('company.numberofemployees', '400'), fact('company.industry', 'MACHINERY')];
const detailOf = (label: string, told: ReturnType<typeof explain>) =>
  told.checklist.find((each) => each.label === label)?.detail;

it('tells of ICP and target what they are made of, and of a long list how it begins', () => {
  const told = explain([...company, fact('contact.email', 'kim@buyer.example'), fact('contact.jobtitle', 'Clerk')]);
  expect(detailOf('icp', told)).toBe('Yes');
  expect(detailOf('target', told)).toBe(
    'firstname is not known; it takes: firstname is a real name. jobtitle is Clerk; it takes: jobtitle contains chief, ceo, coo, cfo, cio or one of 13 more.',
  );
});

it('names every way that would do where there are several', () => {
  const told = explain([fact('contact.email', 'kim@buyer.example')]);
  expect(detailOf('icp', told)).toMatch(/account is 0: 60 short of 60\. numberofemployees is not known; it takes: .*/);
});

it('says what the next grade and band take, and that a veto leaves none', () => {
  const visit = fact(`contact.${TOUCH}`, 'pricing_page||', 0);
  const told = explain([...company, visit]);
  expect(told.receipt.score.behavior).toBe(17_000);
  expect(told.next.behavior).toEqual({ name: '2', from: 40, shortUnits: 23_000 });
  expect(told.next.fit).toEqual({ name: 'A', from: 65, shortUnits: 20_000 });
  expect(explain([...company, fact('contact.jobtitle', 'Student')]).next.fit).toBeNull();
});

it('lists every rule of fit, and why the others do not count', () => {
  const { fit } = explain(company);
  expect(fit.filter(({ holds }) => holds).map(({ id }) => id)).toEqual(['mid_size', 'industry']);
  expect(fit.find(({ id }) => id === 'country')?.why).toBe('country is not known; it takes: country is known.');
});

it('says what would have to change where no score helps', () => {
  const person = [...company, fact('contact.email', 'kim@buyer.example')];
  expect(explain(person).shutOut).toEqual([]);
  expect(explain([...person, fact('contact.lifecyclestage', 'customer')]).shutOut).toEqual([
    'Never an AQL by score while lifecyclestage is customer or evangelist.',
  ]);
  const bought = [...person, fact('contact.l2r_acquisition', 'purchased')];
  expect(explain(bought).shutOut).toEqual([
    'From a bought list: never an AQL by score before a first response of their own.',
  ]);
  expect(explain([...bought, fact(`contact.${TOUCH}`, 'form||', 0)]).shutOut).toEqual([]);
  const onlyProduct = ({ qualification }: DefinitionSet) => {
    if (qualification) qualification.gates = qualification.gates.filter(({ when }) => when !== undefined);
  };
  expect(explain(person, onlyProduct).shutOut).toEqual([
    'Never an AQL by score while no gate is for this person.',
    'There is a gate for people of whom this holds: usage is at least 30.',
  ]);
});

it('asks a gate that is one question, and one of several ways', () => {
  const gates = (definitions: DefinitionSet) => {
    const [gate] = definitions.qualification?.gates ?? [];
    if (!gate || !definitions.qualification) return;
    const entry = {
      any: [
        { fact: 'score.behavior', op: 'at_least', number: 40 } as const,
        { not: { fact: 'contact.country', op: 'is_known' } as const },
      ],
    };
    definitions.qualification.gates = [{ ...gate, when: undefined, entry }];
  };
  expect(explain(company, gates).checklist).toEqual([
    expect.objectContaining({ label: 'behavior is at least 40 or not (country is known)', done: true }),
  ]);
});
