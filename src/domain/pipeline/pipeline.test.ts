import { describe, expect, it } from 'vitest';
import { DEFAULT_STAGE_MAP, day, facts } from '../../../test/support/journey-builders.ts';
import { recordId } from '../values/ids.ts';
import { DAY_MS } from '../values/instant.ts';
import { formatMoney, parseMoney } from '../values/money.ts';
import { type DealRow, pipelineFigures, velocityPerDay } from './pipeline.ts';
import { type RevenueEntry, revenueOf } from './revenue-ledger.ts';

describe('pipeline velocity', () => {
  it('is 4,166.67 a day for 50 opportunities of 20,000 at 25 % in 60 days', () => {
    expect(velocityPerDay(50, 0.25, 20_000, 60)).toBeCloseTo(4_166.67, 2);
  });

  it('cannot be told when every cycle is zero', () => {
    const won: DealRow = {
      dealId: '1',
      createdAt: 0,
      isPipeline: true,
      state: 'won',
      wonAt: 0,
      amount: parseMoney('100'),
      currency: 'EUR',
    };
    expect(pipelineFigures([won], 'EUR')).toMatchObject({
      open: 0,
      won: 1,
      winRate: 1,
      averageDealValue: 100,
      averageCycleDays: 0,
      velocityPerDay: null,
    });
  });
});

describe('pipeline figures', () => {
  const deal = (over: Partial<DealRow>): DealRow => ({
    dealId: '1',
    createdAt: 0,
    isPipeline: true,
    state: 'open',
    currency: 'EUR',
    ...over,
  });

  it('never count a deal that only ever was an MQO', () => {
    expect(pipelineFigures([deal({ isPipeline: false }), deal({})], 'EUR')).toMatchObject({
      opportunities: 1,
      open: 1,
    });
  });

  it('take the cycle from SQO, else from the deal’s creation', () => {
    const won = [
      deal({ state: 'won', sqoAt: 10 * DAY_MS, wonAt: 20 * DAY_MS }),
      deal({ state: 'won', wonAt: 30 * DAY_MS }),
    ];
    expect(pipelineFigures(won, 'EUR').averageCycleDays).toBe(20);
  });

  it('leave amounts of other currencies and missing ones out, and say how many', () => {
    const won = [
      deal({ state: 'won', wonAt: 0, amount: parseMoney('10') }),
      deal({ state: 'won', wonAt: 0, amount: parseMoney('99'), currency: 'USD' }),
      deal({ state: 'won', wonAt: 0 }),
    ];
    expect(pipelineFigures(won, 'EUR')).toMatchObject({ averageDealValue: 10, inOtherCurrency: 1, withoutAmount: 1 });
  });
});

describe('the revenue ledger', () => {
  const deal = { id: recordId('9'), createdAt: day(0) };
  const stage = (...changes: [number, string][]) => facts('deal', '9', 'dealstage', ...changes);
  const amount = (...changes: [number, string][]) => facts('deal', '9', 'amount', ...changes);
  const told = (entries: readonly RevenueEntry[]) =>
    entries.map((entry) => [
      entry.change,
      entry.amount === undefined ? null : formatMoney(entry.amount),
      entry.currency,
    ]);
  const ledger = (history: ReturnType<typeof facts>, over: object = {}) =>
    told(revenueOf({ ...deal, ...over }, history, DEFAULT_STAGE_MAP, 'EUR'));

  it('books a win with its amount, currency and close date', () => {
    const history = [
      ...stage([0, 'qualifiedtobuy'], [5, 'closedwon']),
      ...amount([1, '900.50']),
      ...facts('deal', '9', 'closedate', [1, '2026-01-06T12:00:00Z']),
    ];
    expect(revenueOf(deal, history, DEFAULT_STAGE_MAP, 'EUR')).toMatchObject([
      { change: 'won', at: day(5), currency: 'EUR', closeDate: '2026-01-06T12:00:00Z' },
    ]);
  });

  it('takes it back when the deal is reopened', () => {
    expect(ledger([...stage([0, 'closedwon'], [3, 'contractsent']), ...amount([0, '100'])])).toEqual([
      ['won', '100.00', 'EUR'],
      ['reopened', '-100.00', 'EUR'],
    ]);
  });

  it('books the difference when a won amount is lowered', () => {
    expect(ledger([...stage([0, 'closedwon']), ...amount([0, '100'], [4, '60'])])).toEqual([
      ['won', '100.00', 'EUR'],
      ['amended', '-40.00', 'EUR'],
    ]);
  });

  it('moves a changed currency out of the one and into the other', () => {
    const currency = facts('deal', '9', 'deal_currency_code', [0, 'EUR'], [2, 'USD']);
    expect(ledger([...stage([0, 'closedwon']), ...amount([0, '100']), ...currency])).toEqual([
      ['won', '100.00', 'EUR'],
      ['amended', '-100.00', 'EUR'],
      ['amended', '100.00', 'USD'],
    ]);
  });

  it.each([
    ['deleted', { deletedAt: day(9) }],
    ['merged', { deletedAt: day(9), mergedInto: recordId('10') }],
  ])('takes it back when the deal is %s', (change, over) => {
    expect(ledger([...stage([0, 'closedwon']), ...amount([0, '100'])], over).at(-1)).toEqual([
      change,
      '-100.00',
      'EUR',
    ]);
  });

  it('books nothing for a deal that was never won', () => {
    expect(ledger([...stage([0, 'qualifiedtobuy'], [3, 'closedlost']), ...amount([0, '100'])])).toEqual([]);
  });
});
