import { describe, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import type { Handoff } from '../handoff/handoff.ts';
import { Dealer } from '../handoff/roster.ts';
import { recordId } from '../values/ids.ts';
import { DAY_MS, HOUR_MS } from '../values/instant.ts';
import { offerAccount } from './offer-account.ts';
import type { WorkAccount } from './work-account.ts';

const { work: rules, accounts } = SHIPPED_DEFINITIONS;
if (!rules || !accounts) throw new Error('The shipped definitions offer accounts.');

/** A Monday, 10:00 in Berlin. */
const NOW = Date.UTC(2026, 5, 29, 8);
const sign = (at = NOW, knownAt = at) => ({ at, knownAt, kind: 'intent', topic: 'crm', strength: 900, source: 'feed' });

const inMarket = (over: Partial<WorkAccount> = {}): WorkAccount => ({
  companyId: recordId('100'),
  assessment: {
    at: NOW,
    version: 3,
    score: 60,
    isImported: false,
    fit: 40_000,
    intent: 20_000,
    usage: 0,
    engagement: 0,
    icp: true,
    stage: 'IN_MARKET',
  },
  signs: [sign()],
  worked: 0,
  suggested: [recordId('1')],
  handoffs: [],
  isGone: false,
  ...over,
});

const ask = (account: WorkAccount, { actFrom = NOW - DAY_MS, members = ['21', '22'], last = '' } = {}) => {
  const roster = {
    active: ['21', '22', '31'],
    members: { sdr: members, ae: ['31'], outbound: members },
    last: { outbound: last },
  };
  const context = { now: NOW, actFrom, zone: 'Europe/Berlin', rules, accounts, roster };
  return offerAccount(account, context, new Dealer(roster));
};
const offered = (...args: Parameters<typeof ask>): Handoff => {
  const [handoff] = ask(...args).handoffs ?? [];
  if (!handoff) throw new Error('Nothing was offered.');
  return handoff;
};

describe('an account in the market', () => {
  it('is offered with P3 to the next of the pool, with two working days', () => {
    expect(offered(inMarket(), { last: '21' })).toMatchObject({ kind: 'account', priority: 'P3', ownerId: '22' });
    expect(offered(inMarket()).clock).toEqual({
      kind: 'first_response',
      startedAt: NOW,
      dueAt: NOW + 2 * DAY_MS,
    });
  });

  it('is offered with P4 to the AE who named it, as long as that one works here', () => {
    expect(offered(inMarket({ namedBy: '31' }))).toMatchObject({ priority: 'P4', ownerId: '31' });
    expect(offered(inMarket({ namedBy: '39' }))).toMatchObject({ priority: 'P3', ownerId: '21' });
  });

  it('waits without an owner and without a task while the pool is empty', () => {
    const step = ask(inMarket(), { members: [] });
    expect(step.handoffs).toMatchObject([{ ownerId: undefined, state: 'offered' }]);
    expect(step.intents).toEqual([]);
  });

  it.each<[string, Partial<WorkAccount>]>([
    ['that is only aware', { assessment: { ...inMarket().assessment, stage: 'AWARE' } }],
    ['that does not fit', { assessment: { ...inMarket().assessment, icp: false } }],
    ['of which somebody is being worked', { worked: 1 }],
    ['that was deleted', { isGone: true }],
    ['whose signs are older than going live', { signs: [sign(NOW - 2 * DAY_MS)] }],
    ['of whose old signs we only heard now', { signs: [sign(NOW - 2 * DAY_MS, NOW)] }],
    ['that shows nothing', { signs: [] }],
  ])('is not offered: one %s', (_name, over) => {
    expect(ask(inMarket(over))).toEqual({});
  });

  it('takes a sign that was told an hour late', () => {
    expect(offered(inMarket({ signs: [sign(NOW - HOUR_MS, NOW)] }), { actFrom: NOW - 1 })).toBeDefined();
  });

  it('is offered again after its pause, for what it showed since', () => {
    const ended = (daysAgo: number): Handoff => ({
      ...offered(inMarket()),
      state: 'rejected',
      decidedAt: NOW - daysAgo * DAY_MS,
    });
    expect(ask(inMarket({ handoffs: [ended(29)] }), { actFrom: 0 })).toEqual({});
    expect(ask(inMarket({ handoffs: [ended(30)], signs: [sign(NOW - 31 * DAY_MS)] }), { actFrom: 0 })).toEqual({});
    expect(offered(inMarket({ handoffs: [ended(30)] }), { actFrom: 0 })).toMatchObject({ priority: 'P3' });
  });
});

describe('an offer that is open', () => {
  const open = offered(inMarket());
  it('asks for nothing more', () => {
    expect(ask(inMarket({ handoffs: [open] }))).toEqual({});
  });

  it('ends when somebody of the account responds, or the account is gone', () => {
    const [responded] = ask(inMarket({ handoffs: [open], worked: 1 })).handoffs ?? [];
    expect(responded).toMatchObject({ state: 'accepted', reason: 'responded', clock: { stoppedAt: NOW } });
    const [gone] = ask(inMarket({ handoffs: [open], isGone: true })).handoffs ?? [];
    expect(gone).toMatchObject({ state: 'rejected', reason: 'deleted' });
  });

  it('is left alone while HubSpot is asked', () => {
    const click = { at: NOW, userId: '1', outcome: 'accepted' } as const;
    expect(ask(inMarket({ handoffs: [{ ...open, click }], worked: 1 }))).toEqual({});
  });

  it('goes on to the next when its owner has left, with the same task', () => {
    const step = ask(inMarket({ handoffs: [{ ...open, ownerId: '99' }] }));
    expect(step.handoffs).toMatchObject([{ handoffId: open.handoffId, ownerId: '21' }]);
    expect(step.intents).toMatchObject([{ kind: 'set', changes: { hubspot_owner_id: { to: '21' } } }]);
  });
});
