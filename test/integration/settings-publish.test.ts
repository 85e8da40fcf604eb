import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import type { SettingsAnswer } from '../../src/http/contract/settings.ts';
import type { Database } from '../../src/store/database.ts';
import { saveAdmins } from '../../src/store/owner-store.ts';
import type { Role } from '../../src/usecases/ports.ts';
import { leadCard, livePortal, raisedHand, settleDown } from '../support/live-portal.ts';
import { ADMIN, MEMBER, OPS, settingsServer } from '../support/settings-server.ts';
import { onServer } from '../support/stores.ts';

const FIRST = SHIPPED_DEFINITIONS.version;
const labelled = (AQL: string) => ({ sections: { labels: { ...SHIPPED_DEFINITIONS.labels, AQL } } });

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('a draft is published under the next number, decides from then on, and can be rolled back', async () => {
    await using here = await livePortal(database);
    const asked: string[] = [];
    const queue = { ask: (job: string) => Promise.resolve(void asked.push(job)) };
    await using page = await settingsServer(here, { queue });
    await page.done('/draft', { sections: { labels: { LEAD: 'Newcomer' } } });
    const published = await page.done('/publish', { why: 'Clearer words', releasePerDay: 7 }, OPS);
    expect(published).toMatchObject({
      inForce: { version: FIRST + 1, labels: { LEAD: 'Newcomer' } },
      draft: null,
      held: { count: 0, perDay: 7 },
      history: [
        {
          version: FIRST + 1,
          publishedBy: 'Owner 22',
          why: 'Clearer words',
          publishedAt: here.time.now,
          isInForce: true,
        },
        { version: FIRST, isInForce: false },
      ],
    });
    expect(asked).toEqual(['timetable']);
    await settleDown(here);
    expect((await leadCard(here)).journey?.stage?.label).toBe('Newcomer');

    const back = await page.done('/rollback', { version: FIRST, why: 'Confusing' });
    expect(back.inForce).toEqual(JSON.parse(JSON.stringify(SHIPPED_DEFINITIONS)));
    expect(back.held.perDay).toBe(0);
    expect(back.history.map(({ version, isInForce }) => [version, isInForce])).toEqual([
      [FIRST, true],
      [FIRST + 1, false],
      [FIRST, false],
    ]);
    expect(await page.refusal('/rollback', { version: FIRST, why: 'again' })).toMatchObject({ status: 409 });
    expect(await page.refusal('/rollback', { version: 99, why: 'nothing' })).toMatchObject({
      status: 409,
      detail: 'There is no version 99 to go back to.',
    });

    await page.done('/draft', { sections: { labels: { LEAD: 'Prospect' } } });
    expect((await page.done('/publish', { why: 'Once more' })).inForce.version).toBe(FIRST + 2);
  });

  it('what does not work is not published, and the refusal names the place', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    await page.done('/draft', { sections: { scoring: { ...SHIPPED_DEFINITIONS.scoring, recentDays: 0 } } });
    const { status, detail } = await page.refusal('/publish', { why: 'to see' });
    expect([status, detail]).toEqual([422, expect.stringMatching(/^scoring\.recentDays: /)]);
    expect(await page.refusal('/publish', { why: ' ' })).toMatchObject({
      status: 422,
      detail: 'why: say why in a few words',
    });
    expect((await page.settings()).inForce.version).toBe(FIRST);
  });

  it('of two who publish at once one wins and the other hears who', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    await page.done('/draft', labelled('Hot lead'));
    const answers = await Promise.all(
      [ADMIN, OPS].map((userId) => page.post('/publish', { key: `at-once-${userId}`, why: 'at once' }, userId)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409);
    expect(((await lost?.json()) as { detail: string }).detail).toMatch(
      new RegExp(`^There is no draft to publish: version ${FIRST + 1} was put in force by Owner 2[12]\\.$`),
    );
    expect((await page.settings()).history.map(({ version }) => version)).toEqual([FIRST + 1, FIRST]);
  });

  it('nobody publishes a draft other than the one they saw', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const { draft } = await page.done('/draft', labelled('Hot lead'));
    here.time.now += 1;
    await page.done('/draft', labelled('Cold lead'), OPS);
    const stale = { why: 'as I saw it', savedAt: draft?.savedAt };
    expect(await page.refusal('/publish', stale)).toMatchObject({ status: 409 });
    const seen = (await page.settings()).draft?.savedAt;
    expect((await page.done('/publish', { ...stale, savedAt: seen })).inForce.labels.AQL).toBe('Cold lead');
  });

  it('a second person has to agree, to this very draft, and it is what the first asked for', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here, { needsSecondApprover: true });
    await page.done('/draft', labelled('Hot lead'));
    const asked = await page.done('/publish', { why: 'Clearer words', releasePerDay: 5 }, OPS);
    expect(asked).toMatchObject({
      needsSecondApprover: true,
      inForce: { version: FIRST },
      draft: { askedBy: 'Owner 22', askedWhy: 'Clearer words', askedReleasePerDay: 5 },
    });
    expect(await page.refusal('/publish', { why: 'I agree with myself' }, OPS)).toEqual({
      status: 409,
      detail: 'Somebody else has to agree before it is published.',
    });
    expect(await page.refusal('/publish', { why: 'me too' }, MEMBER)).toMatchObject({ status: 403 });

    await page.done('/draft', labelled('Hotter lead'));
    expect((await page.settings()).draft?.askedBy).toBeNull();
    await page.done('/publish', { why: 'Hotter', releasePerDay: 3 }, OPS);
    const agreed: SettingsAnswer = await page.done('/publish', { why: 'looks right', releasePerDay: 900 });
    expect(agreed).toMatchObject({
      inForce: { version: FIRST + 1, labels: { AQL: 'Hotter lead' } },
      draft: null,
      held: { perDay: 3 },
      history: [{ publishedBy: 'Owner 22 and Owner 21', why: 'Hotter (Owner 21 agreed: looks right)' }, {}],
    });
  });

  it('roles are given by admins, and somebody stays one', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    expect(await page.refusal('/roles', { userId: ADMIN, role: 'member' })).toEqual({
      status: 409,
      detail: 'This is the last admin: make somebody else one first.',
    });
    expect(await page.refusal('/roles', { userId: '999', role: 'ops' })).toMatchObject({ status: 422 });
    expect(await page.refusal('/roles', { userId: MEMBER, role: 'owner' })).toMatchObject({ status: 422 });
    await page.done('/roles', { userId: MEMBER, role: 'admin' });
    const left = await page.done('/roles', { userId: ADMIN, role: 'manager' }, MEMBER);
    expect(left.roles.map(({ role }) => role)).toEqual(['manager', 'ops', 'admin']);
    expect(await page.settings()).toMatchObject({ edit: { allowed: false }, manageRoles: { allowed: false } });

    const { portalId } = here.backend;
    await database.inPortal(portalId, (tx) => saveAdmins(tx, portalId, [OPS]));
    expect(await page.refusal('/roles', { userId: OPS, role: 'member' }, MEMBER)).toEqual({
      status: 409,
      detail: 'This person is an admin by the setting L2R_ADMINS: change it there.',
    });
    await database.inPortal(portalId, (tx) => saveAdmins(tx, portalId, []));
    expect((await page.settings()).roles.map(({ role }) => role)).toEqual(['manager', 'member', 'admin']);
  });

  it('managers and admins act on everybody’s offers, operations on their own', async () => {
    await using here = await livePortal(database);
    await raisedHand(here);
    await using page = await settingsServer(here);
    const mayAccept = async () => (await leadCard(here, MEMBER)).accept.allowed;
    const allowed: [Role, boolean][] = [
      ['member', false],
      ['ops', false],
      ['manager', true],
      ['admin', true],
    ];
    for (const [role, isAllowed] of allowed) {
      await page.done('/roles', { userId: MEMBER, role });
      expect([role, await mayAccept()]).toEqual([role, isAllowed]);
    }
  });

  it('a start publishes nothing over what people have published', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    await page.done('/draft', labelled('Hot lead'));
    await page.done('/publish', { why: 'Clearer words' });
    await here.backend.core.connect();
    expect((await page.settings()).inForce).toMatchObject({ version: FIRST + 1, labels: { AQL: 'Hot lead' } });
  });
});
