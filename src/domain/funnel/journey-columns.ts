import type { Journey, Visit } from '../journey/journey.ts';
import { EXITS, isExit, MILESTONES, type Milestone, rankOf, trackOf } from '../journey/milestone.ts';
import { endOf, stageIn } from '../journey/standing.ts';
import type { Instant } from '../values/instant.ts';

/** A journey as the funnel reads it, with the raw values of the properties it can be broken down by. */
export interface FunnelJourney extends Pick<Journey, 'contactId' | 'attempt' | 'visits'> {
  readonly dimensions: Readonly<Record<string, string>>;
}

/**
 * The funnel as columns: one row per journey, one typed array per milestone. Everything a report counts is read from here, as of one
 * instant: what happened later is not in it.
 */
export interface JourneyColumns {
  readonly size: number;
  readonly asOf: Instant;
  readonly path: readonly Milestone[];
  /** First observed entry per milestone, NaN where there is none. A win that was taken back is none. */
  readonly enteredAt: Readonly<Record<Milestone, Float64Array>>;
  /** 1 where that entry's moment is known, 0 where only the record's creation stands for it. */
  readonly dated: Readonly<Record<Milestone, Uint8Array>>;
  /** Per place on the path: the instant at which the journey passed it unseen, NaN where it did not. */
  readonly inferredAt: readonly Float64Array[];
  /** Index into MILESTONES of the stage the journey is in, -1 once it has ended. */
  readonly stageIn: Int8Array;
  /** Index into EXITS, -1 for open and won journeys. */
  readonly exit: Int8Array;
  readonly exitAt: Float64Array;
  readonly dimensions: Readonly<Record<string, readonly string[]>>;
}

export function journeyColumns(
  journeys: readonly FunnelJourney[],
  path: readonly Milestone[],
  asOf: Instant,
  dimensions: readonly string[],
): JourneyColumns {
  const rows = journeys
    .map((journey) => ({ ...journey, visits: visitsBy(journey.visits, asOf) }))
    .filter((journey) => journey.visits.length > 0);
  const size = rows.length;
  const columns = {
    size,
    asOf,
    path,
    enteredAt: perMilestone(() => new Float64Array(size).fill(Number.NaN)),
    dated: perMilestone(() => new Uint8Array(size)),
    inferredAt: path.map(() => new Float64Array(size).fill(Number.NaN)),
    stageIn: new Int8Array(size).fill(-1),
    exit: new Int8Array(size).fill(-1),
    exitAt: new Float64Array(size).fill(Number.NaN),
    dimensions: Object.fromEntries(dimensions.map((name) => [name, rows.map((row) => row.dimensions[name] ?? '')])),
  };
  rows.forEach((row, index) => fillRow(columns, index, row.visits));
  return columns;
}

/** Visits as they stood at an instant: later entries gone, later exits undone. */
const visitsBy = (visits: readonly Visit[], asOf: Instant): Visit[] =>
  visits
    .filter((visit) => visit.enteredAt <= asOf)
    .map((visit) =>
      visit.exitedAt !== undefined && visit.exitedAt > asOf ? { ...visit, exitedAt: undefined } : visit,
    );

function fillRow(columns: JourneyColumns, row: number, visits: readonly Visit[]): void {
  for (const visit of visits) {
    const entered = columns.enteredAt[visit.milestone];
    const isTakenBack = visit.milestone === 'WON' && visit.exitedAt !== undefined;
    if (isTakenBack || visit.enteredAt >= (entered[row] ?? Number.NaN)) continue;
    entered[row] = visit.enteredAt;
    columns.dated[visit.milestone][row] = visit.dated ? 1 : 0;
  }
  fillInferred(columns, row, visits);
  fillState(columns, row, visits);
}

/** A place on the path is passed unseen when a later place was seen; its instant is that of the next seen one. */
function fillInferred({ path, enteredAt, inferredAt }: JourneyColumns, row: number, visits: readonly Visit[]): void {
  let passedAt = Number.NaN;
  const beyond = offPathSight(path, visits);
  for (let place = path.length - 1; place >= 0; place -= 1) {
    const milestone = path[place];
    const column = inferredAt[place];
    if (!milestone || !column) continue;
    const seenAt = enteredAt[milestone][row] ?? Number.NaN;
    const sightAt = beyond.get(milestone) ?? Number.NaN;
    if (Number.isNaN(seenAt)) {
      if (!Number.isNaN(sightAt)) passedAt = earlier(passedAt, sightAt);
      column[row] = passedAt;
    } else passedAt = seenAt;
  }
}

/**
 * What milestones off the path (and a win taken back) prove: the journey passed the last place of the path that lies before them.
 * A person's milestone proves nothing about deals, and a meeting set (MQO) nothing about discovery (SQL).
 */
function offPathSight(path: readonly Milestone[], visits: readonly Visit[]): Map<Milestone, Instant> {
  const sights = new Map<Milestone, Instant>();
  for (const visit of visits) {
    const isOff = !path.includes(visit.milestone) || (visit.milestone === 'WON' && visit.exitedAt !== undefined);
    if (!isOff || isExit(visit.milestone)) continue;
    const limit = visit.milestone === 'MQO' ? 'SQL' : visit.milestone;
    const before = path.findLast(
      (place) => rankOf(place) < rankOf(limit) && (visit.track === 'deal' || trackOf(place) === 'person'),
    );
    if (before) sights.set(before, earlier(sights.get(before) ?? Number.NaN, visit.enteredAt));
  }
  return sights;
}

function fillState(columns: JourneyColumns, row: number, visits: readonly Visit[]): void {
  const end = endOf(visits);
  if (end && isExit(end.milestone)) {
    columns.exit[row] = EXITS.indexOf(end.milestone);
    columns.exitAt[row] = end.enteredAt;
  }
  const stage = stageIn(visits);
  if (stage) columns.stageIn[row] = MILESTONES.indexOf(stage.milestone);
}

const earlier = (a: number, b: number): number => (Number.isNaN(a) || b < a ? b : a);

const perMilestone = <T>(make: () => T): Record<Milestone, T> =>
  Object.fromEntries(MILESTONES.map((milestone) => [milestone, make()])) as Record<Milestone, T>;

export const allRows = (columns: JourneyColumns): number[] => Array.from({ length: columns.size }, (_, row) => row);
