import { Button, CurrencyInput, DateInput, EmptyState, Select, StatusTag } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HandoffCardAnswer } from '../../src/http/contract/cards.ts';
import { HandoffCard } from './HandoffCard.tsx';
import { handoff, handoffAnswer, NOW } from './support/answers.ts';
import { json, openCard, pass, turns, useTestTime } from './support/card-test.tsx';

beforeEach(() => useTestTime(NOW));
afterEach(() => vi.useRealTimers());
afterEach(() => vi.unstubAllGlobals());

const open = (over: Partial<HandoffCardAnswer> = {}) =>
  openCard('crm.record.tab', HandoffCard, json(handoffAnswer(over)));
type Card = Awaited<ReturnType<typeof open>>;

const amount = (card: Card) => card.findByTestId(CurrencyInput, 'amount').props;
const closeDate = (card: Card) => card.findByTestId(DateInput, 'close-date').props;
async function write(
  card: Card,
  fields: { amount?: number; closeDate?: { year: number; month: number; date: number } },
) {
  if (fields.amount !== undefined) amount(card).onChange?.(fields.amount);
  if (fields.closeDate) closeDate(card).onChange?.(fields.closeDate);
  await turns();
}
async function click(card: Card, testId: string) {
  card.findByTestId(Button, testId).trigger('onClick');
  await turns();
}

describe('what the AE reads', () => {
  test('the clock of 72 hours, the stage, who it was offered to', async () => {
    const card = await open();
    expect(card.calls[0]?.url).toBe('https://l2r.example.com/extension/v1/deals/123/handoff');
    expect(card.findByTestId(StatusTag, 'clock').text).toBe('51 h 20 min left');
    for (const text of ['Decision, due Nov 25, 2026', 'Offered to Ana Ruiz', 'Meeting set since', 'Ana decides by Wed'])
      expect(card.text()).toContain(text);
  });

  test('the checklist, and what is missing', async () => {
    const card = await open();
    expect(card.findAll(StatusTag).map(({ text }) => text)).toEqual(['51 h 20 min left', 'Done', 'Missing']);
    expect(card.text()).toContain('Nobody has written it down');
  });

  test('who handed it over', async () => {
    const card = await open({ handoff: handoff({ offeredFrom: { ownerId: '8', name: 'Ben Ode' } }) });
    expect(card.text()).toContain('Offered to Ana Ruiz by Ben Ode on Nov 23, 2026');
  });

  test('a deal that nobody handed over', async () => {
    const card = await open({ handoff: null });
    expect(card.find(EmptyState).props.title).toBe('Nothing was handed over');
  });

  test.each([
    ['pending', { state: 'pending' }, 'Waiting for HubSpot to confirm.'],
    ['refused', { refusal: 'Amount is read-only.' }, 'HubSpot did not take it: Amount is read-only. Offered again'],
    ['accepted', { state: 'accepted', decidedBy: 'Ana Ruiz', decidedAt: NOW }, 'Accepted by Ana Ruiz on Nov 23, 2026'],
    ['rejected', { state: 'rejected', reason: 'NO_AUTHORITY' }, 'Rejected. Reason: Not the decision maker.'],
  ] as const)('%s', async (_name, over, text) => {
    const card = await open({ handoff: handoff(over) });
    expect(card.text()).toContain(text);
  });

  test('without the right to decide: why, and no form', async () => {
    const why = 'This was decided already.';
    const card = await open({ accept: { allowed: false, why }, reject: { allowed: false, why } });
    expect(card.maybeFindByTestId(CurrencyInput, 'amount')).toBeNull();
    expect(card.maybeFindByTestId(Button, 'reject')).toBeNull();
    expect(card.text().split(why)).toHaveLength(2);
  });
});

describe('the form', () => {
  test('starts from what the deal says, and follows it', async () => {
    const card = await open();
    expect(amount(card)).toMatchObject({ value: 5000, currency: 'EUR', error: false });
    expect(closeDate(card).value).toEqual({ year: 2026, month: 11, date: 31 });

    card.answerWith(json(handoffAnswer({ now: NOW + 20_000, amount: '7000.5', closeDate: '2027-01-02' })));
    await pass(20_000);
    expect(amount(card).value).toBe(7000.5);
    expect(closeDate(card).value).toEqual({ year: 2027, month: 0, date: 2 });
  });

  test('keeps what the person wrote', async () => {
    const card = await open();
    await write(card, { amount: 6000 });
    card.answerWith(json(handoffAnswer({ now: NOW + 20_000, amount: '7000', closeDate: '2027-01-02' })));
    await pass(20_000);
    expect(amount(card).value).toBe(6000);
    expect(closeDate(card).value).toEqual({ year: 2027, month: 0, date: 2 });
  });

  test('is sent as decimal text and a calendar day', async () => {
    const card = await open();
    await write(card, { amount: 6000.5, closeDate: { year: 2027, month: 1, date: 3 } });
    await click(card, 'accept');
    expect(card.calls[1]).toMatchObject({
      url: 'https://l2r.example.com/extension/v1/deals/123/accept',
      method: 'POST',
      body: { handoffId: 'h2', amount: '6000.50', closeDate: '2027-02-03' },
    });
  });

  test('the click that commits a field sends what it committed', async () => {
    const card = await open();
    amount(card).onChange?.(9);
    card.findByTestId(Button, 'accept').trigger('onClick');
    expect(card.calls[1]?.body).toMatchObject({ amount: '9.00' });
  });

  test.each([
    ['no amount', { amount: null }, 'Enter the amount.', ''],
    ['an amount of zero', { amount: '0' }, 'The amount must be above zero.', ''],
    ['an amount that rounds to zero', { amount: '0.001' }, 'The amount must be above zero.', ''],
    ['a negative amount', { amount: '-5' }, 'The amount must be above zero.', ''],
    ['an amount beyond 15 digits', { amount: '1000000000000000' }, 'The amount is too large.', ''],
    ['no close date', { closeDate: null }, '', 'Choose the close date.'],
    ['a close date in the past', { closeDate: '2026-11-22' }, '', 'The close date must not be in the past.'],
  ])('%s is said in place and not sent', async (_name, over, amountMessage, dateMessage) => {
    const card = await open(over);
    expect([amount(card).validationMessage, closeDate(card).validationMessage]).toEqual(['', '']);
    await click(card, 'accept');
    expect([amount(card).validationMessage, closeDate(card).validationMessage]).toEqual([amountMessage, dateMessage]);
    expect([amount(card).error, closeDate(card).error]).toEqual([amountMessage !== '', dateMessage !== '']);
    expect(card.calls).toHaveLength(1);
  });

  test('today is not in the past, by the day of the portal', async () => {
    // 22:00 in New York, 03:00 of the next day in UTC.
    const night = Date.UTC(2026, 10, 24, 3, 0);
    const card = await open({ now: night, closeDate: '2026-11-23' });
    await click(card, 'accept');
    expect(card.calls[1]?.body).toMatchObject({ closeDate: '2026-11-23' });
  });
});

test('what is asked for and missing is listed before it is accepted without, and the form is checked all the same', async () => {
  const checklist = [
    { id: 'amount', label: 'Amount', done: false, detail: 'put in when you accept' },
    { id: 'answer.budget', label: 'Budget', done: false, level: 'warn', detail: 'Nobody has answered it yet.' },
  ] as const;
  const card = await open({ checklist });
  await click(card, 'accept-confirm');
  expect(card.calls[1]?.body).toMatchObject({ amount: '5000.00', despite: ['answer.budget'] });
  const incomplete = await open({ checklist, amount: null });
  await click(incomplete, 'accept-confirm');
  expect(amount(incomplete).validationMessage).toBe('Enter the amount.');
  expect(incomplete.calls).toHaveLength(1);
});

test('rejects with a reason', async () => {
  const card = await open();
  card.findByTestId(Select, 'reject-reason').trigger('onChange', 'NO_AUTHORITY' as never);
  await turns();
  await click(card, 'reject-confirm');
  expect(card.calls[1]).toMatchObject({
    url: 'https://l2r.example.com/extension/v1/deals/123/reject',
    body: { handoffId: 'h2', reason: 'NO_AUTHORITY' },
  });
  expect(card.mocks.actions.closeOverlay.calls).toEqual([['reject-dialog']]);
});
