import type { Health } from '../health-view.ts';
import { percent, shareText, type TableTold } from './told-table.ts';

type Goal = Health['goals'][number];

/** Each stage against its window and its targets. */
export const goalTable = ({ goals, days }: Health): TableTold => ({
  title: 'Against window and targets',
  note: `Judged are the entries of ${days} days that have had their whole window; a stage passed unseen is no entry.`,
  head: ['Stage', 'Went on', 'Days to go on, half of them', 'Entries in 30 days', 'Beyond the window now'],
  rows: goals.map((goal) => [
    goal.windowDays === null ? goal.stage : `${goal.stage}, ${goal.windowDays} days`,
    wentOn(goal),
    beside(goal.medianDays === null ? 'not known' : `${Math.round(goal.medianDays * 10) / 10}`, goal.targetMedianDays),
    beside(`${goal.lastMonth}`, goal.targetPerMonth),
    goal.beyondWindow === null ? 'no window' : `${goal.beyondWindow}`,
  ]),
  empty: 'No stage has a window or a target: marketing ops sets them on the settings page.',
});

function wentOn({ wentOn: told, next, unseen, targetRate, verdict }: Goal): string {
  const passed = unseen > 0 ? `, ${unseen} passed it unseen` : '';
  const done = `${shareText(told)} of ${told.whole} to ${next}${passed}`;
  if (!targetRate) return done;
  const target = `target ${percent(targetRate.from)} to ${percent(targetRate.to)}`;
  return `${done}; ${target}${verdict === null ? '' : `: ${VERDICTS[verdict]}`}`;
}

const VERDICTS = { met: 'met', below: 'below it', above: 'above it', unsure: 'could be either' } as const;

const beside = (value: string, target: number | null): string =>
  target === null ? value : `${value}; target ${target}`;
