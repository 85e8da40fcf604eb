import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import * as RemoteUI from '@remote-ui/react';
import * as React from 'react';
import { expect, it } from 'vitest';
import { tempFolder } from '../../../test/support/temp-folder.ts';
import { cardScript } from './card-script.ts';
import { readApp } from './read-app.ts';
import { readCards } from './read-cards.ts';
import { substitute } from './substitute.ts';

const sample = join(import.meta.dirname, '..', '..', '..', 'test', 'support', 'sample-project');
const variables = { API_ORIGIN: 'https://l2r.example.com' };

it('a variable alone keeps its type, within text it becomes text', () => {
  const value = { a: '${N}', b: ['at ${N}${N}'], c: 1, d: null };
  expect(substitute(value, { N: 5 })).toEqual({ a: 5, b: ['at 55'], c: 1, d: null });
  expect(() => substitute('${MISSING}', {})).toThrow('MISSING');
});

it('the app says which origins its cards may call', async () => {
  const app = await readApp(sample, variables);
  expect(app).toEqual({ name: 'Sample app', permittedOrigins: new Set(['https://l2r.example.com']) });
});

it('cards are read in the order of their files', async () => {
  const cards = await readCards(sample, variables);
  expect(cards.map(({ id, title, location, objectTypes }) => [id, title, location, objectTypes])).toEqual([
    ['sample_tab', 'Sample tab', 'crm.record.tab', ['contact']],
    ['sample_sidebar', 'Sample sidebar', 'crm.record.sidebar', ['contact', 'deal']],
  ]);
});

it.each([
  ['no JSON', '{', /read as JSON/],
  ['no entry', '{"uid":"a","type":"card","config":{"name":"A"}}', /entrypoint/],
  [
    'records the workbench does not have',
    '{"uid":"a","type":"card","config":{"name":"A","entrypoint":"/a.js","location":"crm.record.tab","objectTypes":["tickets"]}}',
    /tickets/,
  ],
])('a card file with %s is refused by name', async (_what, content, why) => {
  await using folder = await tempFolder();
  await mkdir(join(folder.path, 'app', 'cards'), { recursive: true });
  await writeFile(join(folder.path, 'app', 'cards', 'a-hsmeta.json'), content);
  const reading = readCards(folder.path, {});
  await expect(reading).rejects.toThrow('a-hsmeta.json');
  await expect(reading).rejects.toThrow(why);
});

it('a folder without a project is refused by name', async () => {
  await using folder = await tempFolder();
  await expect(readApp(folder.path, {})).rejects.toThrow('app-hsmeta.json');
  await expect(readCards(folder.path, {})).rejects.toThrow(folder.path);
});

it('a card becomes a classic script that uses the React and remote-ui of its host', async () => {
  const [card = expect.fail()] = await readCards(sample, variables);
  const registered: unknown[] = [];
  const extend_V2 = (render: unknown) => registered.push(render);
  const scope = { __HUBSPOT_EXTENSION_WORKER__: true, React, RemoteUI, extend_V2 };
  runInNewContext(await cardScript(card, undefined), { ...scope, self: scope, console });
  const [render] = registered as [(api: object) => { type: { name: string } }];
  expect(render({}).type.name).toBe('SampleTab');
});

it('a card that cannot be built says why when it runs', async () => {
  await using folder = await tempFolder();
  const [card = expect.fail()] = await readCards(sample, variables);
  const entryFile = join(folder.path, 'Broken.js');
  await writeFile(entryFile, "import { nothing } from 'no-such-package';\nnothing();");
  const script = await cardScript({ ...card, entryFile }, undefined);
  expect(() => void runInNewContext(script)).toThrow('no-such-package');
});

it('scripts that were built before are served as they are', async () => {
  await using folder = await tempFolder();
  const [card = expect.fail()] = await readCards(sample, variables);
  await writeFile(join(folder.path, 'SampleTab.js'), 'ready();');
  expect(await cardScript(card, folder.path)).toBe('ready();');
});
