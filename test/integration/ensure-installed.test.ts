import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';

const scripts = resolve(import.meta.dirname, '../../scripts');

/** Stands in for npm: notes its arguments, then leaves what a real one would. */
const npm = `
const fs = require('node:fs');
fs.appendFileSync('npm-calls', process.argv.slice(2, 4).join(' ') + '\\n');
console.log('added 1 package');
if (fs.existsSync('npm-fails')) process.exit(7);
fs.rmSync('node_modules', { recursive: true, force: true });
fs.mkdirSync('node_modules/node/bin', { recursive: true });
fs.writeFileSync('node_modules/node/bin/node', '');
fs.writeFileSync('node_modules/node/bin/node.exe', '');
`;

/** A project with a lockfile that asks for one package, and no node_modules. */
async function project() {
  const folder = await tempFolder();
  await cp(scripts, join(folder.path, 'scripts'), { recursive: true });
  await writeFile(join(folder.path, 'npm-cli.cjs'), npm);
  const packages = { '': {}, 'node_modules/node': { version: '26.0.0' } };
  await writeFile(join(folder.path, 'package-lock.json'), JSON.stringify({ packages }));
  const file = (...path: string[]) => join(folder.path, ...path);
  const calls = () => readFile(file('npm-calls'), 'utf8').catch(() => '');
  return { file, calls, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

async function ensure(file: (...path: string[]) => string, ...args: string[]) {
  const env = { ...process.env, npm_execpath: file('npm-cli.cjs'), npm_node_execpath: process.execPath };
  const child = spawn(process.execPath, [file('scripts', 'ensure-installed.mjs'), ...args], { env });
  const [out, err] = [text(child.stdout), text(child.stderr)];
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out: await out, err: await err };
}

test('the first start installs and says so on standard error only; the next does nothing', async () => {
  await using clone = await project();
  const first = await ensure(clone.file);
  expect(first).toMatchObject({ code: 0, out: '' });
  expect(first.err).toContain('Installing the packages');
  expect(await ensure(clone.file)).toEqual({ code: 0, out: '', err: '' });
  expect(await clone.calls()).toBe('ci --omit=dev\n');
});

test('tests install more than a start does, and a start afterwards takes nothing away', async () => {
  await using clone = await project();
  await ensure(clone.file);
  await ensure(clone.file, '--dev');
  await ensure(clone.file);
  expect(await clone.calls()).toBe('ci --omit=dev\nci --include=dev\n');
});

test('a changed lockfile is installed', async () => {
  await using clone = await project();
  await ensure(clone.file);
  await writeFile(clone.file('package-lock.json'), '{ "packages": { "node_modules/zod": { "version": "4.0.0" } } }');
  await ensure(clone.file);
  expect(await clone.calls()).toBe('ci --omit=dev\nci --omit=dev\n');
});

test('of several starts at once one installs and the others wait for it', async () => {
  await using clone = await project();
  const results = await Promise.all([1, 2, 3].map(() => ensure(clone.file)));
  expect(results.map(({ code }) => code)).toEqual([0, 0, 0]);
  expect(await clone.calls()).toBe('ci --omit=dev\n');
  expect((await readdir(clone.file())).filter((name) => name.startsWith('.installing'))).toEqual([]);
});

test('the lock of a process that has died is taken over', async () => {
  await using clone = await project();
  const dead = spawn(process.execPath, ['-e', '']);
  await once(dead, 'close');
  await mkdir(clone.file('.installing'));
  await writeFile(clone.file('.installing', String(dead.pid)), '');
  expect((await ensure(clone.file)).code).toBe(0);
  expect(await clone.calls()).toBe('ci --omit=dev\n');
});

test("somebody's own npm ci is accepted as it is", async () => {
  await using clone = await project();
  await mkdir(clone.file('node_modules', 'node', 'bin'), { recursive: true });
  await writeFile(clone.file('node_modules', 'node', 'bin', 'node'), '');
  const record = { packages: { 'node_modules/node': { version: '26.0.0' } } };
  await writeFile(clone.file('node_modules', '.package-lock.json'), JSON.stringify(record));
  expect(await ensure(clone.file)).toEqual({ code: 0, out: '', err: '' });
  expect(await clone.calls()).toBe('');
});

test('a failed npm is named with its exit code, and the next start tries again', async () => {
  await using clone = await project();
  await writeFile(clone.file('npm-fails'), '');
  const failed = await ensure(clone.file);
  expect(failed).toMatchObject({ code: 1, out: '' });
  expect(failed.err).toContain('npm ended with exit code 7');
  await rm(clone.file('npm-fails'));
  expect((await ensure(clone.file)).code).toBe(0);
});

test('a missing lockfile and a Node without its program are told with a remedy', async () => {
  await using clone = await project();
  await ensure(clone.file);
  await rm(clone.file('node_modules', 'node', 'bin'), { recursive: true });
  expect(await ensure(clone.file)).toMatchObject({
    code: 1,
    err: expect.stringContaining('npm rebuild node') as string,
  });
  await rm(clone.file('package-lock.json'));
  expect(await ensure(clone.file)).toMatchObject({ code: 1, err: expect.stringContaining('restore it') as string });
});
