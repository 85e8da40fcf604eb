import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { propertyDocs } from '../../src/adapters/hubspot/property-docs.ts';
import { settingsSchema } from '../../src/config/config.ts';
import { MILESTONES } from '../../src/domain/journey/milestone.ts';

const root = join(import.meta.dirname, '../..');
const page = (name: string): Promise<string> => readFile(join(root, 'docs', name), 'utf8');

it('every setting is documented, and nothing else is', async () => {
  const text = await page('settings.md');
  const told = [...text.matchAll(/`([A-Z][A-Z0-9_]+)`/g)]
    .map(([, name]) => name)
    .filter((name) => name !== 'HOST:PORT');
  for (const name of Object.keys(settingsSchema.shape)) expect(told).toContain(name);
  for (const name of told) expect(Object.keys(settingsSchema.shape)).toContain(name);
});

it('every command is documented', async () => {
  const text = await page('command-line.md');
  const files = await readdir(join(root, 'src/cli/commands'));
  const commands = files.filter((file) => !file.endsWith('.test.ts')).map((file) => file.replace('.ts', ''));
  expect(commands.length).toBeGreaterThan(5);
  for (const command of commands) expect(text).toMatch(new RegExp(`^\\| \`${command}[ \`]`, 'm'));
});

it('the page of HubSpot properties says what provisioning does', async () => {
  const table = (text: string): string => text.replace(/[ -]+/g, ' ');
  expect(table(await page('hubspot-properties.md'))).toBe(table(propertyDocs()));
});

it('every member that preview prints is defined', async () => {
  const text = await page('metrics.md');
  for (const member of [
    'stages',
    'conversion',
    'durations',
    'curves',
    'cohorts',
    'breakdowns',
    'pipeline',
    'excluded',
    'hygiene',
  ])
    expect(text).toContain(`\`${member}`);
});

it('every page is linked from the README', async () => {
  const readme = await readFile(join(root, 'README.md'), 'utf8');
  const pages = (await readdir(join(root, 'docs'))).filter((name) => name.endsWith('.md'));
  for (const name of pages) expect(readme).toContain(`docs/${name}`);
});

it('the glossary knows the milestones people argue about', async () => {
  const text = await readFile(join(root, 'src/domain/GLOSSARY.md'), 'utf8');
  for (const id of ['AQL', 'MAL', 'MQO', 'SQO'] as const) {
    expect(MILESTONES).toContain(id);
    expect(text).toContain(id);
  }
});
