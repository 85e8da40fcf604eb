/**
 * Brings node_modules in line with package-lock.json; does nothing when it already is.
 *
 * Runs before every start, on whatever Node (20 or newer) the machine has, so it uses no packages. Standard output stays
 * empty: what follows may print JSON there.
 *
 *     node scripts/ensure-installed.mjs          what the product needs to run
 *     node scripts/ensure-installed.mjs --dev    and what its tests need
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { underLock } from './install-lock.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lockfile = join(root, 'package-lock.json');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed.json');
const npmRecord = join(modules, '.package-lock.json');
const nodeBinary = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const dev = process.argv.includes('--dev');
const say = (line) => process.stderr.write(`${line}\n`);

main().catch((error) => {
  say(`Installing the packages failed: ${error.message}`);
  process.exitCode = 1;
});

async function main() {
  if (Number.parseInt(process.versions.node, 10) < 20)
    throw new Error(`this is Node ${process.versions.node}; install Node 20 or newer and run the command again.`);
  if (!existsSync(lockfile))
    throw new Error(`${lockfile} is missing; restore it (git checkout package-lock.json) and run the command again.`);

  const hash = wantedHash();
  if (!isInstalled(hash)) await underLock(join(root, '.installing'), tellWaiting, () => installUnlessDone(hash));
  if (!existsSync(nodeBinary))
    throw new Error(
      'node_modules/node has no program in it, because npm was told not to run install scripts; ' +
        'run "npm rebuild node --ignore-scripts=false" and then the command again.',
    );
}

/** Platform and processor belong to it: a folder shared with a container must not offer the wrong programs. */
function wantedHash() {
  return createHash('sha256')
    .update(readFileSync(lockfile))
    .update(process.platform)
    .update(process.arch)
    .digest('hex');
}

function isInstalled(hash) {
  const installed = readJson(stamp);
  return installed?.hash === hash && (installed.dev || !dev);
}

/** Asked again under the lock, because the process waited for may have done the work. */
async function installUnlessDone(hash) {
  if (isInstalled(hash)) return;
  if (npmInstalled(true)) return writeStamp(hash, true);
  if (!dev && npmInstalled(false)) return writeStamp(hash, false);
  rmSync(stamp, { force: true });
  rmSync(npmRecord, { force: true });
  await npmCi();
  writeStamp(hash, dev);
}

/** Whether somebody's own `npm ci` or `npm install` has left every package the lockfile asks for. */
function npmInstalled(withDev) {
  const present = readJson(npmRecord)?.packages ?? {};
  return Object.entries(readJson(lockfile).packages)
    .filter(([path, wanted]) => path && !wanted.optional && !wanted.devOptional && (withDev || !wanted.dev))
    .every(([path, wanted]) => present[path]?.version === wanted.version && existsSync(join(root, path)));
}

async function npmCi() {
  const started = performance.now();
  const seconds = () => Math.round((performance.now() - started) / 1000);
  const announcement = `Installing the packages (first start, ${dev ? 'about a minute' : 'about half a minute'}) …`;
  say(announcement);
  const tick = () => process.stderr.write(`\r${seconds()} s `);
  const ticking = process.stderr.isTTY ? setInterval(tick, 1000) : undefined;
  try {
    await run([
      'ci',
      dev ? '--include=dev' : '--omit=dev',
      '--loglevel=error',
      '--no-audit',
      '--no-fund',
      '--no-progress',
    ]);
  } finally {
    clearInterval(ticking);
    if (ticking) process.stderr.write('\r');
  }
  say(`Installed in ${seconds()} s.`);
}

/** Runs npm with all its output on standard error, and hands an interruption on to it. */
function run(args) {
  const [command, first] = npmCommand();
  const npm = spawn(command, [...first, ...args], { cwd: root, stdio: ['ignore', 2, 2] });
  const passOn = (signal) => npm.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    npm.once('error', () => reject(new Error('npm was not found; install it together with Node 20 or newer.')));
    npm.once('close', (code, signal) => {
      for (const name of signals) process.off(name, passOn);
      if (code === 0) resolve();
      else reject(new Error(`${reasonOf(code, signal)}, then run the command again.`));
    });
  });
}

function reasonOf(code, signal) {
  if (signal) return `npm was stopped by ${signal}. Let it finish`;
  return `npm ended with exit code ${code} (its reason is above). Check that "npm ping" reaches the registry and that the disk has room`;
}

/** The npm that started us if one did: it may be the only one, and `npm_execpath` may also name another package manager. */
function npmCommand() {
  const { npm_execpath: script, npm_node_execpath: node } = process.env;
  return script && basename(script).startsWith('npm') ? [node ?? process.execPath, [script]] : ['npm', []];
}

function tellWaiting(owner) {
  say(
    `Process ${owner} is installing the packages; waiting for it. If there is no such process, delete .installing here.`,
  );
}

function writeStamp(hash, withDev) {
  writeFileSync(stamp, `${JSON.stringify({ hash, dev: withDev })}\n`);
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
