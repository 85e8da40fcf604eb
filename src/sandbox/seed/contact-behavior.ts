import { HAND_RAISING_FORMS } from '../fill-in-form.ts';
import type { Change } from './contact-story.ts';
import type { DemoContact, Span } from './demo-contacts.ts';
import { CONTENT_FORMS, fair, pageUrl, reviewSite, webinar } from './demo-touches.ts';
import { TITLES } from './demo-words.ts';
import type { Dice } from './dice.ts';
import { doingsIn, form, visit, type Doings, type Window } from './doings.ts';
import { HABITS } from './habits.ts';
import { behaviorFor, COME_BACKS, outcomeOf, standingFor, type Behavior, type Standing } from './planted-behavior.ts';
import { phoneFor } from './demo-phone.ts';
import { usageOf } from './usage.ts';
import { busyInstant, DAY_MS, HOUR_MS, MINUTE_MS } from './working-time.ts';

/** A lead with what it does: its own changes tell of it too. */
export interface BehavingContact extends DemoContact, Doings {
  behavior: Behavior;
  standing: Standing;
  /** Silent for nearly the whole span, and back once at its end. */
  comesBack: boolean;
}

const RAISES_HAND = 0.3;
const STILL_LOOKS = 0.5;
const LOOK = { median: 10 * DAY_MS, most: 60 * DAY_MS };

/**
 * What a lead does, once its story is fixed: the story decides how somebody behaves and who they are, never the other way round, so that
 * the planted rates stay as they are. What explains a qualification comes before it.
 */
export function behave(lead: DemoContact, span: Span, dice: Dice): BehavingContact {
  const outcome = outcomeOf(lead.reached);
  const comesBack = outcome === 'unqualified' && isOfTheFirst(lead, span) && dice.chance(COME_BACKS.share);
  const behavior = comesBack ? 'active' : behaviorFor(outcome, dice);
  const standing = standingFor(behavior === 'job_seeker' ? 'qualified' : outcome, lead.rank);
  const doings = together([
    entry(lead, behavior, dice),
    ...(comesBack ? backOnce(lead, span, dice) : looksAround(lead, behavior, dice)),
    { changes: [], touches: [], signals: usageOf(lead, outcome, dice) },
  ]);
  return {
    ...{ ...lead, behavior, standing, comesBack },
    properties: {
      ...lead.properties,
      jobtitle: dice.pick(TITLES[standing]),
      ...phoneFor(lead.company.region, outcome, dice),
    },
    changes: [...lead.changes, ...withoutRepeats(doings.changes)],
    touches: doings.touches,
    signals: doings.signals,
  };
}

function isOfTheFirst({ createdAt }: DemoContact, { startAt, endAt }: Span): boolean {
  return createdAt < startAt + COME_BACKS.firstAndLast * (endAt - startAt);
}

/** What made somebody known: their source says it, or a form. */
function entry({ createdAt: at, properties }: DemoContact, behavior: Behavior, dice: Dice): Doings {
  const none = { changes: [], touches: [], signals: [] };
  switch (properties['hs_analytics_source_data_1']) {
    case 'Partners':
      return none;
    case 'Trade fairs':
      return { ...none, touches: [fair(at, dice)] };
    case 'Webinars':
      return { ...none, touches: [webinar(at, dice.chance(0.7), dice)] };
    case 'Review sites':
      return { ...none, touches: [reviewSite(at)] };
    default:
      return dice.chance(HABITS[behavior].entryForm) ? { ...none, changes: form(at, dice.pick(CONTENT_FORMS)) } : none;
  }
}

/** Up to the qualification when there is one; some look on while they are sold to, and before they qualify again. */
function looksAround(lead: DemoContact, behavior: Behavior, dice: Dice): Doings[] {
  const { createdAt: from, reached } = lead;
  const { region } = lead.company;
  if (reached.AQL === undefined) {
    const until = from + HOUR_MS + dice.skewed(LOOK.median, LOOK.most);
    const doings = doingsIn({ from, until, region }, HABITS[behavior], dice);
    return [doings, changesOnly(leaves(behavior, until, dice))];
  }
  const before: Window = { from, until: reached.AQL, region };
  const hand = dice.chance(RAISES_HAND) ? form(justBefore(before, dice), dice.pick(HAND_RAISING_FORMS)) : [];
  const again = lead.changes.findLast(({ value }) => value === 'marketingqualifiedlead')?.at ?? 0;
  return [
    doingsIn(before, HABITS[behavior], dice),
    changesOnly(hand),
    ...(again > reached.AQL
      ? [doingsIn({ from: again - 3 * DAY_MS, until: again, region }, HABITS.curious, dice)]
      : []),
    ...(reached.MQO !== undefined && dice.chance(STILL_LOOKS)
      ? [
          changesOnly(
            visit(busyInstant(reached.AQL, reached.AQL + 21 * DAY_MS, region, dice), pageUrl('pricing', dice)),
          ),
        ]
      : []),
  ];
}

function justBefore({ from, until }: Window, dice: Dice): number {
  return Math.max(from, until - 1000 * Math.round(dice.between(20, 240)));
}

/** A day of much interest, and one look at the prices half a year later. */
function backOnce(
  { createdAt: from, company: { region } }: DemoContact,
  { startAt, endAt }: Span,
  dice: Dice,
): Doings[] {
  const last = endAt - COME_BACKS.firstAndLast * (endAt - startAt);
  return [
    doingsIn({ from, until: from + DAY_MS, region }, HABITS.active, dice),
    changesOnly(visit(busyInstant(last, endAt, region, dice), pageUrl('pricing', dice))),
  ];
}

/** A few of those who never qualify want no more e-mail, or cannot be reached by it. */
function leaves(behavior: Behavior, at: number, dice: Dice): Change[] {
  const mail = { at: at + MINUTE_MS, by: '', source: 'EMAIL' } as const;
  if (dice.chance(0.04)) return [{ property: 'hs_email_optout', value: 'true', ...mail }];
  if (behavior !== 'quiet' || !dice.chance(0.05)) return [];
  return [{ property: 'hs_email_hard_bounce_reason_enum', value: dice.pick(['UNKNOWN_USER', 'POLICY']), ...mail }];
}

const changesOnly = (changes: Change[]): Doings => ({ changes, touches: [], signals: [] });

function together(parts: readonly Doings[]): Doings {
  return {
    changes: parts.flatMap(({ changes }) => changes).sort((a, b) => a.at - b.at),
    touches: parts.flatMap(({ touches }) => touches),
    signals: parts.flatMap(({ signals }) => signals),
  };
}

/** HubSpot keeps no second version of a value that stays: whoever comes back to a page changes only the time of the visit. */
function withoutRepeats(changes: readonly Change[]): Change[] {
  const last = new Map<string, string>();
  return changes.filter(({ property, value }) => {
    const repeats = last.get(property) === value;
    last.set(property, value);
    return !repeats;
  });
}
