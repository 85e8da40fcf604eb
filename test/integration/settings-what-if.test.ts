import { afterAll, beforeAll, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../src/adapters/hubspot/shipped-definitions.ts';
import { DAY_MS, MINUTE_MS } from '../../src/domain/values/instant.ts';
import type { SimulationAnswer } from '../../src/http/contract/settings.ts';
import { startWorker, type JobName } from '../../src/jobs/worker.ts';
import type { Database } from '../../src/store/database.ts';
import { beginNextSimulation } from '../../src/store/simulation-store.ts';
import { aCompany, showIntent } from '../support/account-portal.ts';
import { eventually } from '../support/eventually.ts';
import { fittingLead, minute } from '../support/fitting-lead.ts';
import { livePortal, type World } from '../support/live-portal.ts';
import { updateAsPerson } from '../support/new-portal.ts';
import { MEMBER, settingsServer } from '../support/settings-server.ts';
import { onServer } from '../support/stores.ts';

/** A lead that fits and looked at the price, which is not enough by the shipped rules. */
async function almostQualified(here: World): Promise<void> {
  await fittingLead(here);
  const { sandbox, contact, time } = here;
  updateAsPerson(sandbox.portal, contact, { hs_analytics_last_url: 'https://own.example/pricing' }, time.now);
  await minute(here);
}

/** The shipped rules with a bar so low that a look at the price passes it. */
function lowerBars() {
  const { qualification } = structuredClone(SHIPPED_DEFINITIONS);
  for (const gate of qualification?.gates ?? []) {
    if ('all' in gate.entry)
      gate.entry = { all: gate.entry.all.map((rule) => ('number' in rule ? { ...rule, number: 5 } : rule)) };
  }
  return { qualification };
}

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  type Page = Awaited<ReturnType<typeof settingsServer>>;
  const askedFor = async (page: Page, body: object = {}) =>
    (await (await page.post('/simulate', { days: 30, ...body })).json()) as SimulationAnswer;
  const answerOf = async (page: Page, { simulationId }: SimulationAnswer) =>
    (await (await page.get(`/simulations/${simulationId}`)).json()) as SimulationAnswer;

  it('a what-if of the draft runs as a job of the queue and says what the draft would have made', async () => {
    await using here = await livePortal(database);
    await almostQualified(here);
    const { portalId, work } = here.backend;
    const rest = () => Promise.resolve();
    const schema = `queue_of_${portalId}`;
    await using _dropped = {
      [Symbol.asyncDispose]: async () => void (await database.query(`drop schema ${schema} cascade`)),
    };
    await using queue = await startWorker({
      database,
      schema,
      failed: (job: JobName, _portal, fault) => expect(`${job} ${String(fault)}`).toBeUndefined(),
      tasks: {
        decide: rest,
        write: rest,
        sweep: rest,
        timetable: rest,
        simulate: async (id) => void (await work.simulate(id)),
      },
    });
    await using page = await settingsServer(here, { queue });
    await page.done('/draft', { sections: lowerBars() });
    const asked = await askedFor(page, { minutesPerLead: 90 });
    const { result } = await eventually(
      async () => {
        const answer = await answerOf(page, asked);
        return answer.state === 'done' && answer;
      },
      { within: 20_000 },
    );
    expect(result).toMatchObject({
      from: here.time.now - 30 * DAY_MS,
      minutesPerLead: 90,
      current: { version: SHIPPED_DEFINITIONS.version, P2: 0 },
      draft: {
        ...{ version: SHIPPED_DEFINITIONS.version + 1, P2: 1, sdrHours: 1.5 },
        breaches: { P1: 0, P2: 0, busiest: { offered: 1, breaches: 0 } },
        byCell: [{ cell: 'A3', people: 1, sqo: 0, won: 0, open: 1 }],
      },
      ...{ sdrs: 2, segmentBy: 'channel', unheard: [] },
      added: { count: 1, contactIds: [here.contact.id] },
    });
    expect((await page.get(`/simulations/${asked.simulationId}`, MEMBER)).status).toBe(200);
    expect((await page.get('/simulations/of-nobody')).status).toBe(404);
  });

  it('counts accounts without a person, and breaks leads down by a property of the company that is followed', async () => {
    await using here = await livePortal(database);
    await almostQualified(here);
    const company = aCompany(here);
    await minute(here);
    await showIntent(here, company);
    await using page = await settingsServer(here);
    const { portalId, work } = here.backend;
    const { accounts } = structuredClone(SHIPPED_DEFINITIONS);
    const strict = { ...accounts, icp: { fact: 'company.annualrevenue', op: 'at_least', number: 1_000_000 } };
    await page.done('/draft', { sections: { ...lowerBars(), accounts: strict } });
    const asked = await askedFor(page, { sdrs: 0, segmentBy: 'company.industry' });
    await work.simulate(portalId);
    expect((await answerOf(page, asked)).result).toMatchObject({
      current: { P2: 0, P3: 1, breaches: { P3: 1 } },
      draft: { P2: 1, P3: 0, breaches: { P2: 1, P3: 0, busiest: { offered: 1, breaches: 1 } } },
      ...{ accountsAdded: { count: 0 }, accountsDropped: { count: 1, companyIds: [company.id] } },
      ...{ sdrs: 0, segmentBy: 'company.industry' },
      bySegment: [{ segment: 'COMPUTER_SOFTWARE', current: 0, draft: 1 }],
      unheard: ['company.annualrevenue'],
    });
    // Values of people may be personal.
    const refused = await askedFor(page, { segmentBy: 'contact.jobtitle' });
    await work.simulate(portalId);
    expect(await answerOf(page, refused)).toMatchObject({
      ...{
        state: 'failed',
        failure: expect.stringMatching(/^Leads cannot be broken down by .*company\.industry/) as string,
      },
    });
  });

  it('asked twice by one click it is one, and without a draft it is of what is in force', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const first = await askedFor(page, { key: 'the-same-click' });
    expect(first).toMatchObject({ state: 'running', progress: 0, failure: null, result: null });
    const { portalId, work } = here.backend;
    await work.simulate(portalId);
    const again = await askedFor(page, { key: 'the-same-click' });
    expect(again).toMatchObject({ simulationId: first.simulationId, state: 'done' });
    expect(again.result).toMatchObject({ current: { P2: 0 }, draft: { version: SHIPPED_DEFINITIONS.version } });
    const { rowCount } = await database.inPortal(portalId, (tx) => tx.query('select 1 from simulation'));
    expect(rowCount).toBe(1);
  });

  it('one whose process was killed is asked for again and done from its beginning, but not for ever', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const asked = await askedFor(page);
    const { portalId, work } = here.backend;
    const begin = () => database.inPortal(portalId, (tx) => beginNextSimulation(tx, portalId));
    expect(await begin()).toMatchObject({ simulationId: asked.simulationId, attempts: 1 });
    expect(await work.timetable(portalId)).toMatchObject({ hasAsked: true });
    await work.simulate(portalId);
    expect(await answerOf(page, asked)).toMatchObject({ state: 'done' });
    expect(await work.timetable(portalId)).toMatchObject({ hasAsked: false });

    const hopeless = await askedFor(page);
    for (let time = 0; time < 3; time += 1) await begin();
    await work.simulate(portalId);
    expect(await answerOf(page, hopeless)).toMatchObject({
      state: 'failed',
      failure: expect.stringContaining('could not be finished') as string,
    });
  });

  it('one that cannot be says why, and none is kept for more than a day', async () => {
    await using here = await livePortal(database);
    await using page = await settingsServer(here);
    const { portalId, work } = here.backend;
    await page.done('/draft', { sections: { scoring: null, qualification: null } });
    const asked = await askedFor(page);
    await work.simulate(portalId);
    expect(await answerOf(page, asked)).toMatchObject({
      state: 'failed',
      failure: 'The definition set of the draft has no sections scoring and qualification.',
    });
    await page.done('/draft', { sections: { scoring: 'soon' } });
    expect(await page.refusal('/simulate', {})).toMatchObject({
      status: 422,
      detail: expect.stringMatching(/^scoring: /) as string,
    });
    await page.done('/draft/discard', {});
    for (let time = 0; time < 5; time += 1) await askedFor(page);
    expect(await page.refusal('/simulate', {})).toMatchObject({ status: 409 });

    here.time.now += DAY_MS + MINUTE_MS;
    await work.timetable(portalId);
    expect((await page.get(`/simulations/${asked.simulationId}`)).status).toBe(404);
  });

  it('how one contact fares by what is in force and by the draft, in the portal’s words', async () => {
    await using here = await livePortal(database);
    await almostQualified(here);
    await using page = await settingsServer(here);
    await here.backend.work.timetable(here.backend.portalId);
    const tried = async () => (await page.get(`/try?contactId=${here.contact.id}`)).json();
    expect(await tried()).toMatchObject({
      contactId: here.contact.id,
      inForce: {
        cell: 'A3',
        fitPoints: 80,
        behaviorPoints: 17,
        passes: false,
        missing: ['Behavior points is 17: 23 short of 40', 'Recent points is 12: 13 short of 25'],
      },
      draft: null,
    });
    await page.done('/draft', { sections: lowerBars() });
    expect(await tried()).toMatchObject({ inForce: { passes: false }, draft: { passes: true, missing: [] } });

    const { qualification } = structuredClone(SHIPPED_DEFINITIONS);
    const title = { fact: 'contact.jobtitle', op: 'in', values: ['Queen'] };
    const gates = qualification?.gates.map((gate) => ({ ...gate, entry: title }));
    await page.done('/draft', { sections: { qualification: { ...qualification, gates } } });
    expect(await tried()).toMatchObject({
      draft: { missing: ['Job Title (contact) is Head of Operations; it takes: Job Title (contact) is Queen'] },
    });
    await page.done('/draft', { sections: { qualification: 'soon' } });
    expect(await tried()).toMatchObject({ draft: null });
    expect((await page.get('/try?contactId=404')).status).toBe(404);
    expect((await page.get('/try')).status).toBe(404);
  });
});
