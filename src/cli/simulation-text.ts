import { PRIORITIES } from '../domain/handoff/priority.ts';
import type { Comparison } from '../domain/qualification/compare-replays.ts';
import type { CellOutcome } from '../domain/qualification/outcomes-by-cell.ts';
import type { Ratio } from '../domain/values/ratio.ts';
import { toIso } from '../domain/values/instant.ts';
import { textTable } from './text-table.ts';

/** What a what-if says first, as plain text; `--json` has all of it. */
export function simulationText(comparison: Comparison): string {
  const { from, until, minutesPerLead, sdrs, current, draft, segmentBy, bySegment } = comparison;
  const { added, dropped, accountsAdded, accountsDropped, wonGained, wonMissed, unheard } = comparison;
  const both = (title: string, value: (volume: Comparison['current']) => string | number) => [
    title,
    value(current),
    value(draft),
  ];
  const lines = [
    `${toIso(from).slice(0, 10)} to ${toIso(until).slice(0, 10)}, ${current.perDay.length} days: version ${current.version}, which is in force, and the one tried.`,
    '',
    textTable(
      ['', 'in force', 'tried'],
      [
        ...PRIORITIES.map((priority) => both(`${priority} per day`, ({ aDay }) => aDay[priority].toFixed(2))),
        both(`SDR hours at ${minutesPerLead} min each`, ({ sdrHours }) => sdrHours.toFixed(1)),
        ...PRIORITIES.map((priority) =>
          both(
            `${priority} late with ${sdrs} ${sdrs === 1 ? 'SDR' : 'SDRs'}`,
            ({ breaches }) => breaches?.[priority] ?? 'no limit',
          ),
        ),
        both('busiest day', busiest),
      ],
    ),
    '',
    textTable(
      [segmentBy, 'in force', 'tried'],
      bySegment.map((each) => [each.segment, each.current, each.draft]),
    ),
    '',
    textTable(
      ['cell', 'people', 'SQO', 'won', 'open', 'people tried', 'SQO', 'won', 'open'],
      cellsOf(comparison).map(([cell, ...sides]) => [cell, ...sides.flatMap(cellColumns)]),
    ),
    '',
    `People qualified only by the one tried: ${added.count}; only by the one in force: ${dropped.count}.`,
    `Accounts offered only by the one tried: ${accountsAdded.count}; only by the one in force: ${accountsDropped.count}.`,
    `Won deals gained: ${ids(wonGained)}`,
    `Won deals missed: ${ids(wonMissed)}`,
    ...(unheard.length === 0 ? [] : [`Not followed so far, so empty in all these days: ${unheard.join(', ')}.`]),
  ];
  return `${lines.join('\n')}\n`;
}

const ids = (deals: readonly string[]): string =>
  deals.length === 0 ? 'none.' : `${deals.length} (${deals.join(', ')}).`;

const busiest = ({ breaches }: Comparison['current']): string =>
  breaches?.busiest ? `${breaches.busiest.day}: ${breaches.busiest.offered}, ${breaches.busiest.breaches} late` : '–';

function cellsOf({ current, draft }: Comparison): [string, CellOutcome | undefined, CellOutcome | undefined][] {
  const cells = [...new Set([...current.byCell, ...draft.byCell].map(({ cell }) => cell))].sort();
  const find = (list: readonly CellOutcome[], cell: string) => list.find((each) => each.cell === cell);
  return cells.map((cell) => [cell, find(current.byCell, cell), find(draft.byCell, cell)]);
}

const cellColumns = (outcome: CellOutcome | undefined): (string | number)[] =>
  outcome
    ? [outcome.people, withRate(outcome.sqo, outcome.sqoRate), withRate(outcome.won, outcome.wonRate), outcome.open]
    : ['', '', '', ''];

/** "7 (35 %, 18–57)". */
const withRate = (count: number, { rate, low, high }: Ratio): string =>
  rate === null || low === null || high === null
    ? String(count)
    : `${count} (${percent(rate)} %, ${percent(low)}–${percent(high)})`;

const percent = (share: number): string => (share * 100).toFixed(0);
