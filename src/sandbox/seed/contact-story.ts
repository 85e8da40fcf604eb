import type { Dice } from './dice.ts';
import { ACCEPTED_RATE, type SourceRates } from './planted-rates.ts';
import { atWork, DAY_MS, HOUR_MS, MINUTE_MS, wholeSecond } from './working-time.ts';

/** A property gets a value; `by` is the owner who did it, or empty when nobody in the portal did. */
export interface Change {
  property: string;
  value: string;
  at: number;
  by: string;
}

export interface Story {
  changes: Change[];
  /** When a deal is opened for this person. */
  opportunityAt?: number;
}

const LONGEST = { qualify: 14 * DAY_MS, accept: 4 * DAY_MS, work: 14 * DAY_MS };

const UNQUALIFIED_LEADS = 0.08;
const SKIPS_QUALIFICATION = 0.05;
const LEFT_ALONE = 0.4;

/** What happens to one lead, told to its end; the caller cuts it at the present. A lead that comes back starts a second attempt. */
export function contactStory(createdAt: number, rates: SourceRates, sdr: string, dice: Dice): Story {
  const born = { property: 'lifecyclestage', value: 'lead', at: createdAt, by: '' };
  if (!dice.chance(rates.qualified)) return { changes: [born, ...disqualified(createdAt, sdr, dice)] };
  const qualifiedAt = createdAt + MINUTE_MS + dice.skewed(9 * HOUR_MS, LONGEST.qualify);
  const first = attempt(qualifiedAt, rates.opportunity, sdr, dice);
  return { ...first, changes: [born, ...first.changes] };
}

/** Some of those who never qualify turn out to be students or competitors. */
function disqualified(createdAt: number, sdr: string, dice: Dice): Change[] {
  if (!dice.chance(UNQUALIFIED_LEADS)) return [];
  const at = atWork(createdAt + dice.skewed(DAY_MS, LONGEST.accept), dice);
  return [{ property: 'hs_lead_status', value: 'UNQUALIFIED', at, by: sdr }];
}

function attempt(qualifiedAt: number, opportunityRate: number, sdr: string, dice: Dice): Story {
  const at = wholeSecond(qualifiedAt);
  const qualified = [
    { property: 'lifecyclestage', value: 'marketingqualifiedlead', at, by: '' },
    { property: 'hs_lead_status', value: 'NEW', at, by: '' },
    { property: 'hubspot_owner_id', value: sdr, at: at + MINUTE_MS, by: '' },
  ];
  const takenAt = atWork(at + 2 * MINUTE_MS + dice.skewed(45 * MINUTE_MS, LONGEST.accept), dice);
  if (!dice.chance(ACCEPTED_RATE)) return { changes: [...qualified, ...refused(takenAt, sdr, dice)] };
  const worked = work(takenAt, opportunityRate, sdr, dice);
  const skips = worked.opportunityAt !== undefined && dice.chance(SKIPS_QUALIFICATION);
  return { ...worked, changes: [...(skips ? qualified.slice(2) : qualified), ...worked.changes] };
}

function refused(at: number, sdr: string, dice: Dice): Change[] {
  return dice.chance(LEFT_ALONE) ? [] : [{ property: 'hs_lead_status', value: 'UNQUALIFIED', at, by: sdr }];
}

function work(takenAt: number, opportunityRate: number, sdr: string, dice: Dice): Story {
  const status = (value: string, at: number): Change => ({ property: 'hs_lead_status', value, at, by: sdr });
  const begun = status(dice.pick(['ATTEMPTED_TO_CONTACT', 'ATTEMPTED_TO_CONTACT', 'IN_PROGRESS']), takenAt);
  const talkedAt = atWork(takenAt + HOUR_MS + dice.skewed(DAY_MS, LONGEST.work), dice);
  const decidedAt = atWork(talkedAt + HOUR_MS + dice.skewed(2 * DAY_MS, LONGEST.work), dice);
  const talked = status('CONNECTED', talkedAt);
  if (dice.chance(opportunityRate))
    return { changes: [begun, talked, ...meeting(decidedAt, sdr)], opportunityAt: decidedAt + 1000 };
  const end = dice.between(0, 1);
  if (end < 0.35)
    return recycled([begun, talked, status('BAD_TIMING', decidedAt)], decidedAt, opportunityRate, sdr, dice);
  if (end < 0.65) return { changes: [begun, talked, status('UNQUALIFIED', decidedAt)] };
  return { changes: end < 0.8 ? [begun, talked] : [begun] };
}

/** HubSpot itself moves the contact to `opportunity` when the deal is made, a second later. */
function meeting(at: number, sdr: string): Change[] {
  return [
    { property: 'lifecyclestage', value: 'salesqualifiedlead', at, by: sdr },
    { property: 'hs_lead_status', value: 'OPEN_DEAL', at, by: sdr },
    { property: 'lifecyclestage', value: 'opportunity', at: at + 1000, by: '' },
  ];
}

const RETURNS = 0.4;

/** A lifecycle stage never moves back by itself: it is cleared first, so that the second qualification shows as a new entry. */
function recycled(changes: Change[], at: number, opportunityRate: number, sdr: string, dice: Dice): Story {
  if (!dice.chance(RETURNS)) return { changes };
  const backAt = wholeSecond(at + dice.between(18, 45) * DAY_MS);
  const cleared = { property: 'lifecyclestage', value: '', at: backAt - MINUTE_MS, by: '' };
  const second = attempt(backAt, opportunityRate, sdr, dice);
  return { ...second, changes: [...changes, cleared, ...second.changes] };
}
