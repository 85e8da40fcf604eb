import type { Band } from '../calibration/calibration-report.ts';
import { monotonicityAlarms } from '../calibration/monotonicity.ts';
import { DAY_MS, type Instant } from '../values/instant.ts';
import { toldRatio } from '../values/ratio.ts';
import { type Attempt, type DecidedAttempt, type FrozenAql, hasPassed, withDecisions } from './attempt.ts';

/** What became of the leads that share something as it was frozen at AQL. A stage counts when it or a later one was entered. */
export interface FrozenRow {
  /** A grade, a band, a cell, the id of a gate, a priority, a version; '' where the decision did not ask for it. */
  readonly key: string;
  readonly entries: number;
  readonly mal: number;
  readonly mqo: number;
  readonly sqo: number;
  readonly won: number;
  /** Not ended, and short of SQO. */
  readonly open: number;
}

export interface FrozenConversion {
  readonly all: FrozenRow;
  /** AQLs that HubSpot itself set or that are older than the app: nothing was frozen, they are in no row. */
  readonly unfrozen: number;
  readonly grades: readonly FrozenRow[];
  readonly bands: readonly FrozenRow[];
  readonly cells: readonly FrozenRow[];
  readonly gates: readonly FrozenRow[];
  readonly priorities: readonly FrozenRow[];
  readonly versions: readonly FrozenRow[];
  /** A lower grade or band that converts better than a higher one, by more than chance explains. */
  readonly alarms: readonly { readonly of: 'grade' | 'band'; readonly sentence: string }[];
  /** Of leads that have had time: a gate that converts better than another by more than chance explains (S2-69). */
  readonly verdicts: readonly GateVerdict[];
}

export interface GateVerdict {
  readonly better: FrozenRow;
  readonly worse: FrozenRow;
  /** Chance of such a difference between any two gates if there were none, at most. */
  readonly pValue: number;
}

/** A gate is judged by leads that are at least so old, so that a young one is not held to be worse. */
export const VERDICT_AFTER_DAYS = 90;

type Lead = DecidedAttempt & { readonly aql: FrozenAql };
type KeyOf = (aql: FrozenAql) => string;

/** @param attempts  those that became an AQL or more */
export function frozenConversion(
  attempts: readonly Attempt[],
  aqls: readonly FrozenAql[],
  now: Instant,
): FrozenConversion {
  const entered = [...withDecisions(attempts, aqls).values()].flat().filter(({ attempt }) => hasPassed(attempt, 'AQL'));
  const leads = entered.flatMap(({ attempt, aql }) => (aql ? [{ attempt, aql }] : []));
  const grades = rowsBy(leads, ({ grade = '' }) => grade);
  const bands = rowsBy(leads, ({ band = '' }) => band);
  return {
    all: rowOf('', leads),
    unfrozen: entered.length - leads.length,
    grades,
    bands,
    cells: rowsBy(leads, ({ grade = '', band = '' }) => grade + band),
    gates: rowsBy(leads, gateOf),
    priorities: rowsBy(leads, ({ priority }) => priority),
    versions: rowsBy(leads, ({ version }) => String(version)),
    alarms: [...alarmsOf('grade', grades), ...alarmsOf('band', bands)],
    verdicts: verdictsOf(leads.filter(({ aql }) => aql.at <= now - VERDICT_AFTER_DAYS * DAY_MS)),
  };
}

const gateOf: KeyOf = ({ gate = '' }) => gate;

/** In the order of their names, which is the order of grades and bands, best first; what was not asked for comes last. */
const rowsBy = (leads: readonly Lead[], keyOf: KeyOf): FrozenRow[] =>
  [...Map.groupBy(leads, ({ aql }) => keyOf(aql))]
    .map(([key, own]) => rowOf(key, own))
    .sort((a, b) => Number(a.key === '') - Number(b.key === '') || a.key.localeCompare(b.key, 'en', { numeric: true }));

function rowOf(key: string, leads: readonly Lead[]): FrozenRow {
  const passed = (stage: 'MAL' | 'MQO' | 'SQO' | 'WON') =>
    leads.filter(({ attempt }) => hasPassed(attempt, stage)).length;
  return {
    key,
    entries: leads.length,
    mal: passed('MAL'),
    mqo: passed('MQO'),
    sqo: passed('SQO'),
    won: passed('WON'),
    open: leads.filter(({ attempt }) => !attempt.ended && !hasPassed(attempt, 'SQO')).length,
  };
}

const alarmsOf = (of: 'grade' | 'band', rows: readonly FrozenRow[]) =>
  monotonicityAlarms(toldBands(rows)).map(({ sentence }) => ({ of, sentence }));

/** Nobody says before which gate is to be the better one, so the test is two-sided: the chance is doubled. */
function verdictsOf(leads: readonly Lead[]): GateVerdict[] {
  const rows = new Map(rowsBy(leads, gateOf).map((row) => [row.key, row]));
  const worstFirst = toldBands([...rows.values()]).sort((a, b) => (a.rate ?? 0) - (b.rate ?? 0));
  return monotonicityAlarms(worstFirst).flatMap(({ lower, higher, pValue }) => {
    const [better, worse] = [rows.get(lower), rows.get(higher)];
    return better && worse && pValue * 2 < 0.05 ? [{ better, worse, pValue: pValue * 2 }] : [];
  });
}

const toldBands = (rows: readonly FrozenRow[]): Band[] =>
  rows
    .filter(({ key }) => key !== '')
    .map(({ key: label, entries, sqo: converted }) => ({
      label,
      entries,
      converted,
      ...toldRatio(converted, entries),
      lift: null,
    }));
