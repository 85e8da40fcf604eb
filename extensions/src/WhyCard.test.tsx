import {
  Accordion,
  Alert,
  Button,
  DateInput,
  EmptyState,
  ErrorState,
  LoadingSpinner,
  StatisticsItem,
  StatusTag,
} from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BarrierView, StandingView, WhyCardAnswer } from '../../src/http/contract/why.ts';
import { WhyCard } from './WhyCard.tsx';
import { NOW } from './support/answers.ts';
import { json, openCard, turns, useTestTime } from './support/card-test.tsx';
import { standing, whyAnswer } from './support/why-answers.ts';

beforeEach(() => useTestTime(NOW));
afterEach(() => vi.useRealTimers());
afterEach(() => vi.unstubAllGlobals());

const DAY = 24 * 60 * 60_000;
const URL = 'https://l2r.example.com/extension/v1/contacts/123/why';

const open = (over: Partial<WhyCardAnswer> = {}) => openCard('crm.record.tab', WhyCard, json(whyAnswer(over)));
const openWith = (over: Partial<StandingView>) => open({ standing: standing(over) });

describe('what a rep reads', () => {
  test('fit beside behavior, in letters, digits, words and points', async () => {
    const card = await open();
    expect(card.calls).toEqual([{ url: URL, method: 'GET', body: undefined }]);
    expect(card.findByTestId(StatisticsItem, 'fit').props).toMatchObject({ label: 'Fit A', number: '75' });
    expect(card.findByTestId(StatisticsItem, 'behavior').props).toMatchObject({ label: 'Behavior 3', number: '28.4' });
    expect(card.text()).toContain('A3: fits best, a little active.');
    expect(card.text().replaceAll('\u202f', ' ')).toContain('As of Nov 23, 2026, 10:00 AM, by version 3 of the rules.');
  });

  test('what is missing for the gate, and for the next step up', async () => {
    const card = await open();
    expect(card.findByTestId(StatusTag, 'verdict').text).toBe('Not yet: 1 of 2 for ICP, target and behavior');
    expect(card.text()).toContain('Behavior is 28.4: 11.6 short of 40.');
    expect(card.text()).toContain('Behavior 2 from 40 points: 11.6 short.');
  });

  test.each([
    ['passed', { passes: true }, 'Passes: ICP, target and behavior'],
    [
      'passed, and not enforced',
      { passes: true, gate: { label: 'Uses the product', mode: 'observe' } },
      'Would pass: Uses the product. This gate is only measured so far',
    ],
    ['for nobody like this', { gate: null }, 'No gate is for this person'],
    ['closed to customers', { exclusion: 'Existing customer' }, 'Left out: Existing customer'],
    ['closed to bought addresses', { isPurchased: true }, 'From a bought list, and no response so far'],
  ] as const)('a gate that is %s', async (_name, over, text) => {
    const card = await openWith(over);
    expect(card.findByTestId(StatusTag, 'verdict').text).toBe(text);
  });

  test('what would have to change where no score helps', async () => {
    const shutOut = ['Never an AQL by score while Lifecycle stage is customer.'];
    const card = await openWith({ exclusion: 'Existing customer', shutOut });
    expect(card.text()).toContain(shutOut[0]);
    expect((await open()).text()).not.toContain('Whatever the score');
  });

  test('that nothing helps where a veto stands', async () => {
    const card = await openWith({ vetoes: ['Student or researcher'], grade: 'D', cell: 'D3' });
    expect(card.text()).toContain('Fit D whatever the points: Student or researcher.');
  });

  test.each<[string, BarrierView, string]>([
    ['being worked', { kind: 'being_worked' }, 'Is offered or being worked: see the Lead card.'],
    ['the embargo', { kind: 'embargo', until: NOW + 40 * DAY }, 'Until Jan 2, 2027 only a raised hand makes an AQL.'],
    ['being held', { kind: 'held', since: NOW - DAY }, 'is held since Nov 22, 2026'],
    [
      'a disqualification',
      { kind: 'disqualified', by: 'Ana Ruiz', at: NOW, reason: 'Competitor', isByAddress: false },
      'Disqualified by Ana Ruiz on Nov 23, 2026: Competitor. Never becomes an AQL, whatever the score.',
    ],
    [
      'a disqualified address',
      { kind: 'disqualified', by: null, at: NOW, reason: null, isByAddress: true },
      'Somebody with the same e-mail address was disqualified on Nov 23, 2026.',
    ],
  ])('%s in the way', async (_name, barrier, text) => {
    const card = await openWith({ barrier });
    expect(card.find(Alert).text).toContain(text);
  });

  test('the receipt, whose lines sum to what is shown above them', async () => {
    const card = await open();
    const lines = card.findByTestId(Accordion, 'behavior-lines');
    expect(lines.props.title).toBe('Behavior: 28.4 points, line by line');
    const numbers = ['18.4', '11.4 of 12', '7 of 8', '10', '15', '-5', '28.4'];
    for (const number of numbers) expect(lines.toString()).toContain(number);
    expect(lines.toString()).toContain('Nov 21, 2026');
    expect(lines.toString()).toContain('Case study viewed (acceleration)');
    const fit = card.findByTestId(Accordion, 'fit-lines').toString();
    for (const text of ['50 to 5,000 employees', 'Uses a CRM', '0 of 15', 'Technologies (company) is not known.'])
      expect(fit).toContain(text);
  });

  test('how scores work, with the limits in force, on a click', async () => {
    const card = await open();
    const panel = card.findByTestId(Button, 'definitions').props.overlay?.toString();
    expect(panel).toContain('A (fits best) from 65 points');
  });
});

test('a day of the past is asked for, and left again', async () => {
  const card = await open();
  card.answerWith(json(whyAnswer({ at: NOW - 3 * DAY, isPast: true, standing: standing({ cell: 'A4', band: '4' }) })));
  card.findByTestId(DateInput, 'day').trigger('onChange', { year: 2026, month: 10, date: 20 } as never);
  await turns();
  expect(card.calls.at(-1)?.url).toBe(`${URL}?at=2026-11-20`);
  expect(card.text()).toContain('As of Nov 20, 2026');
  expect(card.text()).toContain('A4');

  card.answerWith(json(whyAnswer()));
  card.findByTestId(Button, 'now').trigger('onClick');
  await turns();
  expect(card.calls.at(-1)?.url).toBe(URL);
  expect(card.maybeFindByTestId(Button, 'now')).toBeNull();
});

describe('when there is nothing to show', () => {
  test('loading', async () => {
    const card = await openCard('crm.record.tab', WhyCard, () => new Promise<Response>(() => undefined));
    expect(card.find(LoadingSpinner).props.label).toBe('Loading');
  });

  test('not loaded', async () => {
    const card = await openCard(
      'crm.record.tab',
      WhyCard,
      json({ title: 'Bad', status: 500, detail: 'It broke.' }, 500),
    );
    expect(card.find(ErrorState).toString()).toContain('It broke.');
  });

  test('nothing known, now or on a day of the past', async () => {
    const now = await open({ standing: null, unscored: 'nothing_known' });
    expect(now.find(EmptyState).props.title).toBe('Nothing is known');
    const past = await open({ standing: null, unscored: 'nothing_known', isPast: true, at: NOW - DAY });
    expect(past.text()).toContain('Nothing that a rule asks about was known on Nov 22, 2026.');
  });

  test('nobody is scored', async () => {
    const card = await open({ standing: null, unscored: 'no_rules' });
    expect(card.text()).toContain('only a raised hand makes a lead');
  });

  test('no activity', async () => {
    const card = await openWith({ behavior: [], behaviorUnits: 0 });
    expect(card.text()).toContain('Nothing counts');
  });
});
