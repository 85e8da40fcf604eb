import type { Fact } from '../journey/fact.ts';
import { compareFacts } from '../journey/fact.ts';
import { SIGNAL } from '../touch/signal.ts';
import { TOUCH } from '../touch/touch.ts';
import { HOUR_MS, type Instant } from '../values/instant.ts';
import { type Assessment, assess } from './assess.ts';
import type { Barrier } from './barrier.ts';
import { KnownPerson } from './known-person.ts';
import type { Rules } from './rules.ts';

/** What a person's facts came to at an instant at which something new was known of them. */
export interface Outcome {
  readonly at: Instant;
  /**
   * `qualified`: an AQL now. `advised`: would be, but the gate is not enforced. `suppressed`: would be, but for the barrier. `held`: would
   * be, but nothing new happened since the rules changed or the portal went live (design D5).
   */
  readonly kind: 'qualified' | 'advised' | 'suppressed' | 'held';
  readonly barrier?: Barrier | undefined;
  readonly assessment: Assessment;
  /** Whether it was time, or a release, that let the person pass. */
  readonly isWake: boolean;
}

export interface Walk {
  readonly known: KnownPerson;
  /** At the last instant at which something was known; none for a person of whom no rule has heard anything. */
  readonly last?: Assessment | undefined;
  readonly outcomes: readonly Outcome[];
}

/**
 * An instant at which time alone may let somebody pass. `offer`: fit is enough then, as the lead was only put back for its timing (S2-21).
 * `ask`: the gate is asked. `look`: nothing new has happened; who passes is held.
 */
export interface Wake {
  readonly at: Instant;
  readonly kind: 'offer' | 'ask' | 'look';
}

export interface WalkOptions {
  readonly rules: Rules;
  /** Instants up to this one were looked at before. */
  readonly after: Instant;
  /** Nothing that happened before is acted upon: the portal went live, or these rules were published. */
  readonly actFrom: Instant;
  readonly wakes: readonly Wake[];
  /**
   * What stands between the person and the gate, given what was known then and when this walk qualified the person. Asked only when the
   * gate is passed.
   */
  readonly barrierAt: (at: Instant, qualified: readonly Instant[]) => Barrier | undefined;
  /** Told of each outcome as it comes, before anything later is looked at. */
  readonly found?: (outcome: Outcome) => void;
}

/** A webhook may be late by this much and still tell something new. */
const LATE_MS = HOUR_MS;

/**
 * Goes through what was learned of a person in the order in which it was learned, and asks the gate whenever something new was. The same
 * facts with the same rules give the same outcomes, live and in a what-if.
 */
export function walkPerson(facts: readonly Fact[], options: WalkOptions): Walk {
  const known = new KnownPerson(options.rules);
  const outcomes: Outcome[] = [];
  const steps = stepsOf(facts, options);
  const end = steps.findLast(({ isRelevant }) => isRelevant);
  let last: Assessment | undefined;
  for (const step of steps) {
    for (const fact of step.facts) known.learn(fact);
    const isAsked = step.isRelevant && step.at > options.after;
    if (!isAsked && step !== end) continue;
    last = assess(known, step.at, options.rules);
    if (!isAsked || !passes(last, step.wake)) continue;
    const outcome = outcomeOf(last, step, outcomes, options);
    if (outcome) {
      outcomes.push(outcome);
      options.found?.(outcome);
    }
  }
  return { known, last, outcomes };
}

interface Step {
  readonly at: Instant;
  readonly facts: readonly Fact[];
  /** Whether a rule could care. */
  readonly isRelevant: boolean;
  readonly isNew: boolean;
  /** Whether only time has passed. */
  readonly isWake: boolean;
  readonly wake: Wake | undefined;
}

function stepsOf(facts: readonly Fact[], { rules, actFrom, wakes, after }: WalkOptions): Step[] {
  const learned = Map.groupBy([...facts].sort(inOrderOfKnowing), ({ knownAt }) => knownAt);
  const due = wakes.filter(({ at }) => at > after);
  return [...new Set([...learned.keys(), ...due.map(({ at }) => at)])]
    .sort((a, b) => a - b)
    .map((at) => {
      const own = learned.get(at) ?? [];
      const relevant = own.filter((fact) => isAskedAbout(fact, rules));
      const wake = due.find((each) => each.at === at);
      const hasNews = relevant.some(({ occurredAt }) => occurredAt >= actFrom - LATE_MS);
      const isCalled = wake !== undefined && wake.kind !== 'look';
      return {
        at,
        facts: own,
        isRelevant: wake !== undefined || relevant.length > 0,
        isNew: (hasNews || isCalled) && at >= actFrom,
        isWake: isCalled && !hasNews,
        wake,
      };
    });
}

const inOrderOfKnowing = (a: Fact, b: Fact): number => a.knownAt - b.knownAt || compareFacts(a, b);

/** Whether any rule could care about a fact. */
export const isAskedAbout = ({ property, record }: Fact, { carriers, asked }: Rules): boolean =>
  property === TOUCH || property === SIGNAL || carriers.has(property) || asked.has(`${record.type}.${property}`);

const passes = (assessment: Assessment, wake: Wake | undefined): boolean =>
  assessment.passes ||
  (wake?.kind === 'offer' &&
    assessment.icp &&
    assessment.target &&
    !assessment.purchased &&
    assessment.excluded === undefined);

function outcomeOf(
  assessment: Assessment,
  { isNew, isWake }: Step,
  before: readonly Outcome[],
  { barrierAt }: WalkOptions,
): Outcome | undefined {
  const { at, gate } = assessment;
  const qualified = before.flatMap((each) => (each.kind === 'qualified' ? [each.at] : []));
  const barrier = barrierAt(at, qualified);
  if (barrier?.why === 'being_worked') return undefined;
  const outcome = { at, assessment, isWake };
  if (barrier) return { ...outcome, kind: 'suppressed', barrier };
  if (gate?.mode !== 'enforce') return { ...outcome, kind: 'advised' };
  return { ...outcome, kind: isNew ? 'qualified' : 'held' };
}
