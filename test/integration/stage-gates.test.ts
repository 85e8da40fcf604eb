import { afterAll, beforeAll, expect, it } from 'vitest';
import { createDefinitionWork } from '../../src/compose/definition-work.ts';
import type { DefinitionSet } from '../../src/domain/definitions/definition-set.ts';
import { recordId } from '../../src/domain/values/ids.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, toIso } from '../../src/domain/values/instant.ts';
import { editAsPerson } from '../../src/sandbox/edit-as-person.ts';
import { mergeRecords } from '../../src/sandbox/merge-records.ts';
import { contactType, dealType } from '../../src/sandbox/object-types.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import type { Database } from '../../src/store/database.ts';
import { openDeliveries, storeDelivery } from '../../src/store/inbox-store.ts';
import { loadOverrides } from '../../src/store/override-store.ts';
import { saveAnswers } from '../../src/usecases/answer-questions.ts';
import { overridesView } from '../../src/usecases/overrides-view.ts';
import { respondToHandoff } from '../../src/usecases/respond-to-handoff.ts';
import { minute } from '../support/fitting-lead.ts';
import {
  AE,
  DESPITE,
  handoffCard,
  leadCard,
  livePortal,
  OTHER_SDR,
  raisedHand,
  recordsOf,
  respond,
  SDR,
  settleDown,
  START,
  valuesOf,
  type World,
} from '../support/live-portal.ts';
import { createAsApp, updateAsPerson } from '../support/new-portal.ts';
import { onServer } from '../support/stores.ts';

/** Minutes pass in no time here, and each searches. */
const QUICK = { searchesPerSecond: 1_000_000 };
const SDR_USER = Number(SDR.userId);
const AE_USER = Number(AE.userId);

async function publish({ backend }: World, change: (definitions: DefinitionSet) => DefinitionSet): Promise<void> {
  const work = createDefinitionWork(backend.core, backend.portalId);
  const definitions = change(structuredClone(await work.inForce()));
  const next = { ...definitions, version: definitions.version + 1 };
  await work.keep(next);
  await work.publish({ version: next.version, publishedBy: 'Test', why: 'to see what happens' });
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The shipped definition set has this.');
  return value;
}

let keys = 0;
const answer = (here: World, answers: Record<string, string>, userId = SDR.userId, deal?: CrmRecord) =>
  saveAnswers(
    here.backend.portalId,
    {
      record: { type: deal ? 'deal' : 'contact', id: recordId(deal?.id ?? here.contact.id) },
      userId,
      key: `answer-${(keys += 1)}`,
      answers,
    },
    here.backend.core,
  );

const answersOn = async (here: World) =>
  Object.fromEntries((await leadCard(here)).answers.items.map(({ id, value, by }) => [id, [value, by]]));

/** Overrides, and what would have been blocked, as the app home tells them. */
async function health({ backend: { core, portalId } }: World) {
  const rows = await core.database.inPortal(portalId, (tx) => loadOverrides(tx, portalId, START));
  const [{ definitions }, owners] = await core.store.inPortal(portalId, async (tx) => [
    await tx.settings(),
    await tx.owners(),
  ]);
  return overridesView(rows, definitions, owners);
}

async function accepted(here: World): Promise<void> {
  await raisedHand(here);
  await respond(here, (await leadCard(here)).handoff?.handoffId, { action: 'accept_lead' }, SDR.userId);
  here.time.now += SECOND_MS;
  await settleDown(here);
}

async function opportunity(here: World): Promise<CrmRecord> {
  await accepted(here);
  const booked = { engagements_last_meeting_booked: toIso((here.time.now += HOUR_MS)) };
  updateAsPerson(here.sandbox.portal, here.contact, booked, here.time.now);
  await settleDown(here);
  return recordsOf(here, dealType)[0] as CrmRecord;
}

/** So much later that everything has been heard and looked at. */
async function later(here: World): Promise<void> {
  here.time.now += 4 * MINUTE_MS;
  await minute(here);
}

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('a lead is accepted without what is asked for only by somebody who has seen it, and under their name', async () => {
    await using here = await livePortal(database, QUICK);
    await raisedHand(here);
    const { gate, handoff } = await leadCard(here);
    expect(gate?.stage.id).toBe('MAL');
    expect(gate?.items.map(({ id, level, done }) => [id, level, done])).toEqual([
      ['entry.fits', 'warn', false],
      ['entry.contactable', 'warn', false],
    ]);
    expect(gate?.items[0]?.detail).toContain('numberofemployees (company) is not known');
    const blind = await respond(here, handoff?.handoffId, { action: 'accept_lead', despite: [] }, SDR.userId);
    expect(blind?.kind).toBe('invalid');
    expect(blind?.why).toMatch(/^This stage asks for what is missing: The account fits – .*accept all the same/);
    const half = { action: 'accept_lead', despite: ['entry.fits'] } as const;
    expect((await respond(here, handoff?.handoffId, half, SDR.userId))?.why).not.toContain('The account fits');
    const seen = { action: 'accept_lead', despite: ['entry.fits', 'entry.contactable'] } as const;
    expect(await respond(here, handoff?.handoffId, seen, SDR.userId)).toBeUndefined();
    expect((await health(here)).overrides).toEqual([]);
    here.time.now += SECOND_MS;
    await settleDown(here);
    await later(here);
    expect((await leadCard(here)).handoff?.state).toBe('accepted');
    const { overrides, wouldBlock } = await health(here);
    expect(overrides).toEqual([
      {
        person: 'Owner 21',
        stage: 'Marketing accepted lead',
        onCards: 1,
        inHubSpot: 0,
        missing: ['The account fits (1)', 'The contact is real (1)'],
      },
    ]);
    expect(wouldBlock.map(({ criterion, part, whole }) => [criterion, part, whole])).toEqual([
      ['The contact is real', 1, 1],
      ['The account fits', 1, 1],
    ]);
  });

  it('an opportunity is not accepted past a stage that must not be skipped, until the lead has entered it', async () => {
    await using here = await livePortal(database, QUICK);
    await publish(here, (definitions) => ({
      ...definitions,
      preset: 'L2R',
      stages: { ...definitions.stages, SQL: { ...required(definitions.stages.SQL), skip: 'forbid' } },
    }));
    const deal = await opportunity(here);
    const accept = async () => {
      const click = { action: 'accept_deal', amount: '700', closeDate: '2026-12-01', despite: DESPITE } as const;
      return respond(here, (await handoffCard(here, deal.id)).handoff?.handoffId, click, AE.userId);
    };
    expect(await accept()).toMatchObject({
      kind: 'invalid',
      why: expect.stringContaining('SQL – It was not entered, and must not be skipped') as string,
    });
    updateAsPerson(here.sandbox.portal, here.contact, { lifecyclestage: 'salesqualifiedlead' }, here.time.now);
    await settleDown(here);
    expect(await accept()).toBeUndefined();
  });

  it('an opportunity is not accepted without what is required, and the same click again is answered alike', async () => {
    await using here = await livePortal(database, QUICK);
    await publish(here, (definitions) => ({
      ...definitions,
      qualification: definitions.qualification && {
        ...definitions.qualification,
        answers: [
          { id: 'budget', label: 'Budget', level: 'block' },
          { id: 'champion', label: 'Champion', level: 'block' },
          { id: 'timeline', label: 'Timeline', level: 'observe' },
        ],
      },
    }));
    const deal = await opportunity(here);
    const { handoff } = await handoffCard(here, deal.id);
    const request = {
      handoffId: handoff?.handoffId ?? '',
      recordId: deal.id,
      userId: AE.userId,
      key: 'the-same-click',
      click: { action: 'accept_deal', amount: '700', closeDate: '2026-12-01', despite: DESPITE },
    } as const;
    const refused = await respondToHandoff(here.backend.portalId, request, here.backend.core);
    expect(refused).toEqual({
      kind: 'invalid',
      why: 'This stage cannot be entered without: Budget – Nobody has answered it yet: ask, and write it on the card. Champion – Nobody has answered it yet: ask, and write it on the card. Mend it, then accept again.',
    });
    expect(await answer(here, { budget: '50,000', champion: 'Head of IT' }, AE.userId, deal)).toBeUndefined();
    await settleDown(here);
    expect(valuesOf(here.contact)).toMatchObject({ l2r_budget: '50,000' });
    expect(valuesOf(here.contact)).not.toHaveProperty('l2r_answer_champion');
    const { checklist } = await handoffCard(here, deal.id);
    expect(checklist.slice(-3).map(({ id, done, detail }) => [id, done, detail])).toEqual([
      ['answer.budget', true, '50,000'],
      ['answer.champion', true, 'Head of IT'],
      ['answer.timeline', false, expect.any(String) as string],
    ]);
    expect(await respondToHandoff(here.backend.portalId, request, here.backend.core)).toEqual(refused);
    const again = { ...request, key: 'another-click' };
    expect(await respondToHandoff(here.backend.portalId, again, here.backend.core)).toBeUndefined();
    expect(await respondToHandoff(here.backend.portalId, again, here.backend.core)).toBeUndefined();
    here.time.now += SECOND_MS;
    await settleDown(here);
    await later(here);
    expect((await handoffCard(here, deal.id)).stage?.id).toBe('SQO');
    const { overrides, wouldBlock } = await health(here);
    expect(overrides.filter(({ stage }) => stage === 'Sales qualified opportunity')).toEqual([]);
    expect(wouldBlock.filter(({ criterion }) => criterion === 'Timeline')).toMatchObject([{ part: 1, whole: 1 }]);
  });

  it('an answer from the card and one typed in HubSpot are both kept, and the newest counts in both places', async () => {
    await using here = await livePortal(database, QUICK);
    const { sandbox, contact, time } = here;
    await accepted(here);
    expect(await answer(here, { need: 'Too many tools', budget: '' })).toBeUndefined();
    expect(await answersOn(here)).toMatchObject({ need: ['Too many tools', 'Owner 21'], budget: ['', null] });
    await settleDown(here);
    expect(valuesOf(contact)['l2r_need']).toBe('Too many tools');
    await later(here);
    expect(await answersOn(here)).toMatchObject({ need: ['Too many tools', 'Owner 21'] });

    editAsPerson(sandbox.portal, contact, { l2r_need: 'One place for leads', l2r_budget: 'Granted' }, AE_USER);
    await later(here);
    expect(await answersOn(here)).toMatchObject({
      need: ['One place for leads', 'Owner 31'],
      budget: ['Granted', 'Owner 31'],
    });
    expect((await leadCard(here)).answers.items[0]?.before).toBe('Too many tools');

    // Typed in HubSpot and not heard yet when somebody else answers on the card: the later one comes to stand in both.
    editAsPerson(sandbox.portal, contact, { l2r_need: 'Unheard' }, AE_USER);
    time.now += SECOND_MS;
    await answer(here, { need: 'The last word' });
    await settleDown(here);
    await later(here);
    expect(valuesOf(contact)['l2r_need']).toBe('The last word');
    const [need] = (await leadCard(here)).answers.items;
    expect(need).toMatchObject({ value: 'The last word', by: 'Owner 21', before: 'Unheard' });

    // No answer stands in the history, which is never emptied.
    const { rows } = await database.inPortal(here.backend.portalId, (tx) =>
      tx.query(`select 1 from event where portal_id = $1 and property like 'l2r\\_need'`, [here.backend.portalId]),
    );
    expect(rows).toEqual([]);
  });

  it('only those who may act on the record answer', async () => {
    await using here = await livePortal(database, QUICK);
    await accepted(here);
    expect(await answer(here, { need: 'x' }, AE.userId)).toMatchObject({ kind: 'forbidden' });
    expect((await leadCard(here, AE.userId)).answers.edit.allowed).toBe(false);
    expect(await answer(here, { need: 'A teammate may' }, OTHER_SDR.userId)).toBeUndefined();
    expect(await answer(here, { shoe_size: '44' })).toMatchObject({ kind: 'conflict' });
  });

  it('a move on the board past the gate is an override of its user, once, however often it is told', async () => {
    await using here = await livePortal(database, QUICK);
    const { sandbox, backend, contact, time } = here;
    const deal = await opportunity(here);
    await later(here);
    const before = await health(here);
    time.now += MINUTE_MS;
    editAsPerson(sandbox.portal, deal, { dealstage: 'presentationscheduled' }, AE_USER);
    editAsPerson(sandbox.portal, contact, { l2r_timeline: 'This year' }, AE_USER);
    await sandbox.webhooks.idle();
    const deliveries = await database.inPortal(backend.portalId, (tx) => openDeliveries(tx, backend.portalId, 100));
    for (const { body } of deliveries)
      await database.inPortal(backend.portalId, (tx) => storeDelivery(tx, backend.portalId, body, time.now));
    await settleDown(here);
    await later(here);
    const told = await health(here);
    expect(told.overrides.filter((each) => !before.overrides.includes(each) && each.inHubSpot > 0)).toEqual([
      {
        person: 'Owner 31',
        stage: 'Sales qualified opportunity',
        onCards: 0,
        inHubSpot: 1,
        missing: ['Amount (1)', 'Authority (1)', 'Budget (1)'],
      },
    ]);
    // Told and read once more, and answered afterwards: it stays as it was found.
    for (const { body } of deliveries)
      await database.inPortal(backend.portalId, (tx) => storeDelivery(tx, backend.portalId, body, time.now));
    await answer(here, { need: 'Late', budget: 'Late', authority: 'Late' });
    await later(here);
    await backend.work.sweep(backend.portalId, () => {});
    await later(here);
    expect((await health(here)).overrides).toEqual(told.overrides);
  });

  it('a lead taken up in HubSpot itself counts once through a merge, and nothing that is history', async () => {
    await using here = await livePortal(database, QUICK);
    const { sandbox, contact, time } = here;
    const other = createAsApp(sandbox.portal, contactType, { email: 'kim@other.example' }, time.now);
    const old = createAsApp(sandbox.portal, contactType, { email: 'old@buyer.example' }, time.now - 3 * DAY_MS);
    updateAsPerson(sandbox.portal, old, { hs_lead_status: 'OPEN' }, time.now - 2 * DAY_MS);
    time.now += MINUTE_MS;
    editAsPerson(sandbox.portal, contact, { hs_lead_status: 'IN_PROGRESS' }, SDR_USER);
    await settleDown(here);
    await later(here);
    const once = { person: 'Owner 21', stage: 'Marketing accepted lead', onCards: 0, inHubSpot: 1 };
    expect((await health(here)).overrides).toMatchObject([once]);
    mergeRecords(sandbox.portal, other, contact, {
      at: time.now,
      sourceType: 'CRM_UI',
      sourceId: `userId:${SDR_USER}`,
    });
    await settleDown(here);
    await later(here);
    expect((await health(here)).overrides).toMatchObject([once]);
    expect((await health(here)).overrides).toHaveLength(1);
  });
});
