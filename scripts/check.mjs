/**
 * Everything that must hold before a change counts as done: types, lint, module boundaries, format, tests.
 *
 *     node scripts/check.mjs             all of it
 *     node scripts/check.mjs <filter>    only the tests in files whose path contains the filter
 *
 * The last line of standard output is `N passed, N failed, N skipped`; each check beside the tests counts as one test.
 * Fails when anything failed, when no test ran, and when a test was skipped although `../shared`, which some need, is here.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const filters = process.argv.slice(2);
const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' };

const statics = filters.length > 0 ? [] : await runStatics();
const tests = await runTests();
process.exitCode = conclude(statics, tests) ? 0 : 1;

/** The slowest check beside the three others, one after the other: two at a time. Told in a fixed order. */
async function runStatics() {
  const eslint = check('eslint', 'eslint/bin/eslint.js', ['.', '--max-warnings=0']);
  const compile = (project) => check(`tsc -p ${project}`, 'typescript/bin/tsc', ['--noEmit', '-p', project]);
  const tsc = compile('.');
  const cards = tsc.then(() => compile('extensions'));
  const workbench = cards.then(() => compile('src/workbench/page'));
  const cruiser = 'dependency-cruiser/bin/dependency-cruiser.mjs';
  const depcruise = workbench.then(() => check('depcruise src extensions', cruiser, ['src', 'extensions']));
  const prettier = depcruise.then(() => check('prettier --check .', 'prettier/bin/prettier.cjs', ['--check', '.']));
  const results = [];
  for (const pending of [tsc, cards, workbench, eslint, depcruise, prettier]) {
    const result = await pending;
    say(`\n== ${result.name}: ${result.ok ? 'passed' : 'FAILED'}, ${result.seconds} s`);
    if (!result.ok) say(result.output);
    results.push(result);
  }
  return results;
}

async function check(name, program, args) {
  const chunks = [];
  const { ok, seconds } = await run(program, args, ['ignore', 'pipe', 'pipe'], (child) => {
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
  });
  return { name, ok, seconds, output: Buffer.concat(chunks).toString() };
}

/** Vitest writes its own report as it goes and sends the counts when it is through; without counts it has crashed. */
async function runTests() {
  say('\n== vitest');
  let counts;
  const reporters = ['--reporter=default', `--reporter=${join(root, 'scripts', 'vitest-counts.mjs')}`];
  const args = ['run', ...reporters, ...filters];
  const { ok, seconds } = await run('vitest/vitest.mjs', args, ['ignore', 1, 1, 'ipc'], (child) => {
    child.on('message', (message) => (counts = message));
  });
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: [] };
  say(`== vitest: ${ok ? 'passed' : 'FAILED'}, ${seconds} s`);
  return { passed, failed: ok ? failed : Math.max(failed, 1), skipped };
}

async function run(program, args, stdio, listen) {
  const started = performance.now();
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, env, stdio });
  listen(child);
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  return { ok: code === 0, seconds: ((performance.now() - started) / 1000).toFixed(1) };
}

/** Tells what was skipped and what is wrong, then the counts; returns whether all is well. */
function conclude(statics, tests) {
  const passed = tests.passed + statics.filter(({ ok }) => ok).length;
  const failed = tests.failed + statics.filter(({ ok }) => !ok).length;
  for (const { name, reason } of tests.skipped) say(`Skipped: ${name} (${reason})`);
  const complaints = [
    tests.passed + tests.failed === 0 && 'No test ran.',
    tests.skipped.length > 0 &&
      existsSync(join(root, '..', 'shared')) &&
      'Tests were skipped although ../shared is here.',
  ].filter(Boolean);
  complaints.forEach(say);
  say(`${passed} passed, ${failed} failed, ${tests.skipped.length} skipped`);
  return failed === 0 && complaints.length === 0;
}

function say(line) {
  console.log(line);
}
