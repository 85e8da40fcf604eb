import { Alert, Button, Input, LoadingSpinner, NumberInput, Panel, StatusTag, TextArea } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DEFINITIONS, draftOf, openPage, type OpenPage, settingsAnswer } from './settings/support/open-page.tsx';
import { json, pass, turns, useTestTime } from './support/card-test.tsx';

beforeEach(() => useTestTime(1_000));
afterEach(() => vi.useRealTimers());
afterEach(() => vi.unstubAllGlobals());

const open = (over: Parameters<typeof settingsAnswer>[0] = {}) => openPage(json(settingsAnswer(over)));
async function openOn(part: 'Behavior' | 'Negatives', over: Parameters<typeof settingsAnswer>[0] = {}) {
  const page = await open(over);
  await page.goTo('scores', part);
  return page;
}
const state = (page: OpenPage) => page.findByTestId(StatusTag, 'draft-state').text;
async function click(page: OpenPage, testId: string): Promise<void> {
  page.findByTestId(Button, testId).trigger('onClick');
  await turns();
}
const field = (page: OpenPage, name: string) => page.find(NumberInput, { name });
async function write(page: OpenPage, name: string, value: number | null): Promise<void> {
  field(page, name).props.onChange?.(value as number);
  await turns();
}

const RECENT = 'scoring.recentDays';
const CAP = 'scoring.behavior.groups.0.cap';
const withRecent = (recentDays: number) =>
  settingsAnswer({
    now: 2_000,
    draft: draftOf({ scoring: { ...DEFINITIONS.scoring, recentDays } }, { savedAt: 1_900 }),
  });

describe('before there is anything to edit', () => {
  test('it loads; what fails can be tried again', async () => {
    const waiting = await openPage(() => new Promise<never>(() => {}));
    expect(waiting.find(LoadingSpinner).props.label).toBe('Loading');
    const failed = await openPage(json({ title: 'Internal error', status: 500, detail: 'Logged.' }, 500));
    expect(failed.text()).toContain('Logged.');
    failed.answerWith(json(settingsAnswer()));
    await click(failed, 'try-again');
    expect(state(failed)).toBe('No changes');
  });

  test('whoever may only read is told why and can change nothing', async () => {
    const page = await openOn('Negatives', { edit: { allowed: false, why: 'Only admins.' } });
    expect(page.text()).toContain('Only admins.');
    expect(field(page, CAP).props.readOnly).toBe(true);
    expect(page.maybeFindByTestId(Button, 'add-against')).toBeNull();
    expect(page.maybeFindByTestId(Button, 'edit-jobs')).toBeNull();
  });
});

describe('an edit', () => {
  test('is kept in the draft a moment later, whole sections in one request', async () => {
    const page = await openOn('Behavior');
    await write(page, RECENT, 21);
    await write(page, 'scoring.behavior.breadth.cap', 25);
    expect(state(page)).toBe('Saving the draft');
    expect(page.posts()).toEqual([]);
    page.answerWith(json(withRecent(21)));
    await pass(1_000);
    expect(page.posts()).toHaveLength(1);
    expect(page.posts()[0]).toMatchObject({
      url: '/draft',
      body: {
        key: expect.any(String) as string,
        sections: { scoring: { recentDays: 21, behavior: { breadth: { cap: 25 } } } },
      },
    });
    expect(state(page)).toContain('Draft saved');
  });

  test('made while one is being kept goes into the next request, and stays on the page meanwhile', async () => {
    const page = await openOn('Behavior');
    let answer: (response: Response) => void = () => {};
    page.answerWith(() => new Promise<Response>((resolve) => (answer = resolve)));
    await write(page, RECENT, 21);
    await pass(1_000);
    await write(page, RECENT, 28);
    page.answerWith(json(withRecent(28)));
    answer(new Response(JSON.stringify(withRecent(21))));
    await turns();
    expect(field(page, RECENT).props.value).toBe(28);
    await pass(1_000);
    expect(page.posts().map(({ body }) => body?.['sections'])).toMatchObject([
      { scoring: { recentDays: 21 } },
      { scoring: { recentDays: 28 } },
    ]);
    expect(field(page, RECENT).props.value).toBe(28);
  });

  test('that could not be kept says so, stays, and is sent again by a click', async () => {
    const page = await openOn('Behavior');
    await write(page, RECENT, 21);
    page.answerWith(json({ title: 'Internal error', status: 500, detail: 'Logged.' }, 500));
    await pass(1_000);
    expect(state(page)).toBe('Not saved');
    expect(page.text()).toContain('Logged.');
    expect(field(page, RECENT).props.value).toBe(21);
    page.answerWith(json(withRecent(21)));
    await click(page, 'save-again');
    expect(page.posts()).toHaveLength(2);
    expect(state(page)).toContain('Draft saved');
  });

  test('that somebody else has overtaken can be given up to see theirs', async () => {
    const page = await openOn('Behavior');
    await write(page, RECENT, 21);
    page.answerWith(json({ title: 'Not done', status: 409, detail: 'Ada has changed it.' }, 409));
    await pass(1_000);
    expect(page.posts()[0]?.body?.['seen']).toMatchObject({ scoring: { recentDays: 14 } });
    expect(page.text()).toContain('Ada has changed it.');
    page.answerWith(json(withRecent(28)));
    await click(page, 'give-up');
    expect(field(page, RECENT).props.value).toBe(28);
    expect(state(page)).toContain('Draft saved');
    await write(page, RECENT, 30);
    page.answerWith(json(withRecent(30)));
    await pass(1_000);
    expect(page.posts()[1]?.body?.['seen']).toMatchObject({ scoring: { recentDays: 28 } });
  });

  test('that empties a number keeps what was there until one is written', async () => {
    const page = await openOn('Behavior');
    await write(page, RECENT, null);
    expect(field(page, RECENT).props).toMatchObject({
      error: true,
      validationMessage: 'Write a number; 14 stays until you do.',
    });
    await pass(1_000);
    expect(page.posts()).toEqual([]);
  });

  test('that does not work is told where it stands', async () => {
    const problem = { path: CAP, message: 'at least 1' };
    const page = await openOn('Negatives', { draft: draftOf({}, { problems: [problem] }) });
    expect(field(page, CAP).props).toMatchObject({ error: true, validationMessage: 'at least 1' });
    expect(page.text()).toContain('Scores › Behavior › Signs against › cap: at least 1');
    expect(state(page)).toContain('to be mended');
    expect(page.findByTestId(Button, 'publish').props.disabled).toBe(true);
  });
});

test('a section of a draft from a file that cannot be drawn leaves the rest of the page; another draft is tried anew', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const page = await open({
    draft: draftOf({ scoring: { behavior: { groups: 'soon' } }, qualification: { icp: { op: 'in' } } }),
  });
  await page.goTo('scores', 'Behavior');
  expect(page.text()).toContain('This section of the draft cannot be shown');
  page.answerWith(json(withRecent(21)));
  await pass(20_000);
  expect(field(page, RECENT).props.value).toBe(21);
  vi.restoreAllMocks();
});

describe('publishing', () => {
  const drafted = draftOf({ labels: { AQL: 'Hot lead' } });

  test('asks why, and says how many leads are released and which draft was looked at', async () => {
    const page = await open({ draft: drafted });
    await click(page, 'confirm-publish');
    expect(page.find(TextArea, { name: 'publish-why' }).props).toMatchObject({ error: true });
    expect(page.posts()).toEqual([]);
    page.find(TextArea, { name: 'publish-why' }).props.onInput?.('Clearer words');
    await write(page, 'releases', 5);
    await click(page, 'confirm-publish');
    expect(page.posts()).toMatchObject([
      { url: '/publish', body: { why: 'Clearer words', releasePerDay: 5, savedAt: 900 } },
    ]);
  });

  test('keeps the last edit first', async () => {
    const page = await open({ draft: drafted });
    await page.goTo('scores', 'Behavior');
    page.find(TextArea, { name: 'publish-why' }).props.onInput?.('Clearer words');
    await write(page, RECENT, 21);
    page.answerWith(json(withRecent(21)));
    await click(page, 'confirm-publish');
    expect(page.posts().map(({ url }) => url)).toEqual(['/draft', '/publish']);
  });

  test('needs a second person where that is asked for', async () => {
    const alone = await open({ draft: drafted, needsSecondApprover: true });
    expect(alone.findByTestId(Button, 'publish').text).toBe('Ask to publish');
    const asked = draftOf({}, { askedBy: 'Ada', askedWhy: 'Clearer words', askedReleasePerDay: 3 });
    const second = await open({ draft: asked, needsSecondApprover: true });
    expect(second.findByTestId(Button, 'publish').text).toBe('Agree and publish');
    expect(second.text()).toContain('Ada asks to publish it: Clearer words');
    expect(field(second, 'releases').props.value).toBe(3);
  });

  test('of a draft that another publication overtook goes by putting it on top', async () => {
    const outdated = draftOf({}, { problems: [{ path: '', message: 'version 8 came into force' }] });
    const page = await open({ draft: outdated });
    expect(page.text()).toContain('version 8 came into force');
    await click(page, 'rebase');
    expect(page.posts()).toMatchObject([{ url: '/draft', body: { sections: {}, rebase: true } }]);
  });

  test('is taken back with a note', async () => {
    const page = await open();
    await page.goTo('history');
    page.find(TextArea, { name: 'rollback-1000-why' }).props.onInput?.('Too strict');
    await turns();
    await click(page, 'confirm-rollback-1000');
    expect(page.posts()).toMatchObject([{ url: '/rollback', body: { version: 6, why: 'Too strict' } }]);
  });
});

describe('a what-if', () => {
  const running = { now: 3_000, simulationId: 's1', state: 'running', progress: 40, failure: null, result: null };

  test('is asked for once the draft is kept, and asked about until it is done', async () => {
    const page = await open({ draft: draftOf({}) });
    page.answerWith(json(running));
    await click(page, 'try');
    expect(page.posts()).toMatchObject([{ url: '/simulate', body: { days: 90, minutesPerLead: 30 } }]);
    expect(page.text()).toContain('Looked at 40 records so far');
    page.answerWith(json({ ...running, state: 'failed', failure: 'It was begun several times.' }));
    await pass(1_000);
    expect(page.calls.at(-1)?.url).toBe('/simulations/s1');
    expect(page.text()).toContain('It was begun several times.');
  });
});

test('where a touch type is used is asked when somebody wants to know', async () => {
  const page = await open();
  await page.goTo('touches', 'Touch types');
  await click(page, 'edit-jobs_page');
  const uses = [{ path: 'scoring.behavior.groups.0.rules.0.on', label: 'Signs against: Jobs page' }];
  page.answerWith(json({ now: 2_000, revision: '', inForce: uses, draft: [] }));
  page.find(Panel, { id: 'uses-jobs_page' }).trigger('onOpen');
  await turns();
  expect(page.calls.at(-1)?.url).toBe('/uses?touch=jobs_page');
  expect(page.text()).toContain('Signs against: Jobs page');
});

describe('API keys', () => {
  const known = {
    keyId: 'k1',
    name: 'Webinar tool',
    scopes: ['touches'],
    createdBy: 'Ada',
    createdAt: 1_000,
    lastUsedAt: null,
    revokedAt: null,
    revokedBy: null,
  };
  const listed = { now: 2_000, revision: '', keys: [known] };
  async function openKeys(): Promise<OpenPage> {
    const page = await open();
    page.answerWith(json(listed));
    await page.goTo('access', 'API keys');
    return page;
  }

  test('are made with a name and what they may send, and shown once', async () => {
    const page = await openKeys();
    expect(page.text()).toContain('never used');
    page.find(Input, { name: 'key-name' }).props.onInput?.(' Intent data ');
    await turns();
    page.answerWith(json({ ...listed, keyId: 'k2', apiKey: 'l2r_1_secret' }));
    await click(page, 'make-key');
    expect(page.posts()).toMatchObject([{ url: '/api-keys', body: { name: 'Intent data', scopes: ['signals'] } }]);
    expect(page.findByTestId(Alert, 'fresh-key').toString()).toContain('l2r_1_secret');
    await click(page, 'hide-key');
    expect(page.text()).not.toContain('l2r_1_secret');
  });

  test('are revoked after a question', async () => {
    const page = await openKeys();
    page.answerWith(json({ ...listed, keys: [{ ...known, revokedAt: 2_000, revokedBy: 'Ada' }] }));
    await click(page, 'confirm-revoke-k1');
    expect(page.posts()).toMatchObject([{ url: '/api-keys/k1/revoke' }]);
    expect(page.text()).toContain('revoked');
  });

  test('are not shown to whoever may not have them', async () => {
    const page = await open();
    page.answerWith(json({ title: 'Not done', status: 403, detail: 'Only admins give roles and keys.' }, 403));
    await page.goTo('access', 'API keys');
    expect(page.text()).toContain('Only admins give roles and keys.');
    expect(page.maybeFindByTestId(Button, 'make-key')).toBeNull();
  });
});
