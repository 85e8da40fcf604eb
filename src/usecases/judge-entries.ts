import { DECIDED_STAGE, type RecordKey } from '../domain/journey/fact.ts';
import type { Visit } from '../domain/journey/journey.ts';
import { isExit, type Milestone, rankOf, trackOf } from '../domain/journey/milestone.ts';
import { checked, type StageCheck } from '../domain/stage/stage-check.ts';
import type { RecordId } from '../domain/values/ids.ts';
import { DAY_MS, type Instant, MINUTE_MS } from '../domain/values/instant.ts';
import { decidePeople } from './decide-people.ts';
import { gateOf, type GateScene, gateScene } from './gate-of.ts';
import { pathFor } from './measure.ts';
import type { Clock, PortalTransaction } from './ports.ts';

/** What is written together with a stage may be heard later than the stage: values without a subscription by the look of the minute. */
const HEARING_MS = 3 * MINUTE_MS;
/** What is heard later than this is history. */
const LATEST_MS = 7 * DAY_MS;
const RECORDS_PER_COMMIT = 200;

/**
 * Holds stages that were entered in HubSpot itself, on its board or by its lifecycle stage, against what they ask for (design D8): once,
 * minutes after, with what is known then. What happened before the portal was live, or by earlier rules, is not looked at.
 */
export async function judgeEntries(tx: PortalTransaction, { clock }: { readonly clock: Clock }): Promise<void> {
  const settings = await tx.settings();
  const { liveAt, publishedAt, definitions } = settings;
  if (liveAt === undefined) return;
  const now = clock();
  const from = Math.max(liveAt, publishedAt, now - LATEST_MS);
  const until = now - HEARING_MS;
  const records = await tx.stageChecks.unchecked(from, until, RECORDS_PER_COMMIT);
  if (records.length === 0) return;
  const near = await tx.neighborhood(records);
  const scene = await gateScene(tx, near, settings, now);
  const known = await tx.stageChecks.of(records);
  const checks = entrantsOf(records, scene).flatMap((entrant) => {
    const done = known.filter(({ record: { type, id } }) => type === entrant.record.type && id === entrant.record.id);
    return entrant.visits
      .filter((visit) => visit.enteredAt >= from && visit.enteredAt <= until && isToBeJudged(visit))
      .filter((visit) => !done.some(({ stage, enteredAt }) => stage === visit.milestone && isWithin(enteredAt, visit)))
      .flatMap((visit) => checksOf(visit, entrant, scene));
  });
  await tx.stageChecks.save(checks, definitions.version);
}

const isToBeJudged = ({ basis, dated, carrier }: Visit): boolean =>
  basis === 'observed' && dated && carrier.property !== DECIDED_STAGE;

const isWithin = (at: Instant, { enteredAt, exitedAt }: Visit): boolean =>
  at >= enteredAt && at <= (exitedAt ?? Number.POSITIVE_INFINITY);

interface Entrant {
  readonly record: RecordKey;
  readonly contactId: RecordId | undefined;
  readonly dealId: RecordId | undefined;
  /** Stays the record itself carried, by time. */
  readonly visits: readonly Visit[];
}

function entrantsOf(records: readonly RecordKey[], { near, settings }: GateScene): Entrant[] {
  const { people, deals } = decidePeople(near, settings);
  return records.flatMap((record): Entrant[] => {
    const { type, id } = record;
    if (type === 'deal') {
      const deal = deals.find(({ dealId }) => dealId === id);
      return deal ? [{ record, contactId: deal.originContactId, dealId: id, visits: deal.visits }] : [];
    }
    const visits =
      people.find(({ contactId }) => contactId === id)?.journeys.flatMap((journey) => journey.visits) ?? [];
    const own = visits.filter(({ carrier }) => carrier.type === 'contact').sort((a, b) => a.enteredAt - b.enteredAt);
    return [{ record, contactId: id, dealId: undefined, visits: own }];
  });
}

/** Of the stage and of those that were passed over unseen: whoever skips a gate has not met it. */
function checksOf(visit: Visit, { record, contactId, dealId, visits }: Entrant, scene: GateScene): StageCheck[] {
  const { milestone, enteredAt, carrier } = visit;
  const left = visits.findLast((each) => each.enteredAt < enteredAt && !isExit(each.milestone))?.milestone;
  const stages = [...passedOver(left, visit, scene), milestone];
  const { contacts, deals } = scene.near;
  const facts = (record.type === 'deal' ? deals : contacts).get(record.id)?.facts ?? [];
  const userId = facts.find((fact) => fact.property === carrier.property && fact.occurredAt === enteredAt)?.setBy;
  return stages.map((stage, index) => ({
    record,
    stage,
    enteredAt,
    place: 'hubspot',
    userId,
    items: checked(gateOf({ stage, left: index === 0 ? left : undefined, contactId, dealId }, scene)),
  }));
}

function passedOver(left: Milestone | undefined, { milestone, track }: Visit, { settings }: GateScene): Milestone[] {
  if (isExit(milestone)) return [];
  const from = left === undefined ? Number.NEGATIVE_INFINITY : rankOf(left);
  return pathFor(settings).filter(
    (stage) => trackOf(stage) === track && rankOf(stage) > from && rankOf(stage) < rankOf(milestone),
  );
}
