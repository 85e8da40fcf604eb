import { parse } from 'csv-parse/sync';
import { parseArgs } from 'node:util';
import { readCalibrationTable } from '../../compose/calibration-table.ts';
import { calibrateRows } from '../../domain/calibration/calibrate-rows.ts';
import type { CalibrationReport } from '../../domain/calibration/calibration-report.ts';
import { calibratePortal } from '../../usecases/calibrate-portal.ts';
import { calibrationText } from '../calibration-text.ts';
import { type Command, UsageError } from '../command.ts';
import { connectedPortal } from '../connected-portal.ts';
import { numberOption } from '../number-option.ts';

const MAX_REJECTED_TOLD = 10;

export const calibrateCommand: Command = {
  help: [
    'Usage: npm run -s l2r -- calibrate [--against pipeline|won] [--window <days>] [--json]',
    '       npm run -s l2r -- calibrate <file.csv> --outcome <column> --known <columns> [options]',
    '',
    'Without a file: holds the portal’s score, as it was at each AQL, against what became of the lead. With one: a table of leads with known',
    'outcomes against what was known when they were created (docs/calibration.md).',
    '',
    '  --against <target>    pipeline (an accepted opportunity; the default) or won',
    '  --window <days>       an AQL that has not got there after so many days has failed; default 90',
    '',
    '  --outcome <column>    1 or 0, yes or no, true or false, won or lost',
    '  --known <columns>     columns written when the lead was created, with commas between; may be repeated. All others are undated: left out',
    '  --score <column>      the score in points, as it was when the lead qualified',
    '  --grade <column>      the grade, as it was when the lead qualified',
    '  --grades <grades>     the grades, best first, with commas between; default: the alphabet',
    '  --blank <word>        a word that means "not given", such as Select; may be repeated',
    '  --json                print one JSON object',
  ].join('\n'),
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: {
        against: { type: 'string', default: 'pipeline' },
        window: { type: 'string', default: '90' },
        outcome: { type: 'string' },
        known: { type: 'string', multiple: true, default: [] },
        score: { type: 'string' },
        grade: { type: 'string' },
        grades: { type: 'string', default: '' },
        blank: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    });
    const path = positionals[0];
    if (positionals.length > 1) throw new UsageError('Name one table of leads: calibrate <file.csv>.');
    const print = (report: CalibrationReport) =>
      void process.stdout.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : calibrationText(report));
    if (path === undefined) return print(await ofPortal(values.against, values.window));
    if (values.outcome === undefined)
      throw new UsageError('Say which column tells what became of the lead: --outcome <column>.');
    const known = values.known.flatMap((text) => listOf('--known', text));
    const { rows, rejected } = await readCalibrationTable({
      path,
      outcome: values.outcome,
      known,
      score: values.score,
      grade: values.grade,
      blanks: values.blank,
    });
    if (known.length === 0) say('No column is named with --known, so there is none a model may look at.');
    for (const { line, reason } of rejected.slice(0, MAX_REJECTED_TOLD)) say(`Line ${line} is left out: ${reason}.`);
    if (rejected.length > MAX_REJECTED_TOLD) say(`… and ${rejected.length - MAX_REJECTED_TOLD} more lines.`);
    print(
      calibrateRows(rows, {
        knownAtCreation: new Set(known),
        grades: listOf('--grades', values.grades),
      }),
    );
  },
};

async function ofPortal(against: string, window: string): Promise<CalibrationReport> {
  if (against !== 'pipeline' && against !== 'won') throw new UsageError('Say --against pipeline or --against won.');
  const windowDays = numberOption('--window', window, { min: 1, max: 3_650 });
  await using connected = await connectedPortal();
  const { core, portalId } = connected;
  const needs = { store: core.store, now: core.clock(), report: () => {} };
  return calibratePortal(portalId, { target: against, windowDays }, needs);
}

/** A name with a comma in it stands in double quotes, as in CSV. */
function listOf(option: string, text: string): string[] {
  try {
    return parse(text, { trim: true })
      .flat()
      .filter((name) => name !== '');
  } catch {
    throw new UsageError(`${option} ${text} has a quote out of place. Write it as Source,"City, country".`);
  }
}

const say = (text: string): void => void process.stderr.write(`${text}\n`);
