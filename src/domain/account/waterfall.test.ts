import { expect, it } from 'vitest';
import type { Visit } from '../journey/journey.ts';
import { type Milestone, trackOf } from '../journey/milestone.ts';
import { recordId } from '../values/ids.ts';
import { waterfall, type WaterfallPopulation } from './waterfall.ts';

const visit = (milestone: Milestone, enteredAt: number): Visit => ({
  milestone,
  track: trackOf(milestone),
  enteredAt,
  basis: 'observed',
  dated: true,
  carrier: { type: 'contact', id: recordId('1'), property: 'lifecyclestage' },
});
const person = (id: string, ...visits: Visit[]) => ({ contactId: recordId(id), visits });
const TIERS = [
  { value: 'one', label: 'One to one', least: 1, most: 1 },
  { value: 'few', label: 'One to few', least: 1 },
];

/** Two accounts; three people of the first, one of none; two deals, one of them nobody's. */
const POPULATION: WaterfallPopulation = {
  accounts: [
    {
      companyId: recordId('100'),
      tier: 'one',
      visits: [
        { milestone: 'TARGET', enteredAt: 1, exitedAt: 5 },
        { milestone: 'IN_MARKET', enteredAt: 5, exitedAt: 9 },
        { milestone: 'TARGET', enteredAt: 9 },
      ],
    },
    { companyId: recordId('200'), tier: 'one', visits: [{ milestone: 'UNIVERSE', enteredAt: 2 }] },
  ],
  excluded: { deleted: 3 },
  journeys: [
    person('1', visit('LEAD', 1), visit('AQL', 4)),
    person('2', visit('MAL', 6)),
    person('3', visit('LEAD', 1), visit('RECYCLED', 2)),
    person('4', visit('AQL', 3)),
  ],
  companyOf: new Map([
    [recordId('1'), recordId('100')],
    [recordId('2'), recordId('100')],
    [recordId('3'), recordId('100')],
  ]),
  deals: [
    { dealId: '10', visits: [visit('SQO', 7)] },
    { dealId: '11', visits: [visit('MQO', 7), visit('LOST', 8)] },
    { dealId: '12', visits: [visit('MQO', 7)] },
  ],
  contactsOfDeal: new Map([['10', [recordId('1'), recordId('2'), recordId('3')]]]),
};
const at = (asOf: number) => waterfall(POPULATION, asOf, TIERS, (id) => id);

it('counts accounts by stage as of an instant', () => {
  const counts = (asOf: number) =>
    at(asOf).accounts.stages.map(({ entered, inferred, current }) => [entered, inferred, current]);
  expect(counts(3)).toEqual([
    [1, 1, 1],
    [1, 0, 1],
    [0, 0, 0],
    [0, 0, 0],
  ]);
  expect(counts(8)).toEqual([
    [1, 1, 1],
    [1, 0, 0],
    [0, 1, 0],
    [1, 0, 1],
  ]);
  expect(counts(20)[1]).toEqual([1, 0, 1]);
  expect(at(20).accounts.excluded).toEqual({ deleted: 3 });
});

it('shows the fan-out from accounts to persons and from persons to deals, with what is left out', () => {
  const { personsPerAccount, journeysPerDeal } = at(20);
  expect(personsPerAccount).toEqual({ numerator: 2, denominator: 1, ratio: 2, excluded: { withoutAccount: 1 } });
  expect(journeysPerDeal).toEqual({ numerator: 2, denominator: 1, ratio: 2, excluded: { withoutPerson: 1 } });
  expect(at(0).personsPerAccount).toEqual({
    numerator: 0,
    denominator: 0,
    ratio: null,
    excluded: { withoutAccount: 0 },
  });
});

it('says which tiers are outside their guard rails', () => {
  expect(at(20).tiers.map(({ accounts, size, least, most }) => [accounts, size, least, most])).toEqual([
    [2, 'many', 1, 1],
    [0, 'few', 1, null],
  ]);
});
