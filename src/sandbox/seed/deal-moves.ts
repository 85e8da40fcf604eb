import { OPEN_STAGES } from './deal-story.ts';
import type { Dice } from './dice.ts';
import { isoInstant } from './parse-instant.ts';
import type { Link, Move, ViewedRecord } from './portal-view.ts';
import { DAY_MS, noon } from './working-time.ts';

const LOST_ON_THE_WAY = 0.14;
const WON_WITH_CONTRACT = 0.7;
const SKIPS_STAGE = 0.08;

export function isOpenDeal({ properties }: ViewedRecord): boolean {
  return (properties['pipeline'] ?? 'default') === 'default' && OPEN_STAGES.includes(properties['dealstage'] ?? '');
}

/** @returns a step forward, or the end, of an open deal of the default pipeline */
export function dealMove({ id, properties }: ViewedRecord, dice: Dice, now: number): Move {
  const stage = OPEN_STAGES.indexOf(properties['dealstage'] ?? '');
  const last = stage === OPEN_STAGES.length - 1;
  const next = OPEN_STAGES[stage + (dice.chance(SKIPS_STAGE) ? 2 : 1)] ?? 'contractsent';
  const update = (values: Record<string, string>): Move => ({ kind: 'update', type: 'deal', id, properties: values });
  if (last && dice.chance(WON_WITH_CONTRACT)) return update({ dealstage: 'closedwon', closedate: isoInstant(now) });
  if (last || dice.chance(LOST_ON_THE_WAY)) return update({ dealstage: 'closedlost', closedate: isoInstant(now) });
  const priced = (properties['amount'] ?? '') !== '';
  return update({ dealstage: next, ...(!priced && { amount: amountOf(dice) }) });
}

/**
 * The deal that comes out of a first meeting.
 *
 * @param likeOthers deals already there: owner and currency follow one of them
 */
export function newDeal(
  contact: ViewedRecord,
  companyId: string | undefined,
  likeOthers: readonly ViewedRecord[],
  dice: Dice,
  now: number,
): Move {
  const like: ViewedRecord['properties'] = likeOthers.length > 0 ? dice.pick(likeOthers).properties : {};
  const { company, firstname, lastname } = contact.properties;
  const who = company ?? [firstname, lastname].filter((name) => name !== undefined).join(' ');
  const companies: Link[] = companyId === undefined ? [] : [{ toType: 'company', toId: companyId }];
  return {
    kind: 'create',
    type: 'deal',
    properties: {
      dealname: `${who === '' ? `Contact ${contact.id}` : who}: team licence`,
      pipeline: 'default',
      dealstage: 'appointmentscheduled',
      dealtype: 'newbusiness',
      closedate: isoInstant(noon(now + dice.between(20, 60) * DAY_MS)),
      ...(dice.chance(0.7) && { amount: amountOf(dice) }),
      ...copied(like, ['hubspot_owner_id', 'deal_currency_code']),
    },
    associations: [{ toType: 'contact', toId: contact.id }, ...companies],
  };
}

function copied(from: ViewedRecord['properties'], names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.flatMap((name) => (from[name] ? [[name, from[name]]] : [])));
}

function amountOf(dice: Dice): string {
  return `${Math.round(dice.skewed(110, 2000)) * 100}`;
}
