import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StandingView, WhyCardAnswer } from '../../src/http/contract/why.ts';
import type { View } from '../../src/http/signed-extension.ts';
import { localDate } from '../../src/domain/values/calendar.ts';
import { recordId } from '../../src/domain/values/ids.ts';
import { DAY_MS, MINUTE_MS, toIso } from '../../src/domain/values/instant.ts';
import type { Database } from '../../src/store/database.ts';
import { propertyLabels } from '../../src/store/property-store.ts';
import { readWhyCard } from '../../src/usecases/read-why-card.ts';
import { becomeActive, fittingLead, minute } from '../support/fitting-lead.ts';
import { leadCard, livePortal, respond, SDR, settleDown, valuesOf, type World } from '../support/live-portal.ts';
import { updateAsPerson } from '../support/new-portal.ts';
import { onServer } from '../support/stores.ts';

const why = ({ backend, contact }: World, at?: string): Promise<View<WhyCardAnswer>> =>
  readWhyCard(backend.portalId, recordId(contact.id), at, {
    ...backend.core,
    propertyLabels: (id) => backend.core.database.inPortal(id, (tx) => propertyLabels(tx, id)),
  });

async function standing(here: World, at?: string): Promise<StandingView> {
  const answer = await why(here, at);
  if (!answer.standing) throw new Error(`Not scored: ${answer.unscored}.`);
  return answer.standing;
}

const sum = (parts: readonly { units: number }[]): number => parts.reduce((total, { units }) => total + units, 0);

function expectSumsRight({ fit, fitUnits, behavior, behaviorUnits }: StandingView): void {
  expect(sum(fit.filter(({ holds }) => holds))).toBe(fitUnits);
  expect(sum(behavior)).toBe(behaviorUnits);
  for (const group of behavior) expect(sum(group.lines)).toBe(group.units);
}

const missing = ({ checklist }: StandingView) =>
  Object.fromEntries(checklist.filter(({ done }) => !done).map(({ label, detail }) => [label, detail]));

onServer((store) => {
  let database: Database;
  beforeAll(async () => {
    database = await store.open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('names which of ICP, target and behavior is missing, and for what', async () => {
    await using here = await livePortal(database);
    await fittingLead(here);
    updateAsPerson(here.sandbox.portal, here.contact, { jobtitle: 'Clerk' }, here.time.now);
    await minute(here);
    const view = await standing(here);
    expect(view).toMatchObject({ cell: 'B4', passes: false, gate: { mode: 'enforce' }, barrier: null });
    expect(view.checklist.map(({ label, done }) => [label, done])).toEqual([
      ['ICP', true],
      ['Target', false],
      ['Behavior', false],
      ['Recent', false],
      ['Fit grade', true],
    ]);
    expect(missing(view)['Behavior']).toBe('Behavior is 0: 40 short of 40.');
    expect(missing(view)['Target']).toMatch(/Clerk; it takes: .* contains chief, ceo, .* or one of \d+ more\.$/);
    expect(view.fit.find(({ id }) => id === 'senior_title')).toMatchObject({ holds: false, family: 'title' });
    expect(view.next.behavior).toEqual({ name: '3', from: 15, shortUnits: 15_000 });
  });

  it('sums to the score, to what the record says, and fades with every read', async () => {
    await using here = await livePortal(database);
    await fittingLead(here);
    await becomeActive(here);
    const scoredAt = valuesOf(here.contact)['l2r_score_at'] ?? '';
    const written = await standing(here, toIso(Date.parse(scoredAt)));
    expectSumsRight(written);
    expect(valuesOf(here.contact)).toMatchObject({
      l2r_grade: written.cell,
      l2r_score: String(Math.round(written.behaviorUnits / 1_000)),
      l2r_fit_score: String(Math.round(written.fitUnits / 1_000)),
    });
    expect(written).toMatchObject({ passes: true });

    here.time.now += 10 * DAY_MS + 5 * MINUTE_MS;
    const later = await standing(here);
    expectSumsRight(later);
    expect(later.behaviorUnits).toBeLessThan(written.behaviorUnits);
    expect(later.barrier).toEqual({ kind: 'being_worked' });
    const [pricing] = later.behavior.flatMap(({ lines }) => lines).filter(({ id }) => id === 'pricing_page');
    expect(pricing).toMatchObject({ label: 'Pricing page viewed', freshUnits: 12_000 });
    expect(pricing?.units).toBe(Math.round(12_000 * 2 ** (-(here.time.now - (pricing?.at ?? 0)) / (30 * DAY_MS))));
  });

  it('tells a past day as it was known then', async () => {
    await using here = await livePortal(database);
    await fittingLead(here);
    const { timeZone } = await here.backend.core.store.inPortal(here.backend.portalId, (tx) => tx.settings());
    const day = localDate(here.time.now, timeZone);
    here.time.now += 3 * DAY_MS;
    await becomeActive(here);
    const then = await why(here, day);
    expect(then).toMatchObject({ isPast: true, standing: { cell: 'A4', behaviorUnits: 0, barrier: null } });
    expect(localDate(then.at, timeZone)).toBe(day);
    expect(localDate(then.at + 1, timeZone)).not.toBe(day);
    expect(await why(here, '2020-01-31')).toMatchObject({ standing: null, unscored: 'nothing_known' });
    expect(await why(here, '2099-01-31')).toMatchObject({ isPast: false, at: here.time.now });
  });

  it('says until when a recycled lead is left in peace', async () => {
    await using here = await livePortal(database);
    await fittingLead(here);
    await becomeActive(here);
    const { handoff } = await leadCard(here);
    here.time.now += MINUTE_MS;
    await respond(here, handoff?.handoffId, { action: 'recycle_lead', reason: 'no_budget' }, SDR.userId);
    const recycledAt = here.time.now;
    here.time.now += MINUTE_MS;
    await settleDown(here);
    expect((await standing(here)).barrier).toEqual({ kind: 'embargo', until: recycledAt + 90 * DAY_MS });
  });

  it('knows nothing of a contact it has never heard of', async () => {
    await using here = await livePortal(database);
    const stranger = { ...here, contact: { ...here.contact, id: '987654' } };
    expect(await why(stranger)).toMatchObject({ standing: null, unscored: 'nothing_known' });
  });
});
