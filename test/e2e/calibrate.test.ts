import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CalibrationReport } from '../../src/domain/calibration/calibration-report.ts';
import { describeWithShared } from '../support/shared-data.ts';
import { tempFolder } from '../support/temp-folder.ts';

const run = promisify(execFile);

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as a person would. */
async function calibrate(...args: string[]): Promise<Ended> {
  try {
    const said = await run(process.execPath, ['src/main.ts', 'calibrate', ...args], {
      env: { PATH: process.env['PATH'] },
    });
    return { code: 0, ...said };
  } catch (failed) {
    return failed as Ended;
  }
}

/** What the form asked and the web site saw: the columns of the recorded baseline. */
const KNOWN = [
  ...['Lead Origin', 'Lead Source', 'Do Not Email', 'Do Not Call'],
  ...['TotalVisits', 'Total Time Spent on Website', 'Page Views Per Visit'],
  ...['Country', 'Specialization', 'How did you hear about X Education', 'What is your current occupation'],
  ...['What matters most to you in choosing a course', 'Search', 'Magazine', 'Newspaper Article', 'X Education Forums'],
  ...['Newspaper', 'Digital Advertisement', 'Through Recommendations', 'Receive More Updates About Our Courses'],
  ...['Update me on Supply Chain Content', 'Get updates on DM Content', 'City'],
  ...['I agree to pay the amount through cheque', 'A free copy of Mastering The Interview'],
];
const BASELINE_AUC = 0.848;

describeWithShared('the X Education leads, calibrated', ['x-education-leads'], (folder) => {
  const args = [
    join(folder, 'leads_60.csv'),
    '--outcome',
    'Converted',
    '--known',
    KNOWN.join(','),
    '--blank',
    'Select',
  ];
  let report: CalibrationReport;

  beforeAll(async () => {
    const { stdout, stderr, code } = await calibrate(...args, '--json');
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    report = JSON.parse(stdout) as CalibrationReport;
  });

  it('rank within 0.02 of the recorded baseline by what was known at creation', () => {
    expect(report).toMatchObject({ entries: 5_544, converted: 2_141 });
    if ('refused' in report.model) throw new Error(report.model.refused);
    expect(Math.abs(report.model.auc - BASELINE_AUC)).toBeLessThan(0.02);
    expect(report.model.low).toBeLessThan(BASELINE_AUC);
    expect(report.model.high).toBeGreaterThan(BASELINE_AUC);
  });

  it('have every other column listed as undated, Tags as the suspicious one', () => {
    const undated = report.leftOut.filter(({ reason }) => reason === 'undated');
    expect(undated.map(({ name }) => name)).toEqual([
      ...['Prospect ID', 'Lead Number', 'Last Activity', 'Tags', 'Lead Quality', 'Lead Profile'],
      ...['Asymmetrique Activity Index', 'Asymmetrique Profile Index'],
      ...['Asymmetrique Activity Score', 'Asymmetrique Profile Score', 'Last Notable Activity'],
    ]);
    expect(undated.filter(({ suspicious }) => suspicious).map(({ name }) => name)).toEqual(['Tags']);
    const known = [...report.used, ...report.leftOut.filter(({ reason }) => reason === 'says nothing')];
    expect(known.map(({ name }) => name).sort()).toEqual([...KNOWN].sort());
  });

  it('have the recorded AUC of single columns', () => {
    const alone = (name: string) => report.leftOut.find((column) => column.name === name)?.alone;
    expect(alone('Tags')).toBeCloseTo(0.92, 2);
    expect(alone('Lead Quality')).toBeCloseTo(0.79, 2);
    expect(alone('Last Activity')).toBeCloseTo(0.72, 2);
  });

  it('are told as text, too, with the suggestion marked as one', async () => {
    const { stdout } = await calibrate(...args);
    expect(stdout).toMatch(/^5544 leads, 2141 with the outcome \(38\.6 %\)\.\n/);
    expect(stdout).toMatch(/^Tags +undated +0\.919 +SUSPICIOUS +undated in 3529 of 3529 rows with a value$/m);
    expect(stdout).toMatch(/^\+\d+ +What is your current occupation +is Working Professional +Unemployed +438$/m);
    expect(stdout).toContain('Nothing has been changed: a person decides');
  });

  it('make somebody check a column that ranks too well for one known at creation', async () => {
    const { stdout } = await calibrate(...args, '--known', 'Tags');
    expect(stdout).toMatch(/^Tags +declared .+ SUSPICIOUS: was it really known at creation\?$/m);
  });
});

describe('a table of leads with score and grade', () => {
  it('is held against the outcome by band and grade, with the alarm', async () => {
    await using folder = await tempFolder();
    const row = (score: number, grade: string, won: boolean) =>
      `${score},${grade},${won ? 'won' : 'lost'},"x, ${score}"`;
    const rows = Array.from({ length: 300 }, (_, at) => [row(85, 'Hot', at % 10 < 1), row(45, 'Warm', at % 10 < 3)]);
    await writeFile(
      join(folder.path, 'leads.csv'),
      ['Points,Grade,Deal,"Note, free"', ...rows.flat(), '70,Hot,open,x', '80', ''].join('\r\n'),
    );
    const given = [join(folder.path, 'leads.csv'), '--outcome', 'Deal', '--score', 'Points', '--grade', 'Grade'];
    const { stdout, stderr, code } = await calibrate(...given, '--grades', 'Hot,Warm', '--known', '"Note, free"');
    expect(code).toBe(0);
    expect(stderr).toBe(
      'Line 602 is left out: Deal is "open", which is neither of 1, true, yes, won nor of 0, false, no, lost.\n' +
        'Line 603 is left out: the row has 1 column, the header has 4.\n',
    );
    expect(stdout).toMatch(/^ALARM: 45 to 49 converts better than 85 to 89: 90 of 300 \(30\.0 %\) against 30 of 300 /m);
    expect(stdout).toMatch(/^ALARM: Warm converts better than Hot: .+ 3\.0 times as often\./m);
  });

  it('of too few rows gets no model, and is told why', async () => {
    await using folder = await tempFolder();
    await writeFile(join(folder.path, 'few.csv'), 'Source,Won\nWeb,1\nWeb,0\n');
    const { stdout, code } = await calibrate(join(folder.path, 'few.csv'), '--outcome', 'Won', '--known', 'Source');
    expect(code).toBe(0);
    expect(stdout).toContain(
      'No model. Too few leads to learn from: 1 of 2 have the outcome; 50 with it and 50 without',
    );
  });
});

describe('calibrate called in a way that makes no sense is explained', () => {
  const header = 'Source,Won,Won by\nWeb,1,Ada\n';

  it.each([
    ['no file and no portal', [], /^HUBSPOT_ACCESS_TOKEN is not set/],
    ['no outcome', ['leads.csv'], /^Say which column tells what became of the lead/],
    ['a file that is not there', ['none.csv', '--outcome', 'Won'], /^There is no file .*none\.csv\.$/],
    ['an empty file', ['empty.csv', '--outcome', 'Won'], /empty\.csv has no rows: it needs a header/],
    ['two columns of one name', ['twice.csv', '--outcome', 'Won'], /has two columns called "Won"; rename one\.$/],
    ['an unknown outcome', ['leads.csv', '--outcome', 'Win'], /no column "Win"\. It has: Source, Won, Won by\.$/],
    ['an unknown known one', ['leads.csv', '--outcome', 'Won', '--known', 'Source,City'], /no column "City"/],
    [
      'a stray quote',
      ['leads.csv', '--outcome', 'Won', '--known', '"Source'],
      /^--known "Source has a quote out of place/,
    ],
    ['an unknown option', ['leads.csv', '--outcom', 'Won'], /Unknown option '--outcom'/],
  ])('%s', async (_, [file, ...options], message) => {
    await using folder = await tempFolder();
    await writeFile(join(folder.path, 'leads.csv'), header);
    await writeFile(join(folder.path, 'twice.csv'), 'Won,Won\n1,0\n');
    await writeFile(join(folder.path, 'empty.csv'), '');
    const path = file === undefined ? [] : [join(folder.path, file)];
    const { code, stdout, stderr } = await calibrate(...path, ...options);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trimEnd()).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
