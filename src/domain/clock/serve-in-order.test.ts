import { expect, test } from 'vitest';
import { seededRandom } from '../../sandbox/random.ts';
import { serveInOrder, type Waiting } from './serve-in-order.ts';

const arrival = (id: string, arrivesAt: number, rank = 1, dueAt = arrivesAt): Waiting => ({
  id,
  arrivesAt,
  rank,
  dueAt,
});
const begins = (arrivals: readonly Waiting[], servers: number, time: number) =>
  Object.fromEntries(serveInOrder(arrivals, servers, time).map(({ one, beginsAt }) => [one.id, beginsAt]));

test('one server takes one after the other, and is idle while nobody waits', () => {
  expect(begins([arrival('a', 0), arrival('b', 4), arrival('c', 5), arrival('d', 40)], 1, 10)).toEqual({
    ...{ a: 0, b: 10, c: 20, d: 40 },
  });
});

test('two servers take two at a time', () => {
  const batch = ['a', 'b', 'c', 'd', 'e'].map((id) => arrival(id, 7));
  expect(begins(batch, 2, 10)).toEqual({ a: 7, b: 7, c: 17, d: 17, e: 27 });
});

test('whoever ranks first goes first, but nobody is broken off', () => {
  const arrivals = [
    arrival('low', 0, 3),
    arrival('later', 1, 2, 50),
    arrival('sooner', 2, 2, 40),
    arrival('high', 9, 1),
  ];
  expect(begins(arrivals, 1, 10)).toEqual({ low: 0, high: 10, sooner: 20, later: 30 });
});

test('whoever arrives at the moment at which a server is free is looked at too', () => {
  expect(begins([arrival('a', 0), arrival('b', 1, 2), arrival('c', 10, 1)], 1, 10)).toEqual({ a: 0, c: 10, b: 20 });
});

test('without a server nobody is begun, and without arrivals there is nothing to tell', () => {
  expect(begins([arrival('a', 0)], 0, 10)).toEqual({ a: Number.POSITIVE_INFINITY });
  expect(serveInOrder([], 3, 10)).toEqual([]);
});

/** Arrivals that come by chance, `rate` in a time of 1. */
function poisson(count: number, rate: number, rankOf: (index: number) => number): Waiting[] {
  const random = seededRandom(11);
  let at = 0;
  return Array.from({ length: count }, (_, index) => {
    at += -Math.log(1 - random()) / rate;
    return arrival(String(index), at, rankOf(index));
  });
}

const meanWait = (served: readonly { one: Waiting; beginsAt: number }[]) =>
  served.reduce((sum, { one, beginsAt }) => sum + beginsAt - one.arrivesAt, 0) / served.length;

test('the mean wait before one server is that of Pollaczek and Khinchine, with ranks that of Cobham', () => {
  const [rate, share] = [0.8, 0.25];
  const random = seededRandom(5);
  const served = serveInOrder(
    poisson(300_000, rate, () => (random() < share ? 1 : 2)),
    1,
    1,
  );
  // M/D/1 with service time 1: W0 = λ/2, W = W0 / (1 − ρ); by rank W0 / (1 − ρ₁) and W0 / ((1 − ρ₁)(1 − ρ)).
  const left = rate / 2;
  const first = rate * share;
  expect(meanWait(served) / (left / (1 - rate))).toBeCloseTo(1, 1);
  expect(meanWait(served.filter(({ one }) => one.rank === 1)) / (left / (1 - first))).toBeCloseTo(1, 1);
  expect(meanWait(served.filter(({ one }) => one.rank === 2)) / (left / ((1 - first) * (1 - rate)))).toBeCloseTo(1, 1);
});
