import type { Fact } from '../journey/fact.ts';
import { countsOf, type EventRules } from '../scoring/score-event.ts';
import { SIGNAL, type Signal, signalOf } from '../touch/signal.ts';
import type { Instant } from '../values/instant.ts';

/** A signal of an account that some rule of intent counts. */
export interface IntentSign extends Signal {
  readonly knownAt: Instant;
}

/** Oldest first. */
export const intentSigns = (facts: readonly Fact[], counting: EventRules): IntentSign[] =>
  facts
    .filter(({ property }) => property === SIGNAL)
    .map((fact) => ({ ...signalOf(fact), knownAt: fact.knownAt }))
    .filter((signal) => countsOf({ signal }, counting).some(({ group }) => group.kind === 'intent'))
    .sort((a, b) => a.at - b.at || a.knownAt - b.knownAt || (a.topic < b.topic ? -1 : a.topic > b.topic ? 1 : 0));
