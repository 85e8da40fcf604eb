import { aucOf } from './auc.ts';
import type { CalibrationRow } from './calibration-row.ts';
import type { LeftOutColumn, UsedColumn } from './calibration-report.ts';
import { crossValidate, designOf } from './cross-validate.ts';
import { encodeColumn, isBlank, type Term } from './encode-column.ts';
import { judgeColumn, valueAtScoring, type Verdict } from './judge-column.ts';

/** A column that alone ranks this well, or this much better than all honest ones together, is too good to be believed unseen. */
const SUSPICIOUS_AUC = 0.85;
const SUSPICIOUS_GAIN = 0.1;

export interface AssessedColumn extends Verdict {
  readonly name: string;
  /** What a model may see of it, if it is used. */
  readonly terms: readonly Term[];
  readonly blank: number;
  readonly alone: number | null;
}

/** Judges every column that any row has, in the order in which they first occur. `canLearn`: whether there are rows enough for a model. */
export function assessColumns(
  rows: readonly CalibrationRow[],
  outcomes: Uint8Array,
  declared: ReadonlySet<string>,
  canLearn: boolean,
): AssessedColumn[] {
  const names = new Set(rows.flatMap(({ features }) => [...features.keys()]));
  return [...names].map((name) => {
    const isDeclared = declared.has(name);
    const verdict = judgeColumn(name, rows, isDeclared);
    const values = rows.map((row) =>
      verdict.leftOut ? row.features.get(name)?.value : valueAtScoring(row, name, isDeclared),
    );
    const raw = encodeColumn({ name, values, blankTells: true });
    const terms = verdict.basis === 'declared' ? encodeColumn({ name, values, blankTells: false }) : raw;
    const alone = canLearn && raw.length > 0 ? aucOf(crossValidate(designOf(raw, outcomes)), outcomes) : null;
    const saysNothing = raw.length > 0 ? ONLY_BLANKS_TELL : SAME_EVERYWHERE;
    const leftOut = verdict.leftOut ?? (terms.length > 0 ? undefined : saysNothing);
    return { ...verdict, leftOut, name, terms, blank: values.filter(isBlank).length, alone: alone?.auc ?? null };
  });
}

const SAME_EVERYWHERE = {
  reason: 'says nothing',
  sentence: 'the same in every row, or too few rows share a value',
} as const;
const ONLY_BLANKS_TELL = {
  reason: 'says nothing',
  sentence: 'only its blanks differ, and nothing says when they were left',
} as const;

export function usedColumn({ name, basis, blank, changedAfter, undated, alone }: AssessedColumn): UsedColumn {
  const suspicious = basis === 'declared' && (alone ?? 0) >= SUSPICIOUS_AUC;
  return { name, basis, blank, late: changedAfter + undated, alone, suspicious };
}

/** @param honest AUC of the used columns together; undefined without a model */
export function leftOutColumn(column: AssessedColumn, honest: number | undefined): LeftOutColumn[] {
  const { name, leftOut, stated, changedAfter, undated, alone } = column;
  if (leftOut === undefined) return [];
  const bar = Math.min(SUSPICIOUS_AUC, (honest ?? 1) + SUSPICIOUS_GAIN);
  return [{ name, ...leftOut, stated, changedAfter, undated, alone, suspicious: (alone ?? 0) >= bar }];
}
