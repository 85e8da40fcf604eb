import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wilson } from '../../src/domain/values/ratio.ts';
import { generatePortal, writePortalFolder } from '../../src/sandbox/seed/generate-portal.ts';
import type { Truth } from '../../src/sandbox/seed/truth.ts';
import { startPostgres } from '../support/postgres.ts';
import { describeWithShared } from '../support/shared-data.ts';
import { tempFolder } from '../support/temp-folder.ts';

const run = promisify(execFile);

interface Preview {
  asOf: string;
  load: {
    read: number;
    accepted: number;
    rejected: number;
    problems: { file: string; line: number; column: string; reason: string }[];
  };
  stages: { id: string; entered: number; inferred: number; stock: number }[];
  conversion: PairRow[];
  durations: { from: string; to: string; n: number; meanDays: number | null; medianDays: number | null }[];
  curves: { from: string; to: string; points: { day: number; converted: number; low: number; high: number }[] }[];
  cohorts: { cohort: string; maturity: number | null; conversion: PairRow[] }[];
  breakdowns: Record<string, { value: string; conversion: PairRow[] }[]>;
  pipeline: Record<string, number | string | null>;
  accounts: {
    accounts: { stages: { id: string; current: number }[] };
    personsPerAccount: { numerator: number; denominator: number };
    tiers: { value: string; accounts: number }[];
  } | null;
}

interface PairRow {
  from: string;
  to: string;
  entered: number;
  converted: number;
  inferred: number;
  rate: number | null;
  low: number | null;
  high: number | null;
}

/** Runs the command as a person would; messages go to stderr, so stdout is the JSON alone. */
async function previewText(
  folder: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<{ stdout: string; stderr: string }> {
  return run(process.execPath, ['src/main.ts', 'preview', folder, '--json', ...args], {
    env: { PATH: process.env['PATH'], ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
}

const pairOf = <T extends { from: string; to: string }>(rows: readonly T[], from: string, to: string): T | undefined =>
  rows.find((row) => row.from === from && row.to === to);

describeWithShared('the Olist portal, previewed', ['olist-portal'], (folder) => {
  let text: string;
  let preview: Preview;

  beforeAll(async () => {
    ({ stdout: text } = await previewText(folder, ['--by', 'lead_origin']));
    preview = JSON.parse(text) as Preview;
  }, 120_000);

  it('counts 842 of 8,000 won, with the recorded interval', () => {
    const won = pairOf(preview.conversion, 'AQL', 'WON');
    expect(won).toMatchObject({ entered: 8_000, converted: 842, rate: 0.10525 });
    expect(won?.low).toBeCloseTo(0.0987, 4);
    expect(won?.high).toBeCloseTo(0.1122, 4);
  });

  it('agrees with the recorded conversion of every origin', async () => {
    const recorded = await recordedResults(folder);
    for (const row of preview.breakdowns['lead_origin'] ?? []) {
      const { mql, won } = recorded.by_origin[row.value === '' ? '(missing)' : row.value] ?? { mql: 0, won: 0 };
      expect(pairOf(row.conversion, 'AQL', 'WON')).toMatchObject({ entered: mql, converted: won });
    }
    expect(preview.breakdowns['lead_origin']).toHaveLength(Object.keys(recorded.by_origin).length);
  });

  it('agrees with the recorded conversion of every month', async () => {
    const recorded = await recordedResults(folder);
    for (const [month, { mql, won }] of Object.entries(recorded.cohorts_by_month)) {
      const cohort = preview.cohorts.find((each) => each.cohort === month);
      expect(pairOf(cohort?.conversion ?? [], 'AQL', 'WON')).toMatchObject({ entered: mql, converted: won });
    }
  });

  it('agrees with the recorded times to won, the one negative left out', async () => {
    const recorded = (await recordedResults(folder)).time_to_won_days.elapsed_without_negative_841;
    const duration = pairOf(preview.durations, 'AQL', 'WON');
    expect(duration?.n).toBe(841);
    expect(duration?.medianDays).toBeCloseTo(recorded.median, 4);
    expect(duration?.meanDays).toBeCloseTo(recorded.mean, 4);
  });

  it('agrees with the recorded Kaplan–Meier curve and its standard errors', async () => {
    const recorded = (await recordedResults(folder)).kaplan_meier_all.at_day;
    const points = pairOf(preview.curves, 'AQL', 'WON')?.points ?? [];
    const shared = points.filter((point) => recorded[point.day] !== undefined);
    expect(shared.length).toBeGreaterThan(10);
    for (const point of shared) {
      const { cumulative_conversion: converted, se } = recorded[point.day] ?? {
        cumulative_conversion: Number.NaN,
        se: Number.NaN,
      };
      expect(point.converted).toBeCloseTo(converted, 5);
      expect((point.high - point.low) / (2 * 1.96)).toBeCloseTo(se, 3);
    }
  });

  it('shows skipped stages as inferred only', () => {
    const counts = Object.fromEntries(
      preview.stages.map((stage) => [stage.id, [stage.entered, stage.inferred, stage.stock]]),
    );
    expect(counts).toMatchObject({
      LEAD: [0, 8_000, 0],
      AQL: [8_000, 0, 7_158],
      MAL: [0, 842, 0],
      MQO: [0, 842, 0],
      SQO: [0, 842, 0],
      WON: [842, 0, 0],
    });
  });

  it('lists the contact that was won before its first contact, at its three places', () => {
    expect(preview.load.problems.map(({ file, line }) => `${file} ${line}`)).toEqual([
      'contacts.csv 4455',
      'property_history.csv 4786',
      'property_history.csv 4787',
    ]);
    expect(preview.load).toMatchObject({ read: 19_409, accepted: 19_409, rejected: 0 });
  });

  it('cannot tell a velocity from cycles of no length', () => {
    expect(preview.pipeline).toMatchObject({ opportunities: 842, open: 0, won: 842, lost: 0, velocityPerDay: null });
    expect(preview.asOf).toBe('2018-11-14T18:04:19.000Z');
  });
});

// Whatever the way in, every fifth lead with its deals shows it as well as all of them.
describeWithShared('a fifth of the Olist portal, previewed', ['olist-portal'], (folder) => {
  let fifth: Awaited<ReturnType<typeof tempFolder>>;
  let text: string;

  beforeAll(async () => {
    fifth = await tempFolder();
    await takeEveryFifth(folder, fifth.path);
    ({ stdout: text } = await previewText(fifth.path, ['--by', 'lead_origin']));
  }, 60_000);

  afterAll(() => fifth[Symbol.asyncDispose]());

  it(
    'prints the same bytes when the history is told live by doubled and shuffled webhooks',
    { timeout: 60_000 },
    async () => {
      const replayed = await previewText(fifth.path, ['--by', 'lead_origin', '--replay']);
      expect(replayed.stdout).toBe(text);
      expect(replayed.stderr).toContain('found 0 changes that webhooks had not told');
    },
  );

  it('prints the same bytes on server PostgreSQL', { timeout: 60_000 }, async () => {
    const postgres = await startPostgres();
    try {
      const { stdout } = await previewText(fifth.path, ['--by', 'lead_origin'], { DATABASE_URL: postgres.url });
      expect(stdout).toBe(text);
    } finally {
      await postgres.stop();
    }
  });

  it('prints the same when the rows are shuffled, but for line numbers', { timeout: 60_000 }, async () => {
    await using shuffled = await tempFolder();
    await shuffleFolder(fifth.path, shuffled.path);
    const { stdout } = await previewText(shuffled.path, ['--by', 'lead_origin']);
    const again = JSON.parse(stdout) as Preview;
    const withoutLines = (each: Preview) => ({
      ...each,
      load: { ...each.load, problems: each.load.problems.map((problem) => ({ ...problem, line: 0 })) },
    });
    const preview = JSON.parse(text) as Preview;
    expect(preview.load.problems).not.toEqual([]);
    expect(withoutLines(again)).toEqual(withoutLines(preview));
    expect(again.load.problems).not.toEqual(preview.load.problems);
  });
});

interface Recorded {
  by_origin: Record<string, { mql: number; won: number }>;
  cohorts_by_month: Record<string, { mql: number; won: number }>;
  time_to_won_days: { elapsed_without_negative_841: { mean: number; median: number } };
  kaplan_meier_all: { at_day: Record<string, { cumulative_conversion: number; se: number }> };
}

/** Figures computed from the source files by somebody else's script. */
async function recordedResults(folder: string): Promise<Recorded> {
  return JSON.parse(await readFile(join(folder, '..', 'olist-marketing-funnel', 'results.json'), 'utf8')) as Recorded;
}

/** Leads whose id leaves 4, among them the one that was won before its first contact, and what hangs on them. */
async function takeEveryFifth(from: string, to: string): Promise<void> {
  const isTaken = (id: string | undefined) => Number(id) % 5 === 4;
  const links = (await rowsOf(from, 'associations.csv')).filter(([, contact]) => isTaken(contact));
  const deals = new Set(links.map(([, , , deal]) => deal));
  const taken: Record<string, (row: readonly string[]) => boolean> = {
    'contacts.csv': ([id]) => isTaken(id),
    'deals.csv': ([id]) => deals.has(id),
    'owners.csv': () => true,
    'associations.csv': ([, contact]) => isTaken(contact),
    'property_history.csv': ([type, id]) => (type === 'contact' ? isTaken(id) : deals.has(id)),
  };
  for (const [file, isIn] of Object.entries(taken)) {
    const [head = [], ...rows] = await rowsOf(from, file);
    await writeFile(join(to, file), [head, ...rows.filter(isIn)].map((row) => row.join(',')).join('\n'));
  }
}

/** The folder's files quote nothing. */
const rowsOf = async (folder: string, file: string): Promise<string[][]> =>
  (await readFile(join(folder, file), 'utf8'))
    .trimEnd()
    .split(/\r?\n/)
    .map((row) => row.split(','));

async function shuffleFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const file of ['contacts.csv', 'deals.csv', 'owners.csv', 'associations.csv', 'property_history.csv']) {
    const [head = '', ...rows] = (await readFile(join(from, file), 'utf8')).trimEnd().split(/\r?\n/);
    const mixed = rows
      .map((row, index) => [(index * 7_919 + row.length * 104_729) % 1_000_003, row] as const)
      .sort((a, b) => a[0] - b[0]);
    await writeFile(join(to, file), [head, ...mixed.map(([, row]) => row)].join('\n'));
  }
}

describe('a small folder', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;

  beforeAll(async () => {
    folder = await tempFolder();
    await writeFile(
      join(folder.path, 'contacts.csv'),
      [
        'id,email,createdate,lifecyclestage',
        '1,a@example.com,2026-01-01T00:00:00Z,marketingqualifiedlead',
        '2,b@example.com,2026-01-02T00:00:00Z,lead',
        '2,b@example.com,2026-01-02T00:00:00Z,lead',
        '3,,not a date,lead',
      ].join('\n'),
    );
    const files = {
      'companies.csv': [
        'id,name,createdate,industry,numberofemployees,country,hs_ideal_customer_profile',
        '7,Buyer,2025-12-01T00:00:00Z,COMPUTER_SOFTWARE,400,Germany,tier_3',
        '8,Other,2025-12-01T00:00:00Z,COMPUTER_SOFTWARE,400,Germany,tier_3',
      ],
      'associations.csv': ['from_type,from_id,to_type,to_id', 'contact,1,company,8'],
      'touches.csv': [
        'contact_id,timestamp,type,channel,program',
        '1,2026-01-03T00:00:00Z,event_attended,event,days',
        '1,1999-12-31T00:00:00Z,event_attended,event,days',
      ],
      'signals.csv': [
        'object_type,object_id,timestamp,kind,topic,strength,source',
        'company,7,2026-01-03T00:00:00Z,intent,crm,1,feed',
      ],
    };
    for (const [file, lines] of Object.entries(files)) await writeFile(join(folder.path, file), lines.join('\n'));
  });

  afterAll(() => folder[Symbol.asyncDispose]());

  it('counts values without history from the record’s creation, as derived', { timeout: 60_000 }, async () => {
    const { stdout } = await previewText(folder.path, []);
    const preview = JSON.parse(stdout) as Preview;
    expect(preview.stages.find((stage) => stage.id === 'AQL')).toMatchObject({ entered: 1, stock: 1 });
    expect(preview.load).toMatchObject({ read: 10, accepted: 7, rejected: 3 });
    expect(preview.load.problems.map(({ file, line }) => `${file} ${line}`)).toEqual([
      'contacts.csv 4',
      'contacts.csv 5',
      'touches.csv 3',
    ]);
  });

  it('takes in its touches and signals, also when the rest is told live', { timeout: 60_000 }, async () => {
    const [told, replayed] = await Promise.all([[], ['--replay']].map((args) => previewText(folder.path, args)));
    const stages = (JSON.parse(told?.stdout ?? '') as Preview).accounts?.accounts.stages ?? [];
    // The touch makes its person's account aware, the signal puts the other one in the market.
    expect(stages.map(({ id, current }) => [id, current])).toEqual([
      ['UNIVERSE', 0],
      ['TARGET', 0],
      ['AWARE', 1],
      ['IN_MARKET', 1],
    ]);
    expect(replayed?.stdout).toBe(told?.stdout);
  });

  it('uses the definition set that lies in the folder', { timeout: 60_000 }, async () => {
    await using other = await tempFolder();
    await cp(folder.path, other.path, { recursive: true });
    const shipped = (await import('../../src/adapters/hubspot/shipped-definitions.ts')).SHIPPED_DEFINITIONS;
    await writeFile(join(other.path, 'definitions.json'), JSON.stringify({ ...shipped, version: 7, preset: 'L2R' }));
    const preview = JSON.parse((await previewText(other.path, [])).stdout) as Preview & { definitionVersion: number };
    expect(preview.definitionVersion).toBe(7);
    expect(preview.conversion.map((pair) => pair.to)).toContain('SQL');
  });
});

it('the demo company gives back what was planted in it', { timeout: 120_000 }, async () => {
  await using temp = await tempFolder();
  const files = generatePortal({ seed: 3, endAt: Date.UTC(2026, 5, 30), contacts: 1_200, companies: 240 });
  await writePortalFolder(temp.path, files);
  const truth = JSON.parse(files['truth.json'] ?? '') as Truth;
  const { stdout } = await previewText(temp.path, ['--by', 'hs_analytics_source_data_1']);
  const preview = JSON.parse(stdout) as Preview;

  expect(preview.load.problems).toHaveLength(truth.dirtyRows.total);
  expect(preview.accounts?.tiers.map(({ value, accounts }) => [value, accounts])).toEqual(tiersOf(files));
  // People are told once each; a second attempt begins anew, so the stages of persons are counted from LEAD on.
  const people = Object.fromEntries(
    preview.stages.map(({ id, entered, inferred }) => {
      const pair = pairOf(preview.conversion, 'LEAD', id);
      const isPersons = id === 'AQL' || id === 'MAL';
      return [id, pair && isPersons ? pair.converted + pair.inferred : id === 'LEAD' ? entered : entered + inferred];
    }),
  );
  for (const { stage, realised } of truth.stages) expect([stage, people[stage]]).toEqual([stage, realised]);

  const bySource = new Map(preview.breakdowns['hs_analytics_source_data_1']?.map((each) => [each.value, each]));
  const inInterval = truth.sources.flatMap(({ detail, rates }) =>
    rates
      .filter(({ from }) => from === 'LEAD' || from === 'AQL')
      .map(({ from, to, rate }) => {
        const pair = pairOf(bySource.get(detail)?.conversion ?? [], from, to);
        const { low, high } = wilson((pair?.converted ?? 0) + (pair?.inferred ?? 0), pair?.entered ?? 0);
        return low !== null && high !== null && low <= rate && rate <= high;
      }),
  );
  expect(inInterval).toHaveLength(24);
  expect(inInterval.filter(Boolean).length).toBeGreaterThanOrEqual(21);
});

/** How many companies of the folder have each tier, by its own words. */
function tiersOf(files: Readonly<Record<string, string>>): [string, number][] {
  const [head = '', ...rows] = (files['companies.csv'] ?? '').trimEnd().split(/\r?\n/);
  const at = head.split(',').indexOf('hs_ideal_customer_profile');
  const tiers = rows.map((row) => row.split(',')[at]);
  return ['tier_1', 'tier_2', 'tier_3'].map((value) => [value, tiers.filter((each) => each === value).length]);
}
