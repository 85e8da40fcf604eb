import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleProblems, serverBuildProblems } from './build-problems.ts';
import { DEFECTS } from './defects.ts';
import { PAGE_DEFECTS } from './page-defects.ts';
import { copyProject, type Project } from './project-folder.ts';
import { projectProblems } from './project-problems.ts';
import { HOME_BUNDLE, putSamplePages, SETTINGS_BUNDLE } from './sample-pages.ts';

const LEAD_BUNDLE = 'hubspot-project/app/cards/LeadCard.js';

describe('the HubSpot project', () => {
  test('is one that HubSpot takes, and says what the backend says', async () => {
    await using project = await copyProject();
    expect(await projectProblems(project)).toEqual([]);
  });

  test('has the bundles that extensions/ makes', async () => {
    await using project = await copyProject();
    expect(await bundleProblems(project)).toEqual([]);
  });

  test('builds on the server from the bundles alone', { timeout: 30_000 }, async () => {
    await using project = await copyProject();
    expect(await serverBuildProblems(project)).toEqual([]);
  });
});

describe('a defect is found and its place named', () => {
  test.each(Object.entries(DEFECTS))('%s', async (_name, { plant, says }) => {
    await using project = await copyProject();
    await plant(project);
    const complaint = (await projectProblems(project)).join('\n');
    for (const words of says) expect(complaint).toContain(words);
  });

  test('a bundle that somebody edited', async () => {
    await using project = await copyProject();
    await project.replace(LEAD_BUNDLE, 'No owner yet', 'Nobody');
    expect(await bundleProblems(project)).toEqual([expect.stringContaining('hubspot-project/app/cards/LeadCard.js')]);
  });

  test('source that was not bundled', async () => {
    await using project = await copyProject();
    await project.replace('extensions/src/HandoffCard.tsx', 'Nothing was handed over', 'Nothing');
    expect(await bundleProblems(project)).toEqual([
      expect.stringContaining('hubspot-project/app/cards/HandoffCard.js'),
    ]);
  });

  test('a bundle that needs a file beside it', { timeout: 30_000 }, async () => {
    await using project = await copyProject();
    await project.write('hubspot-project/app/cards/more.js', 'export const more = () => 1;\n');
    await project.replace(LEAD_BUNDLE, 'import', 'import { more } from "./more.js"; globalThis.more = more;\nimport');
    expect(await serverBuildProblems(project)).toEqual(['LeadCard.js: the build took in more.js']);
  });

  test('a bundle that needs a package the project does not have', { timeout: 30_000 }, async () => {
    await using project = await copyProject();
    await project.replace(LEAD_BUNDLE, 'import', 'import "left-out-package";\nimport');
    expect(await serverBuildProblems(project)).toEqual([expect.stringContaining('left-out-package')]);
  });
});

describe('a project with a home page and a settings page', () => {
  let original: Project;
  beforeAll(async () => {
    original = await copyProject();
    await putSamplePages(original);
  });
  afterAll(() => original[Symbol.asyncDispose]());

  test('is as good as one without', { timeout: 30_000 }, async () => {
    await using bare = await copyProject();
    await using project = await copyProject(original.path);
    expect(await projectProblems(project)).toEqual(await projectProblems(bare));
    expect(await bundleProblems(project)).toEqual([]);
    expect(await serverBuildProblems(project)).toEqual([]);
  });

  test.each(Object.entries(PAGE_DEFECTS))('%s is found and its place named', async (_name, { plant, says }) => {
    await using project = await copyProject(original.path);
    await plant(project);
    const complaint = (await projectProblems(project)).join('\n');
    for (const words of says) expect(complaint).toContain(words);
  });

  test('bundles of pages that somebody edited are found', async () => {
    await using project = await copyProject(original.path);
    await project.replace(SETTINGS_BUNDLE, 'Reads', 'Writes');
    await project.replace('extensions/src/SampleHome.entry.tsx', 'Reads', 'Shows');
    const [complaint = ''] = await bundleProblems(project);
    for (const file of [HOME_BUNDLE, SETTINGS_BUNDLE]) expect(complaint).toContain(file);
  });
});
