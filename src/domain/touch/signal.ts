import type { Fact } from '../journey/fact.ts';
import type { Instant } from '../values/instant.ts';

/** Property of the facts that say there is a buying sign from outside HubSpot; the value is coded. Not a property of HubSpot. */
export const SIGNAL = 'l2r_signal';

/** A buying sign of a company or a person from outside HubSpot (design §2): intent data, usage of the product. */
export interface Signal {
  readonly at: Instant;
  /** `intent`, `usage`, or another code. */
  readonly kind: string;
  readonly topic: string;
  /** Thousandths of full strength, 0–1000. */
  readonly strength: number;
  readonly source: string;
}

const SEPARATOR = '|';

/** The value of a signal's fact: codes only, nothing personal. */
export const signalValue = ({ kind, topic, strength, source }: Omit<Signal, 'at'>): string =>
  [kind, topic, String(strength), source].join(SEPARATOR);

export function signalOf({ value, occurredAt }: Pick<Fact, 'value' | 'occurredAt'>): Signal {
  const [kind = '', topic = '', strength = '0', source = ''] = value.split(SEPARATOR);
  return { at: occurredAt, kind, topic, strength: Number(strength), source };
}
