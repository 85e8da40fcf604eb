import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_STAGES,
  facts,
  journeysOf,
  leadStatus,
  lifecycle,
  told,
} from '../../../test/support/journey-builders.ts';
import { SHIPPED_DEFINITIONS } from '../../adapters/hubspot/shipped-definitions.ts';
import type { DefinitionSet } from '../definitions/definition-set.ts';
import { recordId } from '../values/ids.ts';
import { mapDealStages } from './deal-stage.ts';
import { deriveJourneys } from './derive-journeys.ts';
import type { Fact } from './fact.ts';

describe('one attempt', () => {
  it('is one journey from lead to won, each stay ending where the next begins', () => {
    const [journey, ...more] = journeysOf(
      [...lifecycle([0, 'lead'], [2, 'marketingqualifiedlead']), ...leadStatus([3, 'OPEN'])],
      [
        {
          id: '9',
          stages: [
            [5, 'appointmentscheduled'],
            [6, 'qualifiedtobuy'],
            [20, 'closedwon'],
          ],
        },
      ],
    );
    expect(told(journey)).toEqual(['LEAD 0–2', 'AQL 2–3', 'MAL 3–5', 'MQO 5–6', 'SQO 6–20', 'WON 20–']);
    expect(journey).toMatchObject({ attempt: 1, dealIds: ['9'], early: false, ended: { milestone: 'WON' } });
    expect(more).toEqual([]);
  });

  it('knows nothing of a contact that only subscribed', () => {
    expect(journeysOf(lifecycle([0, 'subscriber']))).toEqual([]);
  });

  it('takes only the first working status for acceptance', () => {
    const [journey] = journeysOf([
      ...lifecycle([0, 'marketingqualifiedlead']),
      ...leadStatus([1, 'NEW'], [2, 'IN_PROGRESS'], [4, 'CONNECTED']),
    ]);
    expect(told(journey)).toEqual(['AQL 0–2', 'MAL 2–']);
  });

  it('keeps every stay when a stage is left and entered again', () => {
    const [journey] = journeysOf(
      lifecycle([0, 'lead'], [1, 'marketingqualifiedlead'], [5, ''], [5.0001, 'lead'], [9, 'marketingqualifiedlead']),
    );
    expect(told(journey).map((each) => each.split(' ')[0])).toEqual(['LEAD', 'AQL', 'LEAD', 'AQL']);
  });

  it('does not take a cleared stage that is set again at once for a stay in nowhere', () => {
    const minute = 1 / 1440;
    const [journey] = journeysOf(lifecycle([0, 'marketingqualifiedlead'], [5, ''], [5 + minute / 2, 'lead']));
    expect(journey?.visits[0]?.exitedAt).toBe(journey?.visits[1]?.enteredAt);
  });

  it('ends the stay when a stage is cleared for good', () => {
    expect(told(journeysOf(lifecycle([0, 'lead'], [5, '']))[0])).toEqual(['LEAD 0–5']);
  });

  it('changes nothing when the same value is told again', () => {
    expect(told(journeysOf(lifecycle([0, 'lead'], [1, 'lead'], [2, 'lead']))[0])).toEqual(['LEAD 0–']);
  });

  it('lets an unknown stage value carry nothing', () => {
    expect(
      told(journeysOf(lifecycle([0, 'lead'], [3, '1234567'], [4, 'opportunity'], [6, 'salesqualifiedlead']))[0]),
    ).toEqual(['LEAD 0–6', 'SQL 6–']);
  });
});

describe('endings', () => {
  it.each([
    ['UNQUALIFIED', 'DISQUALIFIED'],
    ['BAD_TIMING', 'RECYCLED'],
  ])('lead status %s ends the journey as %s', (status, milestone) => {
    const [journey] = journeysOf([...lifecycle([0, 'marketingqualifiedlead']), ...leadStatus([3, status])]);
    expect(journey?.ended?.milestone).toBe(milestone);
  });

  it('a lost deal ends the journey, and reopening it undoes the end', () => {
    const lost = {
      id: '9',
      stages: [
        [2, 'qualifiedtobuy'],
        [5, 'closedlost'],
      ] as const,
    };
    const reopened = { id: '9', stages: [...lost.stages, [8, 'contractsent']] as const };
    expect(journeysOf(lifecycle([0, 'lead']), [lost])[0]?.ended?.milestone).toBe('LOST');
    const [journey] = journeysOf(lifecycle([0, 'lead']), [reopened]);
    expect(journey?.ended).toBeUndefined();
    expect(told(journey)).toContain('LOST 5–8');
  });

  it('a customer without a won deal is won, but only derived', () => {
    const [journey] = journeysOf(lifecycle([0, 'marketingqualifiedlead'], [9, 'customer']));
    expect(journey?.visits.at(-1)).toMatchObject({ milestone: 'WON', basis: 'derived', dated: true });
  });

  it('a customer with a won deal is won once, by the deal', () => {
    const [journey] = journeysOf(lifecycle([0, 'marketingqualifiedlead'], [8, 'customer']), [
      { id: '9', stages: [[7, 'closedwon']] },
    ]);
    expect(journey?.visits.filter((visit) => visit.milestone === 'WON')).toMatchObject([
      { basis: 'observed', carrier: { type: 'deal' } },
    ]);
  });
});

describe('attempts', () => {
  it('a recycled lead that comes back starts a second attempt', () => {
    const journeys = journeysOf([
      ...lifecycle(
        [0, 'lead'],
        [1, 'marketingqualifiedlead'],
        [100, ''],
        [100.0001, 'lead'],
        [101, 'marketingqualifiedlead'],
      ),
      ...leadStatus([2, 'OPEN'], [10, 'BAD_TIMING']),
    ]);
    expect(journeys.map((journey) => [journey.attempt, journey.ended?.milestone])).toEqual([
      [1, 'RECYCLED'],
      [2, undefined],
    ]);
  });

  it('a stage whose policy is to continue the attempt takes it up again after a side exit, not after a win', () => {
    const { stages } = SHIPPED_DEFINITIONS;
    const continuing = {
      ...SHIPPED_DEFINITIONS,
      stages: {
        LEAD: { ...stages.LEAD, reentry: 'same_attempt' as const },
        MAL: { ...stages.MAL, reentry: 'same_attempt' as const },
      },
    } as DefinitionSet;
    const statuses = leadStatus([2, 'OPEN'], [10, 'BAD_TIMING'], [30, 'OPEN'], [31, 'CONNECTED']);
    const [journey, ...others] = journeysOf([...lifecycle([0, 'lead']), ...statuses], [], continuing);
    expect(others).toEqual([]);
    expect(journey?.ended).toBeUndefined();
    expect(told(journey)).toEqual(['LEAD 0–2', 'MAL 2–10', 'RECYCLED 10–30', 'MAL 30–']);
    expect(journeysOf([...lifecycle([0, 'lead']), ...statuses])).toHaveLength(2);

    const won = [{ id: '9', stages: [[5, 'closedwon']] as const }];
    const again = lifecycle([0, 'lead'], [20, 'marketingqualifiedlead'], [30, 'lead']);
    expect(journeysOf(again, won, continuing).map((each) => told(each)[0])).toEqual(['LEAD 0–5', 'AQL 20–30']);
  });

  it('a later deal of the same person is a new attempt', () => {
    const journeys = journeysOf(lifecycle([0, 'lead']), [
      {
        id: '8',
        stages: [
          [3, 'qualifiedtobuy'],
          [9, 'closedwon'],
        ],
      },
      { id: '9', stages: [[50, 'qualifiedtobuy']] },
    ]);
    expect(journeys.map((journey) => journey.dealIds)).toEqual([['8'], ['9']]);
  });

  it('a deal outcome before the first stage entry belongs to the first attempt, which is early', () => {
    const journeys = journeysOf(lifecycle([2, 'marketingqualifiedlead']), [{ id: '9', stages: [[1, 'closedwon']] }]);
    expect(journeys).toHaveLength(1);
    expect(journeys[0]).toMatchObject({ early: true, ended: { milestone: 'WON' } });
  });

  it('two deals without any stage entry of the person are one attempt', () => {
    const journeys = journeysOf(
      [],
      [
        { id: '8', stages: [[3, 'closedlost']] },
        { id: '9', stages: [[50, 'qualifiedtobuy']] },
      ],
    );
    expect(journeys.map((journey) => journey.dealIds)).toEqual([['8', '9']]);
  });

  it('a working status set on a customer is care, not a new attempt', () => {
    const journeys = journeysOf(
      [...lifecycle([0, 'lead']), ...leadStatus([40, 'CONNECTED'])],
      [{ id: '9', stages: [[7, 'closedwon']] }],
    );
    expect(journeys).toHaveLength(1);
    expect(journeys[0]?.ended?.milestone).toBe('WON');
  });
});

describe('source', () => {
  it('is never empty', () => {
    expect(journeysOf(lifecycle([0, 'lead']))[0]).toMatchObject({
      source: 'unknown',
      channel: 'unknown',
      direction: 'unknown',
    });
  });

  it('is the value in force when the journey started', () => {
    const source = facts('contact', '1', 'hs_analytics_source', [0, 'PAID_SEARCH'], [9, 'OFFLINE']);
    expect(journeysOf([...lifecycle([1, 'lead']), ...source])[0]).toMatchObject({
      source: 'PAID_SEARCH',
      channel: 'paid_search',
      direction: 'inbound',
    });
  });
});

const statuses = ['NEW', 'OPEN', 'IN_PROGRESS', 'CONNECTED', 'BAD_TIMING', 'UNQUALIFIED', ''];
const stages = ['subscriber', 'lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'opportunity', 'customer', ''];
const change = (values: readonly string[]) => fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom(...values));
const histories = fc.record({
  lifecycle: fc.array(change(stages), { maxLength: 8 }),
  status: fc.array(change(statuses), { maxLength: 6 }),
  deals: fc.array(fc.array(change(DEFAULT_STAGES.map((stage) => stage.stage)), { minLength: 1, maxLength: 6 }), {
    maxLength: 3,
  }),
});

describe('whatever happened, in whatever order it was told', () => {
  const person = ({
    lifecycle: stage,
    status,
    deals,
  }: {
    lifecycle: [number, string][];
    status: [number, string][];
    deals: [number, string][][];
  }) => ({
    contact: [...lifecycle(...stage), ...leadStatus(...status)],
    deals: deals.map((changes, index) => ({
      dealId: recordId(String(index + 1)),
      facts: facts('deal', String(index + 1), 'dealstage', ...changes),
    })),
  });
  const derive = (
    contact: readonly Fact[],
    deals: readonly { dealId: ReturnType<typeof recordId>; facts: readonly Fact[] }[],
  ) =>
    deriveJourneys(
      { contactId: recordId('1'), facts: contact, deals },
      SHIPPED_DEFINITIONS,
      mapDealStages(DEFAULT_STAGES, SHIPPED_DEFINITIONS),
    );

  it('arrival order and repetition change nothing', () => {
    fc.assert(
      fc.property(histories, fc.infiniteStream(fc.nat()), (story, noise) => {
        const { contact, deals } = person(story);
        const shuffle = <T>(items: readonly T[]): T[] =>
          [...items, ...items.slice(0, 2)]
            .map((item) => [noise.next().value as number, item] as const)
            .sort((a, b) => a[0] - b[0])
            .map(([, item]) => item);
        const again = derive(
          shuffle(contact),
          shuffle(deals.map((deal) => ({ ...deal, facts: shuffle(deal.facts) }))).filter(
            (deal, index, all) => all.findIndex((each) => each.dealId === deal.dealId) === index,
          ),
        );
        expect(again).toEqual(derive(contact, deals));
      }),
      { numRuns: 300 },
    );
  });

  it('no stay ends before it begins, and stays on one record do not overlap', () => {
    fc.assert(
      fc.property(histories, (story) => {
        const { contact, deals } = person(story);
        for (const journey of derive(contact, deals)) {
          for (const lane of Map.groupBy(
            journey.visits,
            (visit) => `${visit.carrier.type} ${visit.carrier.id}`,
          ).values()) {
            lane.forEach((visit, index) => {
              expect(visit.exitedAt ?? visit.enteredAt).toBeGreaterThanOrEqual(visit.enteredAt);
              const next = lane[index + 1];
              if (next) expect(visit.exitedAt ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(next.enteredAt);
            });
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('every deal belongs to exactly one attempt', () => {
    fc.assert(
      fc.property(histories, (story) => {
        const { contact, deals } = person(story);
        const owned = derive(contact, deals).flatMap((journey) => journey.dealIds);
        expect([...owned].sort()).toEqual(deals.map((deal) => deal.dealId as string).sort());
      }),
      { numRuns: 300 },
    );
  });
});
