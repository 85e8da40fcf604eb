import type { Fact } from '../journey/fact.ts';
import type { Predicate } from '../predicate/predicate.ts';
import { SAMPLE_PERCENTILE, samplePercentile } from '../predicate/sample-percentile.ts';
import type { ScoreEvent } from '../scoring/score-event.ts';
import { ScoreState } from '../scoring/score-state.ts';
import { SIGNAL, signalOf } from '../touch/signal.ts';
import { carriedTouch, type Touch, TOUCH, touchOf } from '../touch/touch.ts';
import type { RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { Rules } from './rules.ts';

interface Value {
  readonly at: Instant;
  readonly text: string;
}

/**
 * What is known of a person and of their company, fact by fact, in any order. Told the same facts it knows the same, so live work,
 * which hears of them one by one, and a replay agree.
 */
export class KnownPerson {
  readonly state = new ScoreState();
  /** Every touch heard of, in the order of hearing. */
  readonly touches: Touch[] = [];
  readonly #rules: Pick<Rules, 'counting' | 'carriers'>;
  /** Answers of rules about values, until one changes. */
  readonly answers = new Map<Predicate, boolean>();
  /** By `contact.…` and `company.…`. */
  readonly #values = new Map<string, Value>();
  /** Touches carried by properties: a date that is read twice is one touch. */
  readonly #carried = new Set<string>();
  #contactId: RecordId | undefined;

  constructor(rules: Pick<Rules, 'counting' | 'carriers'>) {
    this.#rules = rules;
  }

  learn(fact: Fact): void {
    if (fact.record.type === 'contact' && fact.record.id !== this.#contactId) {
      this.#contactId = fact.record.id;
      this.answers.clear();
    }
    for (const event of this.eventsIn(fact)) {
      this.state.add(event, this.#rules.counting);
      if ('touch' in event) this.touches.push(event.touch);
    }
    if (fact.property === TOUCH || fact.property === SIGNAL) return;
    const name = `${fact.record.type}.${fact.property}`;
    const known = this.#values.get(name);
    if (known && (fact.occurredAt < known.at || (fact.occurredAt === known.at && fact.value <= known.text))) return;
    this.#values.set(name, { at: fact.occurredAt, text: fact.value });
    if (known?.text !== fact.value) this.answers.clear();
  }

  /** What a fact says has happened that was not known yet. */
  eventsIn(fact: Fact): ScoreEvent[] {
    const { occurredAt, knownAt, property, record } = fact;
    const at = Math.min(occurredAt, knownAt);
    if (property === TOUCH) return [{ touch: { ...touchOf(fact), at } }];
    if (property === SIGNAL) return [{ signal: { ...signalOf(fact), at } }];
    if (record.type !== 'contact') return [];
    return (this.#rules.carriers.get(property) ?? []).flatMap((type) => {
      const touch = carriedTouch(fact, type);
      const key = touch && `${type.id} ${touch.at}`;
      if (!touch || !key || this.#carried.has(key)) return [];
      this.#carried.add(key);
      return [{ touch }];
    });
  }

  /** The latest value of `contact.…` or `company.…`, or the place of the person in a sample; '' where none is known. */
  value(fact: string): string {
    if (fact === SAMPLE_PERCENTILE)
      return this.#contactId === undefined ? '' : String(samplePercentile(this.#contactId));
    return this.#values.get(fact)?.text ?? '';
  }
}
