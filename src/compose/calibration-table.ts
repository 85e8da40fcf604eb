import { basename, dirname } from 'node:path';
import type { CalibrationRow, Feature } from '../domain/calibration/calibration-row.ts';
import { csvRows } from '../sandbox/seed/csv-rows.ts';
import { readUtf8 } from '../sandbox/seed/read-utf8.ts';

export interface TableRequest {
  readonly path: string;
  /** Column that says whether the lead reached what is held against: 1 or 0, yes or no, true or false, won or lost. */
  readonly outcome: string;
  /** Columns whose values were written when the lead was created. */
  readonly known: readonly string[];
  /** Score in points and grade, as they were at the AQL. */
  readonly score: string | undefined;
  readonly grade: string | undefined;
  /** Words that mean "not given", beside the empty cell. */
  readonly blanks: readonly string[];
}

export interface CalibrationTable {
  readonly rows: readonly CalibrationRow[];
  /** Rows that could not be used. */
  readonly rejected: readonly { readonly line: number; readonly reason: string }[];
}

/** The table cannot be used at all; the message is for the person who named it. */
export class CalibrationTableError extends Error {
  override readonly name = 'CalibrationTableError';
  readonly exitCode = 2;
}

const YES = ['1', 'true', 'yes', 'won'];
const NO = ['0', 'false', 'no', 'lost'];

/**
 * Reads a CSV export (UTF-8, a header) with one row a lead whose outcome is known. Such a table has no times, so its columns are undated.
 *
 * @throws CalibrationTableError when the file is missing or empty, or a named column is not in it
 * @throws PortalFolderError when the file cannot be read as UTF-8
 */
export async function readCalibrationTable(request: TableRequest): Promise<CalibrationTable> {
  const bytes = await readUtf8(dirname(request.path), basename(request.path));
  if (bytes === undefined) throw new CalibrationTableError(`There is no file ${request.path}.`);
  const [header, ...body] = csvRows(bytes);
  if (header === undefined || body.length === 0)
    throw new CalibrationTableError(`${request.path} has no rows: it needs a header and one row for each lead.`);
  const place = placesOf(header.cells, request);
  const rows: CalibrationRow[] = [];
  const rejected: { line: number; reason: string }[] = [];
  for (const { line, cells, fault } of body) {
    const row = fault ?? rowOf(cells, place, request);
    if (typeof row === 'string') rejected.push({ line, reason: row });
    else rows.push(row);
  }
  return { rows, rejected };
}

/** Where each column stands. */
function placesOf(header: readonly string[], request: TableRequest): ReadonlyMap<string, number> {
  const names = header.map((name, column) => name.trim() || `column ${column + 1}`);
  const place = new Map(names.map((name, column) => [name, column]));
  const twice = names.find((name, column) => place.get(name) !== column);
  if (twice !== undefined)
    throw new CalibrationTableError(`${request.path} has two columns called "${twice}"; rename one.`);
  const asked = [request.outcome, request.score, request.grade, ...request.known];
  const missing = asked.find((name) => name !== undefined && !place.has(name));
  if (missing !== undefined)
    throw new CalibrationTableError(`${request.path} has no column "${missing}". It has: ${names.join(', ')}.`);
  return place;
}

/** @returns why the row cannot be used, when it cannot */
function rowOf(
  cells: readonly string[],
  place: ReadonlyMap<string, number>,
  request: TableRequest,
): CalibrationRow | string {
  const textOf = (name: string | undefined): string => cells[place.get(name ?? '') ?? -1]?.trim() ?? '';
  const outcome = textOf(request.outcome).toLowerCase();
  if (!YES.includes(outcome) && !NO.includes(outcome))
    return `${request.outcome} is "${outcome}", which is neither of ${YES.join(', ')} nor of ${NO.join(', ')}`;
  const points = textOf(request.score);
  if (points !== '' && !Number.isFinite(Number(points))) return `${request.score} is "${points}", which is no number`;
  const taken = [request.outcome, request.score, request.grade];
  const features = [...place.keys()].filter((name) => !taken.includes(name));
  return {
    outcome: YES.includes(outcome),
    scoredAt: undefined,
    score: points === '' ? undefined : Math.round(Number(points) * 1_000),
    grade: textOf(request.grade) || undefined,
    features: new Map(features.map((name) => [name, featureOf(textOf(name), request.blanks)])),
  };
}

const featureOf = (text: string, blanks: readonly string[]): Feature => ({
  value: text === '' || blanks.includes(text) ? undefined : text,
  lastChangedAt: undefined,
});
