import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signV3 } from '../../src/sandbox/signature.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { eventually } from '../support/eventually.ts';
import { freePort, startOwnPostgres, type TestPostgres } from '../support/postgres.ts';
import { tempFolder } from '../support/temp-folder.ts';

const TOKEN = 'pat-hunter2';
const SECRET = 'client-hunter2';
const CREDENTIALS = { HUBSPOT_ACCESS_TOKEN: TOKEN, HUBSPOT_CLIENT_SECRET: SECRET };

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the command as a user does, with nothing in the environment but these settings. */
function start(args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['src/main.ts', ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, ...said }));
  return { child, ended };
}

const run = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> => start(args, env).ended;

/** The one sentence a user reads; `more` lines may follow, as the help of a command does. */
function sentence({ code, stdout, stderr }: Ended, exitCode = 2): string {
  expect(stderr).not.toMatch(/hunter2|^\s+at |node:internal|Error:/m);
  expect({ code, stdout }).toEqual({ code: exitCode, stdout: '' });
  return stderr.trimEnd();
}

let temp: Awaited<ReturnType<typeof tempFolder>>;
let postgres: TestPostgres;
beforeAll(async () => {
  [temp, postgres] = await Promise.all([tempFolder(), startOwnPostgres()]);
});
afterAll(() => Promise.all([temp[Symbol.asyncDispose](), postgres.stop()]));

describe.concurrent('a command line that makes no sense is explained', () => {
  it('with no command, all are listed', async () => {
    expect(sentence(await run([]))).toMatch(/^Usage: .+\n[^]+ {2}preview {4}/);
  });

  it('with an unknown command', async () => {
    expect(sentence(await run(['sevre']))).toMatch(/^There is no command "sevre"\.\n\nUsage: /);
  });

  it.each([
    ['serve', ['serve', '--prot', '80'], /^Unknown option '--prot'.*\n\nUsage: npm run -s l2r -- serve\n/],
    ['preview', ['preview'], /^Name one portal folder: preview <folder>\.$/],
    ['preview', ['preview', 'x', '--zone', 'Mars'], /^--zone "Mars" is no IANA time zone\. .+\.$/],
    ['metrics', ['metrics', 'hype'], /^Name one metric: stages, .+\.$/],
    ['start', ['start', '--speed', '0'], /^--speed "0" is no whole number from 1 to 600\.$/],
  ])('with a wrong option of %s: %j', async (_command, args, expected) => {
    expect(sentence(await run(args))).toMatch(expected);
  });
});

describe.concurrent('a setting that cannot be used is named, never shown', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    ['a bad one', { PORT: 'hunter2' }, /^Some settings cannot be used\. PORT: must be a port number\.$/],
    ['a missing secret', { HUBSPOT_CLIENT_SECRET: '' }, /^HUBSPOT_CLIENT_SECRET is not set: .+\.$/],
    ['a missing token', { HUBSPOT_ACCESS_TOKEN: '' }, /^HUBSPOT_ACCESS_TOKEN is not set: .+\.$/],
    ['missing definitions', { L2R_DEFINITIONS: '/nowhere.json' }, /^\/nowhere\.json cannot be read as JSON: .+\.$/],
  ])('%s', async (_what, env, expected) => {
    expect(sentence(await run(['serve'], { ...CREDENTIALS, ...env }))).toMatch(expected);
  });

  it('a port that leaves none for the sandbox', async () => {
    expect(sentence(await run(['start'], { PORT: '65535' }))).toMatch(/^PORT must be from 1 to 65533 here: .+\.$/);
  });
});

describe.concurrent('a folder that cannot be used is named', () => {
  const dataFolder = (folder: string) => run(['serve'], { ...CREDENTIALS, L2R_DATA: folder });

  it('a file where the data folder should be, or above it', async () => {
    const file = join(temp.path, 'file');
    await writeFile(file, 'text');
    const [inPlace, above] = await Promise.all([dataFolder(file), dataFolder(join(file, 'data'))]);
    expect(sentence(inPlace)).toMatch(/^The data folder \S+\/file cannot be made or written \(EEXIST\): .+\.$/);
    expect(sentence(above)).toMatch(/^The data folder \S+\/file\/data cannot be made or written \(ENOTDIR\): .+\.$/);
  });

  it.each<[string, Record<string, string> | undefined, RegExp]>([
    ['missing', undefined, /^There is no folder \S+\/missing; check the path\.$/],
    ['empty', {}, /^There is no contacts\.csv in \S+\/empty; a portal folder needs one\.$/],
    ['zipped', { 'contacts.csv': 'PK\u0003\u0004' }, /^contacts\.csv has no column "id" in its header; .+\.$/],
    ['latin', { 'contacts.csv': 'latin1' }, /^contacts\.csv in \S+\/latin is not UTF-8 text; .+\.$/],
  ])('a portal folder that is %s', async (name, files, expected) => {
    const folder = join(temp.path, name);
    if (files) await mkdir(folder);
    for (const [file, text] of Object.entries(files ?? {}))
      await writeFile(join(folder, file), text === 'latin1' ? Buffer.from('id,email\n1,\xe9', 'latin1') : text);
    expect(sentence(await run(['preview', folder]))).toMatch(expected);
  });

  it('a file where the portal folder should be', async () => {
    expect(sentence(await run(['preview', 'package.json']))).toMatch(/^package\.json is a file; .+\.$/);
  });
});

describe.concurrent('a database that cannot be used is named, without its password', () => {
  const withUrl = async (url: string) => sentence(await run(['serve'], { ...CREDENTIALS, DATABASE_URL: url }));

  it('nobody answers', async () => {
    const port = await freePort();
    expect(await withUrl(`postgres://me:hunter2@127.0.0.1:${port}/l2r`)).toMatch(
      new RegExp(`^No PostgreSQL server answers at 127\\.0\\.0\\.1:${port} \\(ECONNREFUSED\\): .+ DATABASE_URL\\.$`),
    );
  });

  it('the password is wrong', async () => {
    const url = Object.assign(new URL(postgres.url), { password: 'hunter2' }).href;
    expect(await withUrl(url)).toMatch(/^The PostgreSQL server at \S+ refused the user "postgres": .+ DATABASE_URL\.$/);
  });

  it('there is no such database', async () => {
    const url = Object.assign(new URL(postgres.url), { pathname: '/nowhere' }).href;
    expect(await withUrl(url)).toMatch(/^The PostgreSQL server at \S+ has no database "nowhere": .+\.$/);
  });

  it.each(['hunter2', 'postgres://me:hun%ter2@127.0.0.1:x/d'])('it is no address: %s', async (url) => {
    expect(await withUrl(url)).toMatch(/^DATABASE_URL cannot be used \([^)]+\): write it like postgres:\/\/user:.+\.$/);
  });
});

describe('a running backend', () => {
  let sandbox: Sandbox;
  let data: Awaited<ReturnType<typeof tempFolder>>;
  let backend: ReturnType<typeof start>;
  let [port, operatorPort] = [0, 0];

  const settings = (more: Record<string, string>) => ({
    ...CREDENTIALS,
    HUBSPOT_BASE_URL: sandbox.url,
    LOG_LEVEL: 'error',
    PORT: String(port),
    ...more,
  });

  beforeAll(async () => {
    sandbox = await startSandbox({ token: TOKEN, clientSecret: SECRET, now: Date.now });
    data = await tempFolder();
    [port, operatorPort] = [await freePort(), await freePort()];
    backend = start(['serve'], settings({ OPERATOR_PORT: String(operatorPort), L2R_DATA: data.path }));
    const isReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).ok;
    const endedEarly = backend.ended.then(({ stderr }) => {
      throw new Error(`The backend ended: ${stderr}`);
    });
    await Promise.race([eventually(isReady, { within: 100_000, every: 50 }), endedEarly]);
  }, 120_000);
  afterAll(async () => {
    backend.child.kill('SIGTERM');
    expect(await backend.ended).toEqual({ code: 0, stdout: '', stderr: '' });
    await data[Symbol.asyncDispose]();
    await sandbox[Symbol.asyncDispose]();
  });

  it.concurrent('counts refused webhooks by reason, where operators look and nowhere else', async () => {
    const body = '[]';
    const signed = (at: number, given = body) => {
      const uri = `http://127.0.0.1:${port}/webhooks/hubspot`;
      const signature = signV3(SECRET, { method: 'POST', uri, body: given, timestamp: String(at) });
      return { 'x-hubspot-signature-v3': signature, 'x-hubspot-request-timestamp': String(at) };
    };
    const send = async (headers: Record<string, string>, text = body) => {
      const answer = await fetch(`http://127.0.0.1:${port}/webhooks/hubspot`, { method: 'POST', headers, body: text });
      return answer.status;
    };
    const now = Date.now();
    expect([
      await send({}),
      await send(signed(now - 3_600_000)),
      await send(signed(now), '[{}]'),
      await send(signed(now, '{}'), '{}'),
      await send({ ...signed(now), 'content-encoding': 'gzip' }),
      await send(signed(now), ' '.repeat(1024 * 1024 + 1)),
      await send(signed(now)),
    ]).toEqual([401, 401, 401, 400, 415, 413, 204]);
    const metrics = await (await fetch(`http://127.0.0.1:${operatorPort}/metrics`)).text();
    const counted = [...metrics.matchAll(/^l2r_webhook_deliveries_total\{result="(.+)"\} (\d+)$/gm)];
    expect(Object.fromEntries(counted.map(([, result, count]) => [result, Number(count)]))).toEqual({
      'refused: unsigned': 1,
      'refused: stale': 1,
      'refused: forged': 1,
      'refused: malformed': 1,
      'refused: compressed': 1,
      'refused: oversized': 1,
      accepted: 1,
    });
    expect((await fetch(`http://127.0.0.1:${port}/metrics`)).status).toBe(404);
  });

  it.concurrent('keeps its data folder: a second process is told who has it', async () => {
    const second = await run(['serve'], settings({ L2R_DATA: data.path, PORT: String(await freePort()) }));
    expect(sentence(second)).toMatch(
      new RegExp(
        `^The data folder \\S+ is in use by process ${backend.child.pid} \\(.+\\): stop that process or .+\\.$`,
      ),
    );
  });

  it.concurrent('keeps its port: another one is told which setting to change', async () => {
    const another = await run(['serve'], settings({ DATABASE_URL: postgres.url, DATABASE_SCHEMA: 'another' }));
    expect(sentence(another)).toBe(
      `Cannot listen on 127.0.0.1:${port}: another program is listening there. Stop it, or set PORT to a free port.`,
    );
  });

  it.concurrent('is not started with a token that the portal does not know, or without a portal', async () => {
    const stored = settings({ DATABASE_URL: postgres.url, DATABASE_SCHEMA: 'third' });
    const unknown = await run(['provision'], { ...stored, HUBSPOT_ACCESS_TOKEN: 'pat-of-another-hunter2' });
    expect(sentence(unknown)).toMatch(
      /^HubSpot refuses the access token \(.+\): set HUBSPOT_ACCESS_TOKEN to one of this portal\.$/,
    );
    const nowhere = await run(['provision'], { ...stored, HUBSPOT_BASE_URL: `http://127.0.0.1:${await freePort()}` });
    expect(sentence(nowhere, 1)).toMatch(/^HubSpot cannot be reached for this portal now; .+\.$/);
  });
});
