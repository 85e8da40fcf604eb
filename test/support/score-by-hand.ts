import type { ScoreGroup, ScoringRules, StateRule } from '../../src/domain/definitions/scoring-rules.ts';
import type { TouchType } from '../../src/domain/definitions/touch-types.ts';
import type { Fact } from '../../src/domain/journey/fact.ts';

/**
 * A score worked out from nothing but the facts, in fractions of whole numbers and without any of the product's code: a second opinion.
 * Rules with `when` may only ask `is_true` of a contact property. Points are thousandths.
 */
export interface ScoreByHand {
  readonly groups: Readonly<
    Record<string, { readonly events: number; readonly uncapped: number; readonly capped: number }>
  >;
  /** The groups' events by the textbook formula Σ points · 2^(−age ÷ half-life), in floating point. */
  readonly textbook: Readonly<Record<string, number>>;
  readonly fit: number;
  readonly breadth: number;
  readonly behavior: number;
  readonly band: string;
  readonly recent: number;
}

interface Happening {
  readonly at: number;
  readonly touch?: string;
  readonly channel?: string;
  readonly signal?: { readonly kind: string; readonly topic: string; readonly strength: number };
}

const DAY = 86_400_000;

export function scoreByHand(
  facts: readonly Fact[],
  at: number,
  rules: ScoringRules,
  types: readonly TouchType[],
): ScoreByHand {
  const happened = happeningsIn(facts, types).filter((each) => each.at <= at);
  const isTrue = (property: string): boolean => latest(facts, property) === 'true';
  const groups: Record<string, { events: number; uncapped: number; capped: number }> = {};
  const textbook: Record<string, number> = {};
  const lastOn: Record<string, number> = {};
  let recent = 0;
  for (const group of rules.behavior.groups) {
    const worth = happened.flatMap((each) => worthIn(group, each).map((units) => ({ ...each, units })));
    const events = faded(worth, at, group.halfLifeDays);
    const uncapped = events + statesOf(group.rules, isTrue);
    groups[group.id] = { events, uncapped, capped: clamp(group, uncapped) };
    textbook[group.id] = worth.reduce(
      (sum, { units, at: then }) =>
        sum + units * (group.halfLifeDays === undefined ? 1 : Math.pow(0.5, (at - then) / (group.halfLifeDays * DAY))),
      0,
    );
    for (const { units, at: then, touch, channel } of worth) {
      if (group.kind !== 'negative' && units > 0 && at - then <= rules.recentDays * DAY) recent += units;
      const on = channel || types.find(({ id }) => id === touch)?.channel;
      if (group.kind === 'engagement' && touch !== undefined && on !== undefined)
        lastOn[on] = Math.max(lastOn[on] ?? 0, then);
    }
  }
  const { withinDays, perChannel, cap } = rules.behavior.breadth;
  const active = Object.values(lastOn).filter((last) => at - last <= withinDays * DAY).length;
  const breadth = Math.min(active * perChannel, cap) * 1_000;
  const sum = Object.values(groups).reduce((total, { capped }) => total + capped, breadth);
  const behavior = sum < 0 ? 0 : sum;
  const band = [...rules.behavior.bands].find(({ from }) => behavior >= from * 1_000)?.band ?? '4';
  return { groups, textbook, fit: statesOf(rules.fit.rules, isTrue), breadth, behavior, band, recent };
}

function happeningsIn(facts: readonly Fact[], types: readonly TouchType[]): Happening[] {
  const found: Happening[] = [];
  const carried = new Set<string>();
  for (const { property, value, occurredAt, knownAt, dated, record } of facts) {
    const heard = Math.min(occurredAt, knownAt);
    const [first = '', second = '', third = '0'] = value.split('|');
    if (property === 'l2r_touch') found.push({ at: heard, touch: first, channel: second });
    if (property === 'l2r_signal')
      found.push({ at: heard, signal: { kind: first, topic: second, strength: parseInt(third, 10) } });
    if (record.type !== 'contact' || !dated || value === '') continue;
    for (const { id, channel, carrier } of types) {
      if (carrier?.property !== property) continue;
      if (carrier.contains && !carrier.contains.some((part) => value.toLowerCase().includes(part))) continue;
      const told = /^\d{4}-/.test(value) ? new Date(value).getTime() : heard;
      const at = Math.min(told, heard);
      if (carried.has(`${id}@${at}`)) continue;
      carried.add(`${id}@${at}`);
      found.push({ at, touch: id, channel });
    }
  }
  return found;
}

/** The last value in time; of two at one instant the greater. */
function latest(facts: readonly Fact[], property: string): string {
  const own = facts.filter((fact) => fact.property === property && fact.record.type === 'contact');
  own.sort((a, b) => a.occurredAt - b.occurredAt || (a.value < b.value ? -1 : 1));
  return own.at(-1)?.value ?? '';
}

function worthIn({ rules }: ScoreGroup, { touch, signal }: Happening): number[] {
  const worth: number[] = [];
  for (const rule of rules) {
    if (!('on' in rule)) continue;
    if ('touch' in rule.on && rule.on.touch === touch) worth.push(rule.points * 1_000);
    if (!('signal' in rule.on) || rule.on.signal !== signal?.kind) continue;
    if (rule.on.topics === undefined || rule.on.topics.includes(signal.topic))
      worth.push(rule.points * signal.strength);
  }
  return worth;
}

const statesOf = (rules: readonly (object | StateRule)[], isTrue: (property: string) => boolean): number =>
  rules.reduce<number>((sum, rule) => {
    if (!('when' in rule) || !('op' in rule.when) || rule.when.op !== 'is_true') return sum;
    return isTrue(rule.when.fact.replace('contact.', '')) ? sum + rule.points * 1_000 : sum;
  }, 0);

const clamp = ({ kind, cap }: ScoreGroup, units: number): number => {
  const [low, high] = kind === 'negative' ? [-cap * 1_000, 0] : [0, cap * 1_000];
  return units < low ? low : units > high ? high : units;
};

/**
 * The fraction Σ units · w(then) ÷ w(now), rounded half up, where w is two to the number of half-lives since 2006, its broken part kept to
 * forty binary digits, and dividing by it is multiplying by its inverse, kept to as many.
 */
function faded(worth: readonly { units: number; at: number }[], now: number, halfLifeDays: number | undefined): number {
  if (halfLifeDays === undefined) return worth.reduce((sum, { units }) => sum + units, 0);
  let [numerator, denominator] = [0n, 1n];
  for (const { units, at } of worth) {
    const { whole, broken } = halvings(at, halfLifeDays);
    numerator += BigInt(units) * digits(broken) * 2n ** whole;
  }
  const { whole, broken } = halvings(now, halfLifeDays);
  numerator *= digits(1 - broken);
  denominator *= 2n ** 81n * 2n ** whole;
  return Number(floorDivide(2n * numerator + denominator, 2n * denominator));
}

function halvings(at: number, halfLifeDays: number): { whole: bigint; broken: number } {
  const count = (at - Date.UTC(2006, 0, 1)) / (halfLifeDays * DAY);
  return { whole: BigInt(Math.trunc(count)), broken: count % 1 };
}

const digits = (exponent: number): bigint => BigInt(Math.round(Math.pow(2, exponent) * 1_099_511_627_776));

const floorDivide = (a: bigint, b: bigint): bigint => (a % b < 0n ? a / b - 1n : a / b);
