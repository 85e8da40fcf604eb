import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { chromium, type Browser } from 'playwright-core';

/** Root may not use Chromium's sandbox; the rest keeps it from talking to anything but the page under test. */
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The unpacked browser: one folder per package version and user, kept between runs because unpacking takes seconds. */
const folder = join(tmpdir(), `l2r-chromium-${packageVersion()}-${userInfo().username}`);

/** Vitest calls this once before the first browser test. */
export async function setup(): Promise<void> {
  if (!existsSync(folder)) await unpack();
}

/**
 * A real Chromium without a window, as root too and with fonts of its own, so that text appears on a machine without any.
 *
 * @throws Error if the browser has not been unpacked: call `setup` before
 */
export async function openBrowser(): Promise<Browser> {
  const env = { ...process.env, FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  return chromium.launch({ executablePath: join(folder, 'chromium'), args: flags, env });
}

/** Unpacks beside the final place and moves it there whole: two runs at once must not write one program file. */
async function unpack(): Promise<void> {
  const fresh = await mkdtemp(`${folder}.`);
  await unpackInto(fresh);
  await mkdir(join(fresh, 'font-cache'));
  await writeFile(join(fresh, 'fonts.conf'), fontSettings());
  try {
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true });
    if (!existsSync(folder)) throw error;
  }
}

/** The package unpacks into the temporary folder and has no other way to name the place. */
async function unpackInto(target: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = target;
  try {
    await sparticuz.executablePath();
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** Open Sans from the package comes first, so that screenshots look alike everywhere; the machine's fonts add what it lacks. */
function fontSettings(): string {
  const prefer = (family: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family></prefer></alias>`;
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `<dir>${join(folder, 'fonts')}</dir>`,
    ...['sans-serif', 'system-ui', 'Arial', 'Helvetica'].map(prefer),
    '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>',
    `<cachedir>${join(folder, 'font-cache')}</cachedir>`,
    '</fontconfig>',
  ].join('\n');
}

function packageVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const description = readFileSync(join(dirname(entry), '..', 'package.json'), 'utf8');
  return (JSON.parse(description) as { version: string }).version;
}
