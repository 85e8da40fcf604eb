import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import * as RemoteUI from '@remote-ui/react';
import * as React from 'react';
import { expect, it } from 'vitest';
import { tempFolder } from '../../../test/support/temp-folder.ts';
import { extensionScript } from './extension-script.ts';
import { readApp } from './read-app.ts';
import { readCards } from './read-cards.ts';
import { readPages } from './read-pages.ts';
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
    ['sample_sidebar', 'Sample sidebar', 'crm.record.sidebar', ['contact', 'company', 'deal']],
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

it('a folder without an app is refused by name; cards and pages may be missing', async () => {
  await using folder = await tempFolder();
  await expect(readApp(folder.path, {})).rejects.toThrow('app-hsmeta.json');
  expect([await readCards(folder.path, {}), await readPages(folder.path, {})]).toEqual([[], []]);
});

it('the home page and the settings page are read with the file they begin in', async () => {
  expect(await readPages(sample, variables)).toEqual([
    { id: 'sample_home', location: 'home', entryFile: join(sample, 'app/pages/SampleHome.mjs') },
    { id: 'sample_settings', location: 'settings', entryFile: join(sample, 'app/settings/SampleSettings.mjs') },
  ]);
});

it.each([
  ['a page that is no home page', 'pages', ['{"uid":"a","type":"page","config":{"entrypoint":"/a.js"}}'], /location/],
  ['settings without code', 'settings', ['{"uid":"a","type":"settings","config":{}}'], /entrypoint/],
  ['settings twice', 'settings', ['{}', '{}'], /b-hsmeta.json: HubSpot takes one/],
])('%s is refused', async (_what, kind, contents, why) => {
  await using folder = await tempFolder();
  const path = join(folder.path, 'app', kind);
  await mkdir(path, { recursive: true });
  for (const [index, content] of contents.entries()) await writeFile(join(path, `${'ab'[index]}-hsmeta.json`), content);
  await expect(readPages(folder.path, {})).rejects.toThrow(why);
});

it('a card becomes a classic script that uses the React and remote-ui of its host', async () => {
  const [card = expect.fail()] = await readCards(sample, variables);
  const registered: unknown[] = [];
  const extend_V2 = (render: unknown) => registered.push(render);
  const scope = { __HUBSPOT_EXTENSION_WORKER__: true, React, RemoteUI, extend_V2 };
  runInNewContext(await extensionScript(card.entryFile, undefined), { ...scope, self: scope, console });
  const [render] = registered as [(api: object) => { type: { name: string } }];
  expect(render({}).type.name).toBe('SampleTab');
});

it('a card that cannot be built says why when it runs', async () => {
  await using folder = await tempFolder();
  const entryFile = join(folder.path, 'Broken.js');
  await writeFile(entryFile, "import { nothing } from 'no-such-package';\nnothing();");
  const script = await extensionScript(entryFile, undefined);
  expect(() => void runInNewContext(script)).toThrow('no-such-package');
});

it('scripts that were built before are served as they are', async () => {
  await using folder = await tempFolder();
  const [card = expect.fail()] = await readCards(sample, variables);
  await writeFile(join(folder.path, 'SampleTab.js'), 'ready();');
  expect(await extensionScript(card.entryFile, folder.path)).toBe('ready();');
});
