import { describe, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import type { DefinitionSet } from '../definitions/definition-set.ts';
import type { Response } from '../handoff/respond.ts';
import { passGate } from './pass-gate.ts';
import { askGate, type Entrant } from './stage-gate.ts';

const NOW = Date.UTC(2026, 5, 1);
const entrant = (values: Readonly<Record<string, string>>): Entrant => ({
  subject: { at: NOW, value: (fact) => values[fact] ?? '' },
  field: (property) => values[property] ?? '',
  answer: (id) => values[id] ?? '',
  notToSkip: [],
});
const ask = (...[stage, left, values, definitions = SHIPPED_DEFINITIONS]: Asked) =>
  askGate(stage, left, entrant(values), definitions, (fact) => fact);
type Asked = [
  stage: Parameters<typeof askGate>[0],
  left: Parameters<typeof askGate>[1],
  values: Readonly<Record<string, string>>,
  definitions?: DefinitionSet,
];

const leaving: DefinitionSet = {
  ...SHIPPED_DEFINITIONS,
  stages: {
    AQL: {
      meaning: '',
      entry: [],
      exit: [{ id: 'called', label: 'Called', level: 'block', when: { fact: 'contact.phone', op: 'is_known' } }],
      requiredFields: [],
      ownerRole: 'sdr',
      skip: 'allow',
      reentry: 'new_attempt',
      targets: {},
    },
  },
};

describe('what a stage asks for', () => {
  it('the shipped rules ask for fit and a real contact at MAL, and say what is missing of them', () => {
    const items = ask('MAL', 'AQL', { 'is.target': 'true', 'company.numberofemployees': '5' });
    expect(items.map(({ id, level, done }) => [id, level, done])).toEqual([
      ['entry.fits', 'warn', false],
      ['entry.contactable', 'warn', true],
    ]);
    expect(items[0]?.detail).toContain(
      'company.numberofemployees is 5; it takes: company.numberofemployees is at least 20',
    );
  });

  it('… and at SQO for amount, close date and five answers', () => {
    const items = ask('SQO', 'MQO', { amount: '700', budget: 'Granted' });
    expect(items.map(({ id, level, done }) => [id, level, done])).toEqual([
      ['field.amount', 'block', true],
      ['field.closedate', 'block', false],
      ['answer.need', 'warn', false],
      ['answer.budget', 'warn', true],
      ['answer.authority', 'warn', false],
      ['answer.timeline', 'warn', false],
      ['answer.decision_process', 'warn', false],
    ]);
    expect(items[3]?.detail).toBe('Granted');
  });

  it.each([
    ['who goes on has to have done it', 'MAL', 'AQL', ['exit.called']],
    ['who drops out has not', 'RECYCLED', 'AQL', []],
    ['who goes back has not', 'LEAD', 'AQL', []],
    ['who comes from elsewhere has not', 'MAL', 'LEAD', []],
    ['who comes from nowhere has not', 'MAL', undefined, []],
  ] as const)('to leave: %s', (_who, stage, left, ids) => {
    expect(ask(stage, left, {}, leaving).map(({ id }) => id)).toEqual(ids);
  });

  it('a stage that must not be skipped, until it was entered', () => {
    const at = (isEntered: boolean) => {
      const before = { ...entrant({}), notToSkip: [{ stage: 'SQL' as const, isEntered }] };
      return askGate('MQO', 'SQL', before, SHIPPED_DEFINITIONS, (fact) => fact)[0];
    };
    expect(at(false)).toEqual({
      id: 'skip.SQL',
      label: 'Qualified by discovery',
      level: 'block',
      done: false,
      detail: 'It was not entered, and must not be skipped: enter it first.',
    });
    expect(at(true)).toMatchObject({ done: true });
  });
});

describe('a click', () => {
  const response = {
    handoff: { handoffId: 'h', click: { at: NOW, userId: '5', outcome: 'accepted' } },
    intents: [],
    decisions: [],
  } as unknown as Response;
  const item = { id: 'entry.x', label: 'X', detail: 'It is not so.', done: false };

  it.each([
    ['block', [], 'This stage cannot be entered without: X – It is not so. Mend it, then accept again.'],
    ['block', ['entry.x'], 'This stage cannot be entered without: X – It is not so. Mend it, then accept again.'],
    [
      'warn',
      ['entry.y'],
      'This stage asks for what is missing: X – It is not so. Mend it, or accept all the same, which is noted under your name.',
    ],
  ] as const)('is refused at level %s despite %j', (level, despite, why) => {
    expect(passGate(response, [{ ...item, level }], despite)).toEqual({ refused: 'invalid', why });
  });

  it.each([
    ['warn', ['entry.x']],
    ['observe', []],
  ] as const)('goes through at level %s despite %j, and keeps what was missing without any value', (level, despite) => {
    const passed = passGate(response, [{ ...item, level }], despite);
    expect('handoff' in passed && passed.handoff.click?.checked).toEqual([
      { id: 'entry.x', label: 'X', level, done: false },
    ]);
  });
});
