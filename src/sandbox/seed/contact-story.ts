import type { Region } from './demo-regions.ts';
import type { Dice } from './dice.ts';
import { ACCEPTED_RATE, type Reached, type SourceRates } from './planted-rates.ts';
import { responseFactor, responseMinutes } from './planted-response.ts';
import { afterWorkingMinutes, atWork, DAY_MS, HOUR_MS, MINUTE_MS, wholeSecond } from './working-time.ts';

/**
 * A property gets a value; `by` is the owner who did it, or empty when nobody in the portal did. `source` is HubSpot's name for what told it;
 * without it a person or the portal's own automation did.
 */
export interface Change {
  property: string;
  value: string;
  at: number;
  by: string;
  source?: 'ANALYTICS' | 'EMAIL' | 'FORM';
}

export interface Story {
  changes: Change[];
  reached: Reached;
  /** When a deal is opened for this person. */
  opportunityAt?: number;
}

/** Who somebody is to the people who sell: where they came from, where they live, and who speaks to them. */
export interface Prospect {
  rates: SourceRates;
  region: Region;
  sdr: string;
}

const LONGEST = { qualify: 14 * DAY_MS, disqualify: 4 * DAY_MS, work: 14 * DAY_MS };

const UNQUALIFIED_LEADS = 0.08;
const SKIPS_QUALIFICATION = 0.05;
const LEFT_ALONE = 0.4;

/** What happens to one lead, told to its end; the caller cuts it at the present. A lead that comes back starts a second attempt. */
export function contactStory(createdAt: number, prospect: Prospect, dice: Dice): Story {
  const born = { property: 'lifecyclestage', value: 'lead', at: createdAt, by: '' };
  const story = dice.chance(prospect.rates.qualified)
    ? attempt(createdAt + MINUTE_MS + dice.skewed(9 * HOUR_MS, LONGEST.qualify), prospect, dice)
    : { changes: disqualified(createdAt, prospect, dice), reached: {} };
  return { ...story, changes: [born, ...story.changes], reached: { ...story.reached, LEAD: createdAt } };
}

/** Some of those who never qualify turn out to be students or competitors. */
function disqualified(createdAt: number, { region, sdr }: Prospect, dice: Dice): Change[] {
  if (!dice.chance(UNQUALIFIED_LEADS)) return [];
  const at = atWork(createdAt + dice.skewed(DAY_MS, LONGEST.disqualify), region, dice);
  return [{ property: 'hs_lead_status', value: 'UNQUALIFIED', at, by: sdr }];
}

function attempt(qualifiedAt: number, prospect: Prospect, dice: Dice): Story {
  const { sdr, region } = prospect;
  const at = wholeSecond(qualifiedAt);
  const qualified = [
    { property: 'lifecyclestage', value: 'marketingqualifiedlead', at, by: '' },
    { property: 'hs_lead_status', value: 'NEW', at, by: '' },
    { property: 'hubspot_owner_id', value: sdr, at: at + MINUTE_MS, by: '' },
  ];
  const minutes = responseMinutes(dice);
  const takenAt = afterWorkingMinutes(at, minutes, region);
  if (!dice.chance(ACCEPTED_RATE))
    return { changes: [...qualified, ...refused(takenAt, sdr, dice)], reached: { AQL: at } };
  const worked = work(takenAt, responseFactor(minutes), prospect, dice);
  const skips = worked.opportunityAt !== undefined && dice.chance(SKIPS_QUALIFICATION);
  return {
    ...worked,
    changes: [...(skips ? qualified.slice(2) : qualified), ...worked.changes],
    reached: { ...worked.reached, AQL: skips ? takenAt : at, MAL: takenAt },
  };
}

function refused(at: number, sdr: string, dice: Dice): Change[] {
  return dice.chance(LEFT_ALONE) ? [] : [{ property: 'hs_lead_status', value: 'UNQUALIFIED', at, by: sdr }];
}

/** @param factor what the response time does to the chance of an opportunity */
function work(takenAt: number, factor: number, prospect: Prospect, dice: Dice): Story {
  const { rates, region, sdr } = prospect;
  const status = (value: string, at: number): Change => ({ property: 'hs_lead_status', value, at, by: sdr });
  const begun = status(dice.pick(['ATTEMPTED_TO_CONTACT', 'ATTEMPTED_TO_CONTACT', 'IN_PROGRESS']), takenAt);
  const talkedAt = atWork(takenAt + HOUR_MS + dice.skewed(DAY_MS, LONGEST.work), region, dice);
  const decidedAt = atWork(talkedAt + HOUR_MS + dice.skewed(2 * DAY_MS, LONGEST.work), region, dice);
  const talked = status('CONNECTED', talkedAt);
  if (dice.chance(rates.opportunity * factor)) {
    const opportunityAt = decidedAt + 1000;
    return { changes: [begun, talked, ...meeting(decidedAt, sdr)], reached: { MQO: opportunityAt }, opportunityAt };
  }
  const end = dice.between(0, 1);
  if (end < 0.35) return recycled([begun, talked, status('BAD_TIMING', decidedAt)], decidedAt, prospect, dice);
  if (end < 0.65) return { changes: [begun, talked, status('UNQUALIFIED', decidedAt)], reached: {} };
  return { changes: end < 0.8 ? [begun, talked] : [begun], reached: {} };
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
function recycled(changes: Change[], at: number, prospect: Prospect, dice: Dice): Story {
  if (!dice.chance(RETURNS)) return { changes, reached: {} };
  const backAt = wholeSecond(at + dice.between(18, 45) * DAY_MS);
  const cleared = { property: 'lifecyclestage', value: '', at: backAt - MINUTE_MS, by: '' };
  const second = attempt(backAt, prospect, dice);
  return { ...second, changes: [...changes, cleared, ...second.changes] };
}
