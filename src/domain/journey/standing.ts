import type { Visit } from './journey.ts';
import { isExit } from './milestone.ts';

/** The visit that ended a journey and still stands: a win, else the first exit after which no stage was entered. */
export function endOf(visits: readonly Visit[]): Visit | undefined {
  const standing = visits.filter((visit) => visit.exitedAt === undefined);
  const stages = visits.filter((visit) => !isExit(visit.milestone));
  return (
    standing.find((visit) => visit.milestone === 'WON') ??
    standing.find((visit) => isExit(visit.milestone) && stages.every((stage) => stage.enteredAt <= visit.enteredAt))
  );
}

/** The stage an open journey is in: its deal's latest, else the person's latest; none once it has ended. */
export function stageIn(visits: readonly Visit[]): Visit | undefined {
  if (endOf(visits)) return undefined;
  const stages = visits.filter((visit) => !isExit(visit.milestone));
  const deals = stages.filter((visit) => visit.track === 'deal');
  return latestOf(deals.length > 0 ? deals : stages);
}

/** The visit entered last; of several at one instant the last listed, which is the furthest on the spine. */
export const latestOf = <V extends Pick<Visit, 'enteredAt'>>(visits: readonly V[]): V | undefined =>
  visits.reduce<V | undefined>((last, visit) => (!last || visit.enteredAt >= last.enteredAt ? visit : last), undefined);
