import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database, type DatabaseOptions } from '../../src/store/database.ts';
import { tempFolder } from '../support/temp-folder.ts';

const WRITER = join(import.meta.dirname, '../support/database-writer.ts');
const START_LIMIT_MS = 60_000;

let cleanUp: AsyncDisposableStack;
let folder: string;
let migrations: string;

beforeEach(async () => {
  cleanUp = new AsyncDisposableStack();
  folder = cleanUp.use(await tempFolder()).path;
  migrations = cleanUp.use(await tempFolder()).path;
}, START_LIMIT_MS);
afterEach(() => cleanUp.disposeAsync());

const open = (options: Partial<DatabaseOptions> = {}) =>
  openDatabase({ folder, migrations, report: () => {}, ...options });

/** The sentence that a user reads when the database cannot be opened. */
const refusal = async (opening: Promise<Database>) => {
  const error = await opening.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ exitCode: 2 });
  return (error as Error).message;
};

const processOfDatabase = async () =>
  Number(/database is process (\d+)/.exec(await readFile(join(folder, 'owner.txt'), 'utf8'))?.[1]);

const storedNumbers = async (database: Database) =>
  (await database.query<{ n: number }>('SELECT n FROM stored ORDER BY n')).rows.map(({ n }) => n);

describe('after a kill in the middle of writing, a start at once finds everything that was stored', () => {
  it('when this program was killed', async () => {
    const writer = await startWriter();
    const last = await writer.hasStored(20);
    writer.process.kill('SIGKILL');
    await expectNumbersUpTo(last);
  });

  it('when the process of the database was killed', async () => {
    const writer = await startWriter();
    const last = await writer.hasStored(20);
    process.kill(await processOfDatabase(), 'SIGKILL');
    // The transaction in flight fails, which this program does not catch.
    await once(writer.process, 'exit');
    await expectNumbersUpTo(last);
  });

  it('when both were killed', async () => {
    const writer = await startWriter();
    const last = await writer.hasStored(20);
    process.kill(await processOfDatabase(), 'SIGKILL');
    writer.process.kill('SIGKILL');
    await expectNumbersUpTo(last);
  });

  async function expectNumbersUpTo(last: number): Promise<void> {
    await using database = await open();
    const numbers = await storedNumbers(database);
    expect(numbers.length).toBeGreaterThanOrEqual(last);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  }
});

describe('while this program lives', () => {
  it('a killed database is started again, and only the transaction in flight fails', async () => {
    const restarting = Promise.withResolvers<string>();
    await using database = await open({ report: ({ kind }) => restarting.resolve(kind) });
    await database.query('CREATE TABLE stored (n int)');
    await database.query('INSERT INTO stored VALUES (1)');
    const inFlight = database.transaction(async (tx) => {
      await tx.query('INSERT INTO stored VALUES (2)');
      process.kill(await processOfDatabase(), 'SIGKILL');
      await tx.query('INSERT INTO stored VALUES (3)');
    });
    await expect(inFlight).rejects.toThrow();
    expect(await restarting.promise).toBe('database-restarting');
    expect(await storedNumbers(database)).toEqual([1]);
  });

  it('a database that cannot go on is ended and started again', async () => {
    const reported: string[] = [];
    await using database = await open({ report: ({ kind }) => reported.push(kind) });
    // The driver has nothing to copy and says so, which this database takes for a broken connection: a fatal error.
    await expect(database.query('COPY pg_class FROM STDIN')).rejects.toThrow();
    // Sent at once: a statement that finds nobody waits until the database is there again.
    expect((await database.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
    expect(reported).toContain('database-restarting');
  });

  it('an interrupt leaves the database usable until it has ended in order and in silence', async () => {
    const writer = await startWriter();
    await writer.hasStored(5);
    process.kill(-(writer.process.pid ?? NaN), 'SIGINT');
    expect(await once(writer.process, 'close')).toEqual([0, null]);
    expect(writer.output()).toBe('');
    await using database = await open();
    expect((await storedNumbers(database))[0]).toBe(0);
  });
});

describe('a folder', () => {
  it('has one owner: of two starts at once, one is told who has it', async () => {
    const starts = await Promise.allSettled([open({ folderWaitMs: 300 }), open({ folderWaitMs: 300 })]);
    const won = starts.find((start) => start.status === 'fulfilled');
    const lost = starts.find((start) => start.status === 'rejected');
    cleanUp.use(won?.value);
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(lost?.reason).toMatchObject({
      exitCode: 2,
      message:
        `The data folder ${folder} is in use by process ${process.pid} ` +
        `(its database is process ${await processOfDatabase()}): stop that process or choose another folder.`,
    });
  });

  it('is waited for while its owner is closing it', async () => {
    const first = await open();
    const next = open();
    await first[Symbol.asyncDispose]();
    await using database = await next;
    expect((await database.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  });

  it('may have a path that is too long for a socket', async () => {
    const long = join(folder, 'x'.repeat(150));
    await mkdir(long);
    await using database = await open({ folder: long });
    expect((await database.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
  });

  it('whose database is damaged is refused in a sentence', async () => {
    await (await open())[Symbol.asyncDispose]();
    await rm(join(folder, 'postgres/global'), { recursive: true });
    expect(await refusal(open())).toContain(`The data folder ${folder} cannot be opened (`);
  });

  it(
    'is made from nothing, also after a first start that was killed half-way',
    { timeout: START_LIMIT_MS },
    async () => {
      const fresh = join(folder, 'fresh');
      await mkdir(join(fresh, 'postgres.unfinished'), { recursive: true });
      await writeFile(join(fresh, 'postgres.unfinished/PG_VERSION'), '18\n');
      await using database = await open({ folder: fresh });
      expect((await database.query('SELECT 1 AS n')).rows).toEqual([{ n: 1 }]);
    },
  );
});

interface Writer {
  process: ChildProcess;
  /** Resolves with the number that was stored last when at least `count` are. */
  hasStored(count: number): Promise<number>;
  output(): string;
}

/** In a process group of its own, as a terminal would start it. */
async function startWriter(): Promise<Writer> {
  const writer = fork(WRITER, [folder, migrations], { detached: true, silent: true, execArgv: [] });
  cleanUp.defer(() => void writer.kill('SIGKILL'));
  let output = '';
  for (const stream of [writer.stdout, writer.stderr]) stream?.on('data', (text) => (output += String(text)));
  await once(writer, 'message');
  return { process: writer, hasStored, output: () => output };

  async function hasStored(count: number): Promise<number> {
    for (;;) {
      const [n] = (await once(writer, 'message')) as [number];
      if (n >= count) return n;
    }
  }
}
