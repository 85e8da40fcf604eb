import { describe, expect, it } from 'vitest';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import type { DefinitionSet } from '../definitions/definition-set.ts';
import { decided } from '../handoff/close-handoff.ts';
import type { Handoff } from '../handoff/handoff.ts';
import { mapDealStages } from '../journey/deal-stage.ts';
import type { Fact } from '../journey/fact.ts';
import { type InForce } from '../qualification/replay-person.ts';
import { rulesOf } from '../qualification/rules.ts';
import { SIGNAL, signalValue } from '../touch/signal.ts';
import { recordId } from '../values/ids.ts';
import { DAY_MS, HOUR_MS } from '../values/instant.ts';
import { type AccountRecord, replayAccount } from './replay-account.ts';
import type { WorkedFrom } from './worked-people.ts';

const LIVE = Date.UTC(2026, 5, 29, 8);
const UNTIL = LIVE + 90 * DAY_MS;
const day = (n: number) => LIVE + n * DAY_MS;
const PAUSE = SHIPPED_DEFINITIONS.accounts?.pauseDays ?? 0;

const fact = (property: string, value: string, at: number): Fact => ({
  ...{ record: { type: 'company', id: recordId('7') }, property, value, occurredAt: at, knownAt: at, dated: true },
});
const FIRM = Object.entries({
  name: 'Buyer',
  industry: 'COMPUTER_SOFTWARE',
  numberofemployees: '400',
  country: 'Germany',
}).map(([property, value]) => fact(property, value, LIVE - DAY_MS));
const sign = (at: number) =>
  fact(SIGNAL, signalValue({ kind: 'intent', topic: `t${at}`, strength: 1_000, source: 'feed' }), at);

function inForce(change: (definitions: DefinitionSet) => void = () => {}, from = LIVE): InForce {
  const definitions = structuredClone(SHIPPED_DEFINITIONS);
  change(definitions);
  const rules = rulesOf(definitions);
  if (!rules) throw new Error('The shipped definitions score.');
  return { from, definitions, rules, stages: mapDealStages([], definitions) };
}

const roster = { active: ['21', '31'], members: { sdr: ['21'], ae: ['31'], outbound: ['21'] }, last: {} };
function offers(
  over: Partial<AccountRecord>,
  worked: readonly WorkedFrom[] = [],
  timeline = [inForce()],
  liveAt = LIVE,
) {
  const account = { companyId: recordId('7'), facts: [], handoffs: [], named: [], ...over };
  const replay = { liveAt, until: UNTIL, zone: 'Europe/Berlin', roster };
  return replayAccount({ ...account, facts: [...FIRM, ...account.facts] }, worked, timeline, replay);
}
const inDays = (list: readonly Handoff[]) =>
  list.map(({ offeredAt, priority, state, decidedAt }) => [
    ...[(offeredAt - LIVE) / DAY_MS, priority, state],
    decidedAt === undefined ? undefined : (decidedAt - LIVE) / DAY_MS,
  ]);

/** What was offered on a day, once somebody has decided about it. */
function made(on: number, state: 'accepted' | 'rejected', at: number, acceptedFirst?: number): Handoff {
  const [offer] = offers({ facts: [sign(day(on))] });
  if (!offer) throw new Error('Nothing was offered.');
  const first = acceptedFirst === undefined ? offer : decided(offer, 'accepted', day(acceptedFirst), '5', undefined);
  return decided(first, state, day(at), '5', undefined);
}

describe('an account replayed', () => {
  it('is offered at the sign, once while the offer is open', () => {
    expect(inDays(offers({ facts: [sign(day(1)), sign(day(2)), sign(day(40))] }))).toEqual([
      [1, 'P3', 'offered', undefined],
    ]);
  });

  it('is offered to whoever has named it then', () => {
    const named = [{ at: day(0), ownerId: '31' }, { at: day(5) }];
    expect(inDays(offers({ facts: [sign(day(1))], named }))[0]?.[1]).toBe('P4');
    expect(inDays(offers({ facts: [sign(day(6))], named }))[0]?.[1]).toBe('P3');
  });

  it('is left alone while somebody is worked, and its offer ends when somebody begins to be', () => {
    const worked = [
      { at: day(0), worked: 1 },
      { at: day(3), worked: 0 },
      { at: day(5), worked: 2 },
    ];
    expect(inDays(offers({ facts: [sign(day(1))] }, worked))).toEqual([[3, 'P3', 'accepted', 5]]);
  });

  it('is offered again when the pause is over for what it showed meanwhile, not for what it showed before', () => {
    const handoffs = [made(1, 'rejected', 2)];
    expect(inDays(offers({ facts: [sign(day(1))], handoffs }))).toEqual([[1, 'P3', 'rejected', 2]]);
    expect(inDays(offers({ facts: [sign(day(1)), sign(day(2 + PAUSE - 1))], handoffs }))).toEqual([
      [1, 'P3', 'rejected', 2],
      [2 + PAUSE, 'P3', 'offered', undefined],
    ]);
  });

  it('what a person decided ends an offer the rules make on another day too', () => {
    const early = inForce(({ accounts }) => {
      if (accounts) accounts.inMarketFrom = 1;
    });
    const weak = fact(SIGNAL, signalValue({ kind: 'intent', topic: 'weak', strength: 300, source: 'feed' }), day(0.5));
    const over = { facts: [weak, sign(day(1))], handoffs: [made(1, 'rejected', 2)] };
    expect(inDays(offers(over, [], [early]))).toEqual([[0.5, 'P3', 'rejected', 2]]);
  });

  it('a beginning with somebody after the account was taken lets the pause begin anew', () => {
    const handoffs = [made(1, 'accepted', 4, 2)];
    const facts = [sign(day(1)), sign(day(5))];
    expect(inDays(offers({ facts, handoffs }))).toEqual([
      [1, 'P3', 'accepted', 4],
      [4 + PAUSE, 'P3', 'offered', undefined],
    ]);
  });

  it('offers made before stay, open or over', () => {
    const facts = [sign(day(1)), sign(day(12))];
    const since = (over: Partial<AccountRecord>) =>
      inDays(offers({ facts, ...over }, [], [inForce(undefined, day(10))], day(10)));
    expect(since({ handoffs: [made(1, 'rejected', 11)] })).toEqual([[11 + PAUSE, 'P3', 'offered', undefined]]);
    const [open] = offers({ facts: [sign(day(1))] });
    expect(since({ handoffs: open ? [open] : [] })).toEqual([]);
    expect(since({})).toEqual([[12, 'P3', 'offered', undefined]]);
  });

  it('rules that come into force later hold from then on, and for signs told since', () => {
    const strict = inForce(({ accounts }) => {
      if (accounts) accounts.inMarketFrom = 1_000;
    });
    const facts = [sign(day(1)), sign(day(6) + HOUR_MS)];
    expect(inDays(offers({ facts }, [], [strict, inForce(undefined, day(6))]))[0]?.[0]).toBe(6 + 1 / 24);
    expect(offers({ facts: [sign(day(1))] }, [], [strict, inForce(undefined, day(6))])).toEqual([]);
  });

  it('a deleted company is offered no more, and its offer is over', () => {
    expect(inDays(offers({ facts: [sign(day(1)), sign(day(4))], deletedAt: day(3) }))).toEqual([
      [1, 'P3', 'rejected', 3],
    ]);
    expect(offers({ facts: [sign(day(4))], deletedAt: day(3) })).toEqual([]);
  });
});
