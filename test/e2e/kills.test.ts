import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generatePortal, writePortalFolder } from '../../src/sandbox/seed/generate-portal.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Ten lives, each ended by SIGKILL: three in intake, four in decide, three in write. */
const POINTS = [
  'intake.before-store',
  'decide.after-gather',
  'write.before-send',
  'intake.after-store',
  'decide.after-commit',
  'write.after-send',
  'intake.after-store',
  'decide.after-gather',
  'write.after-settle',
  'decide.after-commit',
];

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function preview(folder: string, args: readonly string[], env: Record<string, string> = {}): Promise<Run> {
  const child = spawn(process.execPath, ['src/main.ts', 'preview', folder, '--json', ...args], {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve) => {
    child.once('close', (code) =>
      resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }),
    );
  });
}

it(
  'ten kills of the backend, at any point of its work, leave no trace in the figures',
  { timeout: 300_000 },
  async () => {
    await using temp = await tempFolder();
    const folder = join(temp.path, 'portal');
    await writePortalFolder(
      folder,
      generatePortal({ seed: 7, days: 120, endAt: Date.UTC(2026, 5, 30), contacts: 500, companies: 80 }),
    );
    const [undisturbed, killed] = await Promise.all([
      preview(folder, ['--by', 'hs_analytics_source']),
      preview(folder, ['--by', 'hs_analytics_source', '--replay'], { L2R_CRASH_POINTS: POINTS.join(',') }),
    ]);
    expect(undisturbed.code).toBe(0);
    expect(killed.code).toBe(0);
    const kills = killed.stderr
      .split('\n')
      .filter((line) => line.startsWith('{"crashPoint"'))
      .map((line) => JSON.parse(line) as { crashPoint: string; inbox: number; outbox: number });
    expect(kills.map((kill) => kill.crashPoint)).toEqual(POINTS);
    for (const kill of kills) {
      expect(kill.inbox).toBeGreaterThan(0);
      expect(kill.outbox).toBeGreaterThan(0);
    }
    expect(killed.stderr).toContain('killed and started again 10 times');
    expect(killed.stderr).toContain('found 0 changes that webhooks had not told');
    expect(killed.stdout).toBe(undisturbed.stdout);
  },
);
