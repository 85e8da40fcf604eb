import { isoInstant } from '../iso-instant.ts';
import { ApiError, conflict, errorRow, invalid } from '../errors.ts';
import type { PortalSetup } from '../portal.ts';
import type { CrmRecord } from '../record-table.ts';
import type { Plan } from '../write-record.ts';
import type { Answer } from './route.ts';

/** One row of a batch write: how to check it, and what to say about the record afterwards. */
export interface Row {
  readonly traceId: string | null | undefined;
  readonly plan: () => Plan;
  readonly answer: (record: CrmRecord) => Record<string, unknown>;
}

export interface Run {
  readonly setup: PortalSetup;
  /** Of the answer when nothing failed */
  readonly status: number;
  /** Whether rows that all have a trace id of their own succeed and fail one by one. */
  readonly partial: boolean;
  /** Whether rows were left out silently. */
  readonly dropped: boolean;
}

/**
 * Carries out a batch write: all rows or none, or, with trace ids, each row for itself.
 *
 * @throws ApiError the error of the first bad row when all or none are written
 * @source HubSpot docs: Error handling, multi-status errors
 */
export function runRows(rows: readonly Row[], run: Run): Answer {
  const traced = new Set(rows.map((row) => row.traceId ?? ''));
  const oneByOne = run.partial && !traced.has('') && traced.size === rows.length;
  return oneByOne ? runOneByOne(rows, run) : runTogether(rows, run);
}

function runTogether(rows: readonly Row[], { setup, status, dropped }: Run): Answer {
  const plans = rows.map((row) => ({ row, plan: row.plan() }));
  const claimed = plans.flatMap(({ plan }) => plan.uniqueKeys);
  const twice = claimed.find((key, index) => claimed.indexOf(key) !== index);
  if (twice !== undefined) throw conflict(`Two rows of the batch have the same unique value: ${twice}`);
  const results = plans.map(({ row, plan }) => answerOf(row, plan, setup));
  return batchAnswer(setup, status, results, [], dropped);
}

function runOneByOne(rows: readonly Row[], { setup, status, dropped }: Run): Answer {
  const results: unknown[] = [];
  const errors: unknown[] = [];
  for (const row of rows) {
    try {
      results.push(answerOf(row, row.plan(), setup));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      errors.push(errorRow(error, { objectWriteTraceId: [row.traceId ?? ''] }));
    }
  }
  return batchAnswer(setup, status, results, errors, dropped);
}

function answerOf(row: Row, plan: Plan, { switches }: PortalSetup): Record<string, unknown> {
  const answer = row.answer(plan.apply());
  if (typeof row.traceId !== 'string' || !switches.traceIdsInResults) return answer;
  return { ...answer, objectWriteTraceId: row.traceId };
}

/** The envelope of every batch answer; errors and silently missing rows turn the success code into 207. */
export function batchAnswer(
  { now, switches }: PortalSetup,
  status: number,
  inOrder: readonly unknown[],
  errors: readonly unknown[] = [],
  incomplete = false,
): Answer {
  const at = isoInstant(now());
  const results = switches.resultOrder === 'as-sent' ? inOrder : inOrder.toReversed();
  const whole = { status: 'COMPLETE', results, requestedAt: at, startedAt: at, completedAt: at };
  if (errors.length === 0 && !incomplete) return { status, body: whole };
  return { status: 207, body: { ...whole, numErrors: errors.length, errors } };
}

/** @throws ApiError 400 for more inputs than one call may have */
export function checkSize(inputs: readonly unknown[], max = 100): void {
  if (inputs.length > max) throw invalid(`The maximum number of inputs supported in a batch request is ${max}`);
}
