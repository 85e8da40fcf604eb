import { DAY_MS, type Instant } from '../values/instant.ts';
import { growing } from './faded-points.ts';
import { channelOf, countsOf, type EventRules, momentOf, type ScoreEvent } from './score-event.ts';

/**
 * Everything that happened to a person, as far as the score asks: sums that are only added to. Events may come in any order, and two
 * people's states are added when they turn out to be one.
 */
export class ScoreState {
  /** Growing sum of each group, by id. */
  readonly sums = new Map<string, bigint>();
  /** Latest engagement on each channel. */
  readonly channels = new Map<string, Instant>();
  /** What counted for somebody, fresh: instant and thousandths. */
  readonly fresh: (readonly [Instant, number])[] = [];
  /** Whether there ever was a response, as against being found on a list. */
  hasResponded = false;

  /** Whether nothing happened that could fade. */
  get isEmpty(): boolean {
    return this.sums.size === 0;
  }

  add(event: ScoreEvent, rules: EventRules): void {
    const at = momentOf(event);
    if ('touch' in event && rules.types.get(event.touch.type)?.isResponse) this.hasResponded = true;
    for (const { group, units } of countsOf(event, rules)) {
      this.#addTo(group.id, growing(units, at, group.halfLifeDays));
      if (units > 0 && group.kind !== 'negative') this.fresh.push([at, units]);
      const channel = group.kind === 'engagement' ? channelOf(event, rules) : undefined;
      if (channel !== undefined) this.#active(channel, at);
    }
  }

  /** Takes over what happened to somebody who turned out to be the same person. */
  merge(other: ScoreState): void {
    for (const [id, sum] of other.sums) this.#addTo(id, sum);
    for (const [channel, at] of other.channels) this.#active(channel, at);
    this.fresh.push(...other.fresh);
    this.hasResponded ||= other.hasResponded;
  }

  #addTo(id: string, sum: bigint): void {
    this.sums.set(id, (this.sums.get(id) ?? 0n) + sum);
  }

  #active(channel: string, at: Instant): void {
    this.channels.set(channel, Math.max(at, this.channels.get(channel) ?? at));
  }
}

/** Whether an instant lies in the last so many elapsed days. */
export const isWithin = (at: Instant, days: number, now: Instant): boolean => now - at <= days * DAY_MS;
