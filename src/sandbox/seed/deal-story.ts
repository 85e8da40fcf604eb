import type { Change } from './contact-story.ts';
import type { Region } from './demo-regions.ts';
import type { Dice } from './dice.ts';
import { isoInstant } from './parse-instant.ts';
import { LOST_IN_STAGE } from './planted-rates.ts';
import { atWork, DAY_MS, HOUR_MS, noon, wholeSecond } from './working-time.ts';

/** The open stages of HubSpot's default pipeline, in order. */
export const OPEN_STAGES: readonly string[] = [
  'appointmentscheduled',
  'qualifiedtobuy',
  'presentationscheduled',
  'decisionmakerboughtin',
  'contractsent',
];

const SKIPS_STAGE = 0.08;
const SLIPS = 0.3;

export interface DealStory {
  changes: Change[];
  /** When it went beyond the first stage, unless it was lost there. */
  beyondFirstAt?: number;
  closedAt: number;
  won: boolean;
}

/** Who sells what to whom: larger companies buy more. */
export interface Sale {
  wonRate: number;
  employees: number;
  ae: string;
  region: Region;
}

/**
 * What happens to one deal, told to its end: the stages in order (now and then one is skipped), the amount, and the close date, which is
 * planned first, sometimes put off, and at last the day it closes.
 */
export function dealStory(openedAt: number, { wonRate, employees, ae, region }: Sale, dice: Dice): DealStory {
  const won = dice.chance(wonRate);
  const lastStage = won ? OPEN_STAGES.length - 1 : dice.weighted([0, 1, 2, 3, 4], (stage) => LOST_IN_STAGE[stage] ?? 0);
  const stages = OPEN_STAGES.slice(0, lastStage + 1).filter(
    (_stage, index) => index === 0 || index === lastStage || !dice.chance(SKIPS_STAGE),
  );
  const changes: Change[] = [];
  let at = openedAt;
  for (const stage of [...stages, won ? 'closedwon' : 'closedlost']) {
    changes.push({ property: 'dealstage', value: stage, at, by: ae });
    at = atWork(at + HOUR_MS + dice.skewed(6 * DAY_MS, 24 * DAY_MS), region, dice);
  }
  const closedAt = changes.at(-1)?.at ?? openedAt;
  const second = lastStage > 0 ? { beyondFirstAt: changes[1]?.at ?? closedAt } : {};
  changes.push(...money(changes, employees, ae, dice), ...closeDates(openedAt, closedAt, ae, dice));
  return { changes, ...second, closedAt, won };
}

/** Most deals get an amount when they are opened, the rest with the next step. */
function money(stages: readonly Change[], employees: number, ae: string, dice: Dice): Change[] {
  const hundreds = Math.round(dice.skewed(40 + 6 * Math.sqrt(employees), 2000));
  const [opened, next] = stages;
  const at = (dice.chance(0.7) ? opened : next)?.at;
  return at === undefined ? [] : [{ property: 'amount', value: `${hundreds * 100}`, at, by: ae }];
}

function closeDates(openedAt: number, closedAt: number, ae: string, dice: Dice): Change[] {
  const planned = noon(openedAt + dice.between(20, 60) * DAY_MS);
  const halfway = wholeSecond((openedAt + closedAt) / 2);
  const date = (value: number, at: number): Change => ({ property: 'closedate', value: isoInstant(value), at, by: ae });
  const slipped = dice.chance(SLIPS) ? [date(planned + 28 * DAY_MS, halfway)] : [];
  return [date(planned, openedAt), ...slipped, date(closedAt, closedAt)];
}
