import { calibrateRows } from '../domain/calibration/calibrate-rows.ts';
import type { CalibrationReport } from '../domain/calibration/calibration-report.ts';
import type { CalibrationRow, Feature } from '../domain/calibration/calibration-row.ts';
import { askedProperties } from '../domain/definitions/asked-properties.ts';
import { compareFacts, type Fact } from '../domain/journey/fact.ts';
import type { Journey } from '../domain/journey/journey.ts';
import { rankOf } from '../domain/journey/milestone.ts';
import { type Assessment, assess } from '../domain/qualification/assess.ts';
import { KnownPerson } from '../domain/qualification/known-person.ts';
import type { PersonRecord } from '../domain/qualification/replay-person.ts';
import { type Rules, rulesOf } from '../domain/qualification/rules.ts';
import { cellOf } from '../domain/scoring/score.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS, type Instant } from '../domain/values/instant.ts';
import type { PortalSettings, Store } from './ports.ts';
import { everybody, NothingToSimulateError } from './simulate.ts';

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
  readonly report: (records: number) => void;
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
  return calibrateRows(rows, { grades: CELLS });
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
  const { assessment, touches } = scoreAt(scoredAt, facts, rules);
  const { score } = assessment;
  return [
    {
      outcome,
      scoredAt,
      score: score.fit + score.behavior,
      grade: cellOf(score),
      features: new Map([...valuesOf(facts, settings), ...countsOf(touches, settings, scoredAt)]),
    },
  ];
}

/** The score by what had happened by an instant. */
function scoreAt(
  at: Instant,
  facts: readonly Fact[],
  rules: Rules,
): { assessment: Assessment; touches: Map<string, number> } {
  const known = new KnownPerson(rules);
  const touches = new Map<string, number>();
  for (const fact of facts.filter(({ occurredAt }) => occurredAt <= at))
    known.learn({ ...fact, knownAt: fact.occurredAt });
  for (const touch of known.touches) touches.set(touch.type, (touches.get(touch.type) ?? 0) + 1);
  return { assessment: assess(known, at, rules), touches };
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
  touches: ReadonlyMap<string, number>,
  { definitions }: PortalSettings,
  at: Instant,
): Generator<[string, Feature]> {
  for (const { id } of definitions.touchTypes)
    yield [`touch.${id}`, { value: touches.get(id) ?? 0, lastChangedAt: at }];
}
