import type { Visit } from '../journey/journey.ts';
import type { Milestone } from '../journey/milestone.ts';
import type { Instant } from '../values/instant.ts';
import type { DealRow } from './pipeline.ts';

export interface DealWithVisits extends Pick<DealRow, 'dealId' | 'createdAt' | 'amount' | 'currency'> {
  /** In order of entry. */
  readonly visits: readonly Visit[];
}

/** A deal as it stood at an instant, by its visits; its amount is the present one. */
export function dealRowAt(deal: DealWithVisits, asOf: Instant): DealRow {
  const visits = deal.visits.filter((visit) => visit.enteredAt <= asOf);
  const last = visits.at(-1);
  return {
    dealId: deal.dealId,
    createdAt: deal.createdAt,
    amount: deal.amount,
    currency: deal.currency,
    isPipeline: visits.some((visit) => isPipelineStage(visit.milestone)),
    state: last?.milestone === 'WON' ? 'won' : last?.milestone === 'LOST' ? 'lost' : 'open',
    sqoAt: visits.find((visit) => visit.milestone === 'SQO')?.enteredAt,
    wonAt: last?.milestone === 'WON' ? last.enteredAt : undefined,
  };
}

const isPipelineStage = (milestone: Milestone): boolean => milestone !== 'MQO' && milestone !== 'LOST';
