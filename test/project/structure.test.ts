import { describe, expect, test } from 'vitest';
import { bundleProblems, serverBuildProblems } from './build-problems.ts';
import { DEFECTS } from './defects.ts';
import { copyProject } from './project-folder.ts';
import { projectProblems } from './project-problems.ts';

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
