import type { EventRule, ScoreGroup, ScoringRules } from '../definitions/scoring-rules.ts';
import type { TouchType } from '../definitions/touch-types.ts';
import type { Signal } from '../touch/signal.ts';
import type { Touch } from '../touch/touch.ts';
import type { Instant } from '../values/instant.ts';

/** Something that happened and may count: a touch of the person, or a signal on the person or on the account. */
export type ScoreEvent = { readonly touch: Touch } | { readonly signal: Signal };

export const momentOf = (event: ScoreEvent): Instant => ('touch' in event ? event.touch.at : event.signal.at);

/** What an event counts for by one rule: thousandths of a point when fresh. */
export interface Count {
  readonly group: ScoreGroup;
  readonly rule: EventRule;
  readonly units: number;
}

/** Which rules count which events, looked up instead of searched. */
export interface EventRules {
  readonly byTouch: ReadonlyMap<string, readonly Omit<Count, 'units'>[]>;
  readonly bySignal: ReadonlyMap<string, readonly Omit<Count, 'units'>[]>;
  readonly types: ReadonlyMap<string, TouchType>;
}

export function eventRulesOf(rules: ScoringRules, types: readonly TouchType[]): EventRules {
  const counting = rules.behavior.groups.flatMap((group) =>
    group.rules.flatMap((rule) => ('on' in rule ? [{ group, rule }] : [])),
  );
  const byTouch = counting.filter(({ rule }) => 'touch' in rule.on);
  const bySignal = counting.filter(({ rule }) => 'signal' in rule.on);
  return {
    byTouch: Map.groupBy(byTouch, ({ rule: { on } }) => ('touch' in on ? on.touch : '')),
    bySignal: Map.groupBy(bySignal, ({ rule: { on } }) => ('signal' in on ? on.signal : '')),
    types: new Map(types.map((type) => [type.id, type])),
  };
}

/** A touch counts its rule's points, a signal those times its strength. */
export function countsOf(event: ScoreEvent, { byTouch, bySignal }: EventRules): Count[] {
  if ('touch' in event)
    return (byTouch.get(event.touch.type) ?? []).map((each) => ({ ...each, units: each.rule.points * 1_000 }));
  const { kind, topic, strength } = event.signal;
  return (bySignal.get(kind) ?? [])
    .filter(({ rule: { on } }) => !('signal' in on) || on.topics === undefined || on.topics.includes(topic))
    .map((each) => ({ ...each, units: each.rule.points * strength }));
}

/** Signals come from outside and count for no channel of ours. */
export const channelOf = (event: ScoreEvent, { types }: EventRules): string | undefined =>
  'touch' in event ? event.touch.channel || types.get(event.touch.type)?.channel : undefined;
