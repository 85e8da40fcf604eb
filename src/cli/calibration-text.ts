import type { Auc } from '../domain/calibration/auc.ts';
import type {
  Band,
  Bands,
  CalibrationReport,
  ReliabilityBin,
  ScoreCalibration,
} from '../domain/calibration/calibration-report.ts';
import { textTable } from './text-table.ts';
import { weightsText } from './weights-text.ts';

/** The report as a person reads it; `--json` has all of it. */
export function calibrationText(report: CalibrationReport): string {
  const { entries, converted, overall, score, grades } = report;
  const parts = [
    `${entries} leads, ${converted} with the outcome${overall.rate === null ? '' : ` (${percent(overall.rate)})`}.`,
    ...(score ? scoreText(score) : []),
    ...(grades ? ['Conversion by grade at the AQL, best first', bandsText('grade', grades)] : []),
    ...usedText(report),
    ...leftOutText(report),
    ...modelText(report),
    ...suggestionText(report),
    ...(report.weights ? weightsText(report.weights) : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function scoreText({ entries, auc, bands, reliability }: ScoreCalibration): string[] {
  return [
    `Score at the AQL (${entries} leads): ${auc ? `AUC ${aucText(auc)}` : 'all leads had the same outcome'}`,
    bandsText('points', bands),
    ...(reliability.length > 0 ? ['By score, lowest first', binsText('mean', reliability, points)] : []),
  ];
}

function bandsText(head: string, { rows, alarms }: Bands): string {
  const lines = rows.map((band) => [band.label, band.entries, band.converted, ...rateCells(band)]);
  const told = alarms.map(
    ({ sentence, pValue }) => `ALARM: ${sentence} (chance of that from noise: ${chance(pValue)})`,
  );
  return [textTable([head, 'entries', 'converted', 'rate', '95 % interval', 'lift'], lines), ...told].join('\n');
}

const rateCells = ({ rate, low, high, lift }: Band): string[] =>
  rate === null ? ['', '', ''] : [percent(rate), `${percent(low)}–${percent(high)}`, lift?.toFixed(2) ?? ''];

function usedText({ used }: CalibrationReport): string[] {
  if (used.length === 0) return [];
  const lines = used.map(({ name, basis, blank, late, alone, suspicious }) => [
    name,
    basis,
    blank,
    late,
    alone?.toFixed(3) ?? '',
    suspicious ? 'SUSPICIOUS: was it really known at creation?' : '',
  ]);
  return ['Columns used', textTable(['column', 'basis', 'blank', 'late', 'AUC alone', ''], lines)];
}

function leftOutText({ leftOut }: CalibrationReport): string[] {
  if (leftOut.length === 0) return [];
  const lines = leftOut.map(({ name, reason, sentence, alone, suspicious }) => [
    name,
    reason,
    alone?.toFixed(3) ?? '',
    suspicious ? 'SUSPICIOUS' : '',
    sentence,
  ]);
  return ['Columns left out', textTable(['column', 'reason', 'AUC alone', '', 'why'], lines)];
}

function modelText({ model }: CalibrationReport): string[] {
  if ('refused' in model) return [`No model. ${model.refused}`];
  return [
    `What was known by the AQL ranks leads with AUC ${aucText(model)}, on leads the model had not seen (5 folds, ${model.parameters} parameters)`,
    binsText('predicted', model.reliability, percent),
  ];
}

function binsText(head: string, bins: readonly ReliabilityBin[], tell: (value: number) => string): string {
  const lines = bins.map(({ mean, entries, converted, rate, low, high }) => [
    tell(mean),
    entries,
    converted,
    percent(rate),
    `${percent(low)}–${percent(high)}`,
  ]);
  return textTable([head, 'entries', 'converted', 'rate', '95 % interval'], lines);
}

function suggestionText({ suggestion, model }: CalibrationReport): string[] {
  if ('refused' in suggestion) return 'refused' in model ? [] : [`No weights are suggested. ${suggestion.refused}`];
  const { points, pointsToDouble, rateAtZero } = suggestion;
  const lines = points
    .filter((row) => row.points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .map((row) => [row.points > 0 ? `+${row.points}` : row.points, row.column, row.when, row.against, row.entries]);
  return [
    `Suggested weights: ${pointsToDouble} points double the odds; a lead with 0 points converts at ${percent(rateAtZero)}. Nothing has been changed: a person decides which of them go into the definition set, and publishes it.`,
    textTable(['points', 'column', 'when', 'against', 'leads'], lines),
  ];
}

const aucText = ({ auc, low, high }: Auc): string =>
  `${auc.toFixed(3)} (95 % interval ${low.toFixed(3)}–${high.toFixed(3)})`;
const percent = (share: number | null): string => (share === null ? '' : `${(share * 100).toFixed(1)} %`);
const points = (value: number): string => value.toFixed(1);
const chance = (pValue: number): string => (pValue < 0.001 ? 'below 0.001' : pValue.toFixed(3));
