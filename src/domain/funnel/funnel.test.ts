import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DEFAULT_STAGES,
  day,
  type DealStory,
  journeysOf,
  leadStatus,
  lifecycle,
} from '../../../test/support/journey-builders.ts';
import type { Fact } from '../journey/fact.ts';
import type { Milestone } from '../journey/milestone.ts';
import { funnel } from './funnel.ts';
import { type FunnelJourney, journeyColumns } from './journey-columns.ts';
import { timeProblems } from './time-problems.ts';

const PATH: readonly Milestone[] = ['LEAD', 'AQL', 'MAL', 'MQO', 'SQO', 'WON'];

type Person = readonly [facts: readonly Fact[], deals?: readonly DealStory[]];

const population = (...people: readonly Person[]): FunnelJourney[] =>
  people.flatMap(([facts, deals]) => journeysOf(facts, deals)).map((journey) => ({ ...journey, dimensions: {} }));

const figures = (journeys: readonly FunnelJourney[], asOf = day(1_000), path = PATH) =>
  funnel(journeyColumns(journeys, path, asOf, []), 'UTC', (id) => id);
const pair = (report: ReturnType<typeof funnel>, from: Milestone, to: Milestone) =>
  report.conversion.find((each) => each.from === from && each.to === to);
const stage = (report: ReturnType<typeof funnel>, id: Milestone) => report.stages.find((each) => each.id === id);

describe('skipped stages', () => {
  const skipped = population([lifecycle([0, 'marketingqualifiedlead']), [{ id: '9', stages: [[4, 'closedwon']] }]]);

  it('are inferred at the instant of the next observed one, never observed', () => {
    const report = figures(skipped);
    expect(
      ['LEAD', 'AQL', 'MAL', 'MQO', 'SQO', 'WON'].map((id) => [
        stage(report, id as Milestone)?.entered,
        stage(report, id as Milestone)?.inferred,
      ]),
    ).toEqual([
      [0, 1],
      [1, 0],
      [0, 1],
      [0, 1],
      [0, 1],
      [1, 0],
    ]);
  });

  it('are inferred in a conversion too', () => {
    expect(pair(figures(skipped), 'AQL', 'MAL')).toMatchObject({ entered: 1, converted: 0, inferred: 1, open: 0 });
  });

  it('a stage before the first observed one is passed as well', () => {
    expect(pair(figures(skipped), 'LEAD', 'AQL')).toMatchObject({ entered: 0, rate: null, low: null, high: null });
  });

  it('a deal step off the path proves the stages before it', () => {
    const report = figures(population([lifecycle([0, 'lead']), [{ id: '9', stages: [[4, 'presentationscheduled']] }]]));
    expect(pair(report, 'LEAD', 'SQO')).toMatchObject({ converted: 0, inferred: 1 });
  });

  it('a meeting set proves no discovery: SQL stays open in the L2R path', () => {
    const path: readonly Milestone[] = ['LEAD', 'AQL', 'MAL', 'SQL', 'SQO', 'WON'];
    const report = figures(
      population([lifecycle([0, 'lead']), [{ id: '9', stages: [[4, 'appointmentscheduled']] }]]),
      day(1_000),
      path,
    );
    expect(pair(report, 'LEAD', 'MAL')).toMatchObject({ inferred: 1 });
    expect(pair(report, 'LEAD', 'SQL')).toMatchObject({ inferred: 0, open: 1 });
  });
});

describe('as of a past instant', () => {
  const journeys = population([
    lifecycle([0, 'lead'], [5, 'marketingqualifiedlead']),
    [
      {
        id: '9',
        stages: [
          [7, 'qualifiedtobuy'],
          [9, 'closedlost'],
        ],
      },
    ],
  ]);

  it('nothing that came later is counted', () => {
    expect(stage(figures(journeys, day(4)), 'LEAD')).toMatchObject({ entered: 1, stock: 1 });
    expect(stage(figures(journeys, day(4)), 'AQL')).toMatchObject({ entered: 0 });
    expect(stage(figures(journeys, day(8)), 'SQO')).toMatchObject({ entered: 1, stock: 1 });
  });

  it('an exit empties the stock and stands in the exits', () => {
    const report = figures(journeys, day(9));
    expect(report.stages.reduce((sum, each) => sum + each.stock, 0)).toBe(0);
    expect(pair(report, 'LEAD', 'WON')?.exited.LOST).toBe(1);
  });
});

describe('a win that was taken back', () => {
  const reopened = population([
    lifecycle([0, 'lead']),
    [
      {
        id: '9',
        stages: [
          [3, 'closedwon'],
          [6, 'contractsent'],
        ],
      },
    ],
  ]);

  it('counts while it stood, and is open again afterwards', () => {
    expect(pair(figures(reopened, day(4)), 'LEAD', 'WON')).toMatchObject({ converted: 1, open: 0 });
    expect(pair(figures(reopened), 'LEAD', 'WON')).toMatchObject({ converted: 0, inferred: 0, open: 1 });
  });

  it('still proves that the stages before it were passed', () => {
    expect(pair(figures(reopened), 'LEAD', 'SQO')).toMatchObject({ inferred: 1 });
  });
});

describe('an outcome before its cause', () => {
  const early = population([lifecycle([2, 'marketingqualifiedlead']), [{ id: '9', stages: [[1, 'closedwon']] }]]);

  it('counts as a conversion, not as a duration', () => {
    const report = figures(early);
    expect(pair(report, 'AQL', 'WON')).toMatchObject({ entered: 1, converted: 1 });
    expect(report.durations.find((each) => each.from === 'AQL' && each.to === 'WON')).toMatchObject({
      n: 0,
      meanDays: null,
      medianDays: null,
    });
  });

  it('is listed with the change that told of it', () => {
    expect(timeProblems(early, PATH, day(10))).toMatchObject([
      { carrier: { type: 'deal', id: '9', property: 'dealstage' }, at: day(1) },
    ]);
  });
});

it('says of an empty population that there is nothing to divide', () => {
  const report = figures([]);
  expect(report.cohorts).toEqual([]);
  expect(report.conversion.every((each) => each.rate === null)).toBe(true);
});

it('puts a journey into the month of its entry, in the reporting zone', () => {
  const lastHour = population([lifecycle([31 - 1 / 24 / 2, 'lead'])]);
  const cohortsIn = (zone: string) =>
    funnel(journeyColumns(lastHour, PATH, day(400), []), zone, (id) => id).cohorts.map((each) => each.cohort);
  expect(cohortsIn('UTC')).toEqual(['2026-01']);
  expect(cohortsIn('Europe/Berlin')).toEqual(['2026-02']);
});

describe('whatever happened', () => {
  const change = (values: readonly string[]) => fc.tuple(fc.integer({ min: 0, max: 60 }), fc.constantFrom(...values));
  const people = fc.array(
    fc.record({
      stages: fc.array(change(['lead', 'marketingqualifiedlead', 'salesqualifiedlead', 'customer', '']), {
        maxLength: 6,
      }),
      statuses: fc.array(change(['OPEN', 'CONNECTED', 'BAD_TIMING', 'UNQUALIFIED']), { maxLength: 4 }),
      deals: fc.array(fc.array(change(DEFAULT_STAGES.map((each) => each.stage)), { minLength: 1, maxLength: 5 }), {
        maxLength: 2,
      }),
    }),
    { maxLength: 8 },
  );
  const journeysOfAll = (all: typeof people extends fc.Arbitrary<infer T> ? T : never): FunnelJourney[] =>
    population(
      ...all.map(
        ({ stages, statuses, deals }) =>
          [
            [...lifecycle(...stages), ...leadStatus(...statuses)],
            deals.map((changes, index) => ({ id: String(index), stages: changes })),
          ] as const,
      ),
    );

  it('outcomes of every pair sum to exactly the entries, at every instant', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 0, max: 70 }), (all, asOf) => {
        const report = figures(journeysOfAll(all), day(asOf));
        for (const each of report.conversion) {
          const exited = Object.values(each.exited).reduce((sum, count) => sum + count, 0);
          expect(each.converted + each.inferred + exited + each.open).toBe(each.entered);
        }
      }),
    );
  });

  it('every counted journey is in one stage, won, or out', () => {
    fc.assert(
      fc.property(people, (all) => {
        const columns = journeyColumns(journeysOfAll(all), PATH, day(100), []);
        for (let row = 0; row < columns.size; row += 1) {
          const isWon = !Number.isNaN(columns.enteredAt.WON[row]);
          const places = [columns.stageIn[row] !== -1, columns.exit[row] !== -1, isWon].filter(Boolean).length;
          expect(places).toBe(1);
        }
      }),
    );
  });

  it('a curve never falls and ends at the share of observed conversions when nobody is open', () => {
    fc.assert(
      fc.property(people, (all) => {
        const report = figures(journeysOfAll(all), day(2_000));
        for (const { points } of report.curves) {
          points.forEach((point, index) => {
            expect(point.converted).toBeGreaterThanOrEqual(points[index - 1]?.converted ?? 0);
            expect(point.low).toBeLessThanOrEqual(point.converted + 1e-12);
            expect(point.high).toBeGreaterThanOrEqual(point.converted - 1e-12);
          });
        }
      }),
    );
  });
});
