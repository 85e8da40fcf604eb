import type { Comparison } from '../domain/qualification/compare-replays.ts';
import { toIso } from '../domain/values/instant.ts';
import { textTable } from './text-table.ts';

/** What a what-if says first, as plain text; `--json` has all of it. */
export function simulationText({ from, until, minutesPerLead, ...comparison }: Comparison): string {
  const { current, draft, byChannel, added, dropped, wonGained, wonMissed } = comparison;
  const lines = [
    `${toIso(from).slice(0, 10)} to ${toIso(until).slice(0, 10)}, ${current.perDay.length} days: version ${current.version}, which is in force, and the one tried.`,
    '',
    textTable(
      ['', 'in force', 'tried'],
      [
        ['P1 per day', current.p1PerDay.toFixed(2), draft.p1PerDay.toFixed(2)],
        ['P2 per day', current.p2PerDay.toFixed(2), draft.p2PerDay.toFixed(2)],
        [`SDR hours at ${minutesPerLead} min a lead`, current.sdrHours.toFixed(1), draft.sdrHours.toFixed(1)],
      ],
    ),
    '',
    textTable(
      ['channel', 'in force', 'tried'],
      byChannel.map((each) => [each.channel, each.current, each.draft]),
    ),
    '',
    `People qualified only by the one tried: ${added.count}; only by the one in force: ${dropped.count}.`,
    `Won deals gained: ${ids(wonGained)}`,
    `Won deals missed: ${ids(wonMissed)}`,
  ];
  return `${lines.join('\n')}\n`;
}

const ids = (deals: readonly string[]): string =>
  deals.length === 0 ? 'none.' : `${deals.length} (${deals.join(', ')}).`;
