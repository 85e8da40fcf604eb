import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Environment } from '../config/env.ts';
import type { StatusReport } from '../http/contract/status.ts';

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));

export interface BackendProcess extends AsyncDisposable {
  readonly url: string;
  /** Lives that ended by a kill so far. */
  readonly restarts: number;
  /** @throws BackendEndedError when the process has ended by itself, and will not come back */
  status(): Promise<StatusReport | undefined>;
}

export interface BackendProcessOptions {
  readonly env: Environment;
  readonly port: number;
  /** The point at which each life kills itself, in order; lives after the last one are left alone. */
  readonly crashPoints?: readonly string[];
  /** Called once a life serves that does not kill itself. */
  readonly staysUp?: () => void;
}

/** The backend did not come up, or ended by itself. What it said stands on stderr. */
export class BackendEndedError extends Error {
  override readonly name = 'BackendEndedError';
  readonly exitCode: number;
  constructor(code: number | null) {
    super(`The backend ended with exit code ${code ?? 'none'}; its own message stands above.`);
    this.exitCode = code ?? 1;
  }
}

/** Runs `serve` as a process of its own and starts it again whenever it is killed. */
export async function startBackendProcess({
  env,
  port,
  crashPoints = [],
  staysUp,
}: BackendProcessOptions): Promise<BackendProcess> {
  const url = `http://127.0.0.1:${port}`;
  let lives = 0;
  let isStopping = false;
  let child: ChildProcess = launch();

  function launch(): ChildProcess {
    const crashPoint = crashPoints[lives] ?? '';
    lives += 1;
    const next = fork(MAIN, ['serve'], {
      env: { ...env, HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: url, L2R_CRASH_POINTS: crashPoint },
      execPath: process.execPath,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    if (crashPoint === '' && staysUp) next.once('message', staysUp);
    next.once('exit', (_code, signal) => {
      if (!isStopping && signal === 'SIGKILL') child = launch();
    });
    return next;
  }

  await ready(child);
  return {
    url,
    get restarts() {
      return lives - 1;
    },
    status: () => {
      if (child.exitCode !== null) throw new BackendEndedError(child.exitCode);
      return fetchStatus(url);
    },
    async [Symbol.asyncDispose]() {
      isStopping = true;
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGTERM');
      await exit;
    },
  };
}

/** @throws BackendEndedError when the process ends before it serves */
async function ready(child: ChildProcess): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new BackendEndedError(code)));
  });
}

/** @returns undefined while the backend does not answer, as between two lives */
async function fetchStatus(url: string): Promise<StatusReport | undefined> {
  try {
    const answer = await fetch(`${url}/status.json`);
    return answer.ok ? ((await answer.json()) as StatusReport) : undefined;
  } catch {
    return undefined;
  }
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
