import { calibrateRows } from '../domain/calibration/calibrate-rows.ts';
import type { CalibrationReport } from '../domain/calibration/calibration-report.ts';
import type { CalibrationRow, Feature } from '../domain/calibration/calibration-row.ts';
import { ruleUses, scoredRulesOf } from '../domain/calibration/scored-rules.ts';
import { askedProperties } from '../domain/definitions/asked-properties.ts';
import { compareFacts, type Fact } from '../domain/journey/fact.ts';
import type { Journey } from '../domain/journey/journey.ts';
import { rankOf } from '../domain/journey/milestone.ts';
import { assess } from '../domain/qualification/assess.ts';
import { KnownPerson } from '../domain/qualification/known-person.ts';
import type { PersonRecord } from '../domain/qualification/replay-person.ts';
import { type Rules, rulesOf } from '../domain/qualification/rules.ts';
import type { ScoreEvent } from '../domain/scoring/score-event.ts';
import { cellOf } from '../domain/scoring/score.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS, type Instant } from '../domain/values/instant.ts';
import type { PortalSettings, Store } from './ports.ts';
import { everybody } from './people-records.ts';
import { NothingToSimulateError } from './simulate.ts';

/** What a qualified lead is held against: an opportunity that was accepted, or one that was won. */
export type Target = 'pipeline' | 'won';

export interface CalibrateOptions {
  readonly target: Target;
  /** An AQL that has not got there after so many days has failed; a younger one that is still open is left out. */
  readonly windowDays: number;
}

export interface CalibratePortalNeeds {
  readonly store: Store;
  readonly now: Instant;
  readonly report: (records: number) => void | Promise<void>;
}

/**
 * Holds the portal's score, as the rules in force see it at each AQL, against what became of the lead (N6). Only what had happened by the
 * AQL counts for the score; a value that was changed later is found by its date and left out.
 *
 * @throws NothingToSimulateError when the definition set has no rules of scoring
 */
export async function calibratePortal(
  portalId: PortalId,
  options: CalibrateOptions,
  needs: CalibratePortalNeeds,
): Promise<CalibrationReport> {
  const settings = await needs.store.inPortal(portalId, (tx) => tx.settings());
  const rules = rulesOf(settings.definitions);
  if (!rules)
    throw new NothingToSimulateError('The definition set in force has no sections scoring and qualification.');
  const rows: CalibrationRow[] = [];
  for await (const { person, state } of everybody(portalId, settings, needs))
    rows.push(...state.journeys.flatMap((journey) => rowOf(journey, person, settings, rules, options, needs.now)));
  const scored = { version: rules.version, rules: scoredRulesOf(rules.scoring) };
  return calibrateRows(rows, { grades: CELLS, scored });
}

const CELLS = ['A', 'B', 'C', 'D'].flatMap((grade) => ['1', '2', '3', '4'].map((band) => grade + band));

function rowOf(
  journey: Journey,
  person: PersonRecord,
  settings: PortalSettings,
  rules: Rules,
  { target, windowDays }: CalibrateOptions,
  now: Instant,
): CalibrationRow[] {
  const aql = journey.visits.find(({ milestone, dated }) => milestone === 'AQL' && dated);
  if (!aql) return [];
  const scoredAt = aql.enteredAt;
  const goal = target === 'won' ? 'WON' : 'SQO';
  const outcome = journey.visits.some(
    ({ milestone, track }) => track === 'deal' && rankOf(milestone) >= rankOf(goal) && milestone !== 'LOST',
  );
  if (!outcome && !journey.ended && now - scoredAt < windowDays * DAY_MS) return [];
  const facts = [...person.facts, ...person.companyFacts];
  const { known, events } = knownAt(scoredAt, facts, rules);
  const { score } = assess(known, scoredAt, rules);
  const values = new Map(valuesOf(facts, settings));
  const subject = { at: scoredAt, value: (fact: string) => known.value(fact) };
  return [
    {
      outcome,
      scoredAt,
      score: score.fit + score.behavior,
      grade: cellOf(score),
      features: new Map([...values, ...countsOf(known, settings, scoredAt)]),
      rules: ruleUses(events, subject, rules.scoring, rules.counting, values),
    },
  ];
}

/** What was known by an instant, going by when it happened. */
function knownAt(at: Instant, facts: readonly Fact[], rules: Rules): { known: KnownPerson; events: ScoreEvent[] } {
  const past = facts
    .filter(({ occurredAt }) => occurredAt <= at)
    .map((fact) => ({ ...fact, knownAt: fact.occurredAt }));
  const known = new KnownPerson(rules);
  for (const fact of past) known.learn(fact);
  const listener = new KnownPerson(rules);
  return { known, events: past.flatMap((fact) => listener.eventsIn(fact)) };
}

/** The latest values of what the rules ask about, each with the time of its last change. */
function* valuesOf(facts: readonly Fact[], { definitions }: PortalSettings): Generator<[string, Feature]> {
  for (const type of ['contact', 'company'] as const) {
    for (const property of askedProperties(definitions, type)) {
      const own = facts.filter((fact) => fact.record.type === type && fact.property === property).sort(compareFacts);
      const last = own.at(-1);
      if (!last) continue;
      const value = last.value === '' ? undefined : plain(last.value);
      yield [`${type}.${property}`, { value, lastChangedAt: last.dated ? last.occurredAt : undefined }];
    }
  }
}

const plain = (text: string): string | number => (/^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : text);

/** How often each kind of touch had happened: known at the AQL by its nature. */
function* countsOf(
  { touches }: KnownPerson,
  { definitions }: PortalSettings,
  at: Instant,
): Generator<[string, Feature]> {
  const byType = Map.groupBy(touches, ({ type }) => type);
  for (const { id } of definitions.touchTypes)
    yield [`touch.${id}`, { value: byType.get(id)?.length ?? 0, lastChangedAt: at }];
}
