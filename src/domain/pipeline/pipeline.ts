import type { Instant } from '../values/instant.ts';
import { DAY_MS } from '../values/instant.ts';
import { type Money, moneyToNumber } from '../values/money.ts';

/** A deal as the pipeline figures need it, as of one instant. */
export interface DealRow {
  readonly dealId: string;
  readonly createdAt: Instant;
  /** Observed entry of SQO, if any. */
  readonly sqoAt?: Instant | undefined;
  /** True once SQO or a later stage was entered; a deal that only ever was an MQO is no pipeline. */
  readonly isPipeline: boolean;
  readonly state: 'open' | 'won' | 'lost';
  readonly wonAt?: Instant | undefined;
  readonly amount?: Money | undefined;
  readonly currency: string;
}

export interface PipelineFigures {
  readonly opportunities: number;
  readonly open: number;
  readonly won: number;
  readonly lost: number;
  readonly winRate: number | null;
  readonly averageDealValue: number | null;
  readonly averageCycleDays: number | null;
  readonly velocityPerDay: number | null;
  readonly currency: string;
  /** Pipeline deals left out of the money figures: without an amount, or in another currency. */
  readonly withoutAmount: number;
  readonly inOtherCurrency: number;
}

/**
 * Pipeline and its velocity: open opportunities × win rate × average won amount ÷ mean won cycle, per day (S5-15).
 *
 * Counts deals that entered SQO or later. Win rate = won ÷ (won + lost). The cycle runs from SQO, else the deal's creation, to won;
 * a negative cycle is left out. Money comes from won deals with an amount in `currency`. What divides by zero is null.
 */
export function pipelineFigures(deals: readonly DealRow[], currency: string): PipelineFigures {
  const pipeline = deals.filter((deal) => deal.isPipeline);
  const inState = (state: DealRow['state']) => pipeline.filter((deal) => deal.state === state);
  const won = inState('won');
  const open = inState('open').length;
  const lost = inState('lost').length;
  const winRate = divide(won.length, won.length + lost);
  const averageDealValue = mean(amountsIn(won, currency));
  const averageCycleDays = mean(won.map(cycleDays).filter((days) => days >= 0));
  return {
    opportunities: pipeline.length,
    open,
    won: won.length,
    lost,
    winRate,
    averageDealValue,
    averageCycleDays,
    velocityPerDay: velocityPerDay(open, winRate, averageDealValue, averageCycleDays),
    currency,
    withoutAmount: pipeline.filter((deal) => deal.amount === undefined).length,
    inOtherCurrency: pipeline.filter((deal) => deal.amount !== undefined && deal.currency !== currency).length,
  };
}

/** @returns money per day; null when any driver is unknown or the cycle is zero */
export function velocityPerDay(
  open: number,
  winRate: number | null,
  averageValue: number | null,
  cycleDays: number | null,
): number | null {
  if (winRate === null || averageValue === null || cycleDays === null || cycleDays === 0) return null;
  return (open * winRate * averageValue) / cycleDays;
}

const cycleDays = (deal: DealRow): number => ((deal.wonAt ?? Number.NaN) - (deal.sqoAt ?? deal.createdAt)) / DAY_MS;

const amountsIn = (deals: readonly DealRow[], currency: string): number[] =>
  deals.flatMap((deal) =>
    deal.amount !== undefined && deal.currency === currency ? [moneyToNumber(deal.amount)] : [],
  );

const divide = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const mean = (values: readonly number[]): number | null =>
  divide(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
