import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import { DAY_MS } from '../../src/domain/values/instant.ts';
import type { CalibrationAnswer } from '../../src/http/contract/calibration.ts';
import { beginNextCalibration } from '../../src/store/calibration-store.ts';
import type { Database } from '../../src/store/database.ts';
import { becomeActive, fittingLead } from '../support/fitting-lead.ts';
import { livePortal } from '../support/live-portal.ts';
import { MEMBER, OPS, settingsServer } from '../support/settings-server.ts';
import { onServer } from '../support/stores.ts';

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  type Page = Awaited<ReturnType<typeof settingsServer>>;
  const askedFor = async (page: Page, body: object = {}) =>
    ((await (await page.post('/calibrations', body)).json()) as CalibrationAnswer).calibration;
  const answerOf = async (page: Page, path = '', userId = OPS) =>
    ((await (await page.get(`/calibrations${path}`, userId)).json()) as CalibrationAnswer).calibration;

  it('a calibration runs as a job, weighs the rules as they were at the AQL, and is kept for everybody to see', async () => {
    await using here = await livePortal(database);
    await fittingLead(here);
    await becomeActive(here);
    await using page = await settingsServer(here);
    const { portalId, work } = here.backend;
    here.time.now += 2 * DAY_MS;
    expect(await answerOf(page)).toBeNull();
    expect(await page.refusal('/calibrations', {}, MEMBER)).toMatchObject({ status: 403 });
    expect(await page.refusal('/calibrations', { target: 'love' })).toMatchObject({ status: 422 });

    const asked = await askedFor(page, { key: 'the-same-click', target: 'won', windowDays: 1 });
    expect(asked).toMatchObject({ state: 'running', target: 'won', windowDays: 1, result: null });
    expect(await page.refusal('/calibrations', {})).toMatchObject({
      status: 409,
      detail: 'A calibration is running already: wait until it is done.',
    });
    // Its process is killed; the calendar asks for it again.
    await database.inPortal(portalId, (tx) => beginNextCalibration(tx, portalId));
    expect(await work.timetable(portalId)).toMatchObject({ hasAsked: true });
    await work.simulate(portalId);
    expect(await work.timetable(portalId)).toMatchObject({ hasAsked: false });
    expect(await askedFor(page, { key: 'the-same-click', target: 'won', windowDays: 1 })).toMatchObject({
      calibrationId: asked?.calibrationId,
      state: 'done',
    });

    const done = await answerOf(page, '', MEMBER);
    expect(done).toMatchObject({
      calibrationId: asked?.calibrationId,
      askedBy: expect.stringContaining('Owner') as string,
      failure: null,
      result: {
        entries: 1,
        converted: 0,
        weights: {
          version: SHIPPED_DEFINITIONS.version,
          model: { refused: expect.stringMatching(/^Too few leads to learn from: 0 of 1/) as string },
        },
      },
    });
    const rules = done?.result?.weights?.rules ?? [];
    const counted = rules.filter(({ entries }) => entries === 1);
    // What the card says of this lead: fit 80, and a look at the price.
    expect(counted.filter(({ group }) => group === null).reduce((sum, { current }) => sum + current, 0)).toBe(80);
    expect(counted.map(({ label }) => label).join()).toMatch(/pric/i);
    expect(rules.every(({ suggested }) => suggested === null)).toBe(true);

    here.time.now += DAY_MS;
    const later = await askedFor(page);
    await work.simulate(portalId);
    expect(await answerOf(page)).toMatchObject({
      calibrationId: later?.calibrationId,
      target: 'pipeline',
      state: 'done',
    });
    expect(await answerOf(page, `/${asked?.calibrationId}`)).toMatchObject({ target: 'won' });
    expect((await page.get('/calibrations/of-nobody')).status).toBe(404);
    here.time.now += 101 * DAY_MS;
    await work.timetable(portalId);
    expect(await answerOf(page)).toBeNull();
  });

  it('points that were chosen are in the draft, and in force only once somebody publishes it', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const scoring = structuredClone(SHIPPED_DEFINITIONS.scoring);
    const first = scoring?.fit.rules[0];
    if (!scoring || !first) throw new Error('no rules of fit');
    first.points += 7;
    const pointsOf = ({ scoring: own }: typeof SHIPPED_DEFINITIONS) => own?.fit.rules[0]?.points;
    const drafted = await page.done('/draft', { sections: { scoring } });
    expect(drafted.draft?.differences).toHaveLength(1);
    expect(pointsOf(drafted.inForce)).toBe(first.points - 7);
    const { inForce } = await page.done('/publish', { why: 'Points after calibration' });
    expect(pointsOf(inForce)).toBe(first.points);
  });
});
