import { describe, expect, it } from 'vitest';
import type { Milestone } from '../journey/milestone.ts';
import { recordId } from '../values/ids.ts';
import { DAY_MS } from '../values/instant.ts';
import type { Attempt, FrozenAql } from './attempt.ts';
import { frozenConversion } from './frozen-conversion.ts';

const NOW = Date.UTC(2026, 10, 1);
let people = 0;

/** A lead that became an AQL so many days ago. */
function lead(frozen: Partial<FrozenAql>, furthest: Milestone, { daysAgo = 200, ended = false } = {}) {
  const contactId = recordId(String((people += 1)));
  const at = NOW - daysAgo * DAY_MS;
  const attempt: Attempt = {
    contactId,
    attempt: 1,
    startedAt: at,
    furthest,
    ended: ended ? { milestone: furthest === 'WON' ? 'WON' : 'LOST', at: at + DAY_MS } : undefined,
  };
  return { attempt, aql: { contactId, at, priority: 'P2', cause: 'main', version: 3, ...frozen } };
}
const many = (count: number, ...of: Parameters<typeof lead>) => Array.from({ length: count }, () => lead(...of));
const convert = (leads: readonly ReturnType<typeof lead>[]) =>
  frozenConversion(
    leads.map(({ attempt }) => attempt),
    leads.map(({ aql }) => aql),
    NOW,
  );

describe('conversion by what was frozen at AQL', () => {
  it('is counted by hand: a stage counts where it or a later one was entered, and only once for an attempt', () => {
    const told = convert([
      lead({ grade: 'A', band: '1', gate: 'main' }, 'WON', { ended: true }),
      lead({ grade: 'A', band: '2', gate: 'main' }, 'MQO'),
      lead({ grade: 'B', band: '1', gate: 'product', version: 10 }, 'SQO', { ended: true }),
      lead({ grade: 'B', band: '1', gate: 'main' }, 'AQL', { ended: true }),
      lead({ priority: 'P1', cause: 'demo' }, 'MAL'),
    ]);
    expect(told.all).toEqual({ key: '', entries: 5, mal: 4, mqo: 3, sqo: 2, won: 1, open: 2 });
    expect(told.grades).toEqual([
      { key: 'A', entries: 2, mal: 2, mqo: 2, sqo: 1, won: 1, open: 1 },
      { key: 'B', entries: 2, mal: 1, mqo: 1, sqo: 1, won: 0, open: 0 },
      { key: '', entries: 1, mal: 1, mqo: 0, sqo: 0, won: 0, open: 1 },
    ]);
    expect(told.cells.map(({ key, entries }) => [key, entries])).toEqual([
      ['A1', 1],
      ['A2', 1],
      ['B1', 2],
      ['', 1],
    ]);
    expect(told.gates.map(({ key, entries }) => [key, entries])).toEqual([
      ['main', 3],
      ['product', 1],
      ['', 1],
    ]);
    expect(told.versions.map(({ key }) => key)).toEqual(['3', '10']);
    expect(told.priorities.map(({ key, entries }) => [key, entries])).toEqual([
      ['P1', 1],
      ['P2', 4],
    ]);
    expect(told.alarms).toEqual([]);
    for (const rows of [told.grades, told.bands, told.cells, told.gates, told.priorities, told.versions])
      expect(rows.reduce((sum, { entries }) => sum + entries, 0)).toBe(5);
  });

  it('leaves out AQLs that HubSpot set, and counts them; of two decisions in one attempt the first is the frozen one', () => {
    const { attempt, aql } = lead({ grade: 'A' }, 'AQL');
    const other = lead({}, 'SQO').attempt;
    const told = frozenConversion([attempt, other], [{ ...aql, at: aql.at + DAY_MS, grade: 'D' }, aql], NOW);
    expect(told).toMatchObject({ unfrozen: 1, all: { entries: 1 }, grades: [{ key: 'A' }] });
  });

  it('a decision belongs to the attempt that was the latest when it was made', () => {
    const { attempt, aql } = lead({ grade: 'A' }, 'AQL', { daysAgo: 300, ended: true });
    const second: Attempt = { ...attempt, attempt: 2, startedAt: NOW - 50 * DAY_MS, furthest: 'SQO', ended: undefined };
    const again = { ...aql, at: second.startedAt, grade: 'C' };
    expect(frozenConversion([second, attempt], [again, aql], NOW).grades).toMatchObject([
      { key: 'A', sqo: 0 },
      { key: 'C', sqo: 1 },
    ]);
  });

  it('raises an alarm when a lower grade converts better by more than chance explains', () => {
    const leads = [
      ...many(40, { grade: 'A', band: '1' }, 'AQL', { ended: true }),
      ...many(10, { grade: 'A', band: '1' }, 'SQO'),
      ...many(20, { grade: 'C', band: '1' }, 'AQL', { ended: true }),
      ...many(30, { grade: 'C', band: '1' }, 'SQO'),
    ];
    expect(convert(leads).alarms).toEqual([
      {
        of: 'grade',
        sentence: 'C converts better than A: 30 of 50 (60.0 %) against 10 of 50 (20.0 %), 3.0 times as often.',
      },
    ]);
  });

  it('two gates get their verdict from leads that have had time, and none from chance or from young ones', () => {
    const old = [
      ...many(40, { gate: 'old' }, 'AQL', { ended: true }),
      ...many(10, { gate: 'old' }, 'SQO'),
      ...many(20, { gate: 'new' }, 'AQL', { ended: true }),
      ...many(30, { gate: 'new' }, 'SQO'),
    ];
    const young = many(200, { gate: 'new' }, 'AQL', { daysAgo: 10 });
    const [verdict, ...more] = convert([...old, ...young]).verdicts;
    expect(more).toEqual([]);
    expect(verdict).toMatchObject({ better: { key: 'new', entries: 50, sqo: 30 }, worse: { key: 'old', entries: 50 } });
    // Fisher's exact test, two-sided, of 30/50 against 10/50 is 0.000083.
    expect(verdict?.pValue).toBeCloseTo(0.000083, 6);
    const alike = [
      ...many(11, { gate: 'a' }, 'SQO'),
      ...many(39, { gate: 'a' }, 'AQL'),
      ...many(14, { gate: 'b' }, 'SQO'),
      ...many(36, { gate: 'b' }, 'AQL'),
    ];
    expect(convert(alike).verdicts).toEqual([]);
  });
});
