import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import { type DealStage, mapDealStages } from '../../src/domain/journey/deal-stage.ts';
import { deriveJourneys } from '../../src/domain/journey/derive-journeys.ts';
import type { Fact, RecordType } from '../../src/domain/journey/fact.ts';
import type { Journey } from '../../src/domain/journey/journey.ts';
import { recordId } from '../../src/domain/values/ids.ts';
import { DAY_MS } from '../../src/domain/values/instant.ts';

/** Day `n` of the story; fractions are hours. */
export const day = (n: number): number => Date.UTC(2026, 0, 1) + n * DAY_MS;

export const DEFAULT_STAGES: readonly DealStage[] = (
  [
    ['appointmentscheduled', 0.2, false],
    ['qualifiedtobuy', 0.4, false],
    ['presentationscheduled', 0.6, false],
    ['decisionmakerboughtin', 0.8, false],
    ['contractsent', 0.9, false],
    ['closedwon', 1, true],
    ['closedlost', 0, true],
  ] as const
).map(([stage, probability, isClosed], displayOrder) => ({
  pipeline: 'default',
  stage,
  probability,
  isClosed,
  displayOrder,
}));

export const DEFAULT_STAGE_MAP = mapDealStages(DEFAULT_STAGES, SHIPPED_DEFINITIONS);

/** Facts of one property of one record: `[day, value]` pairs. */
export function facts(
  type: RecordType,
  id: string,
  property: string,
  ...changes: readonly (readonly [number, string])[]
): Fact[] {
  return changes.map(([at, value]) => ({
    record: { type, id: recordId(id) },
    property,
    value,
    occurredAt: day(at),
    knownAt: day(at),
    dated: true,
  }));
}

export const lifecycle = (...changes: readonly (readonly [number, string])[]): Fact[] =>
  facts('contact', '1', 'lifecyclestage', ...changes);
export const leadStatus = (...changes: readonly (readonly [number, string])[]): Fact[] =>
  facts('contact', '1', 'hs_lead_status', ...changes);

export interface DealStory {
  readonly id: string;
  readonly stages: readonly (readonly [number, string])[];
}

/** The journeys of contact 1 under the shipped definitions, unless told, and HubSpot's default pipeline. */
export function journeysOf(
  contact: readonly Fact[],
  deals: readonly DealStory[] = [],
  definitions = SHIPPED_DEFINITIONS,
): Journey[] {
  const histories = deals.map(({ id, stages }) => ({
    dealId: recordId(id),
    facts: facts('deal', id, 'dealstage', ...stages),
  }));
  return deriveJourneys({ contactId: recordId('1'), facts: contact, deals: histories }, definitions, DEFAULT_STAGE_MAP);
}

/** Visits as short text, `AQL 3–7` for day 3 to 7, `AQL 3–` while it lasts. */
export function told(journey: Journey | undefined): string[] {
  const days = (at: number | undefined): string => (at === undefined ? '' : String((at - day(0)) / DAY_MS));
  return (journey?.visits ?? []).map((visit) => `${visit.milestone} ${days(visit.enteredAt)}–${days(visit.exitedAt)}`);
}
