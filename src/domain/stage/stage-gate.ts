import type { Level } from '../definitions/codes.ts';
import { type DefinitionSet, labelOf } from '../definitions/definition-set.ts';
import type { Criterion } from '../definitions/stage-rules.ts';
import { isExit, type Milestone, rankOf } from '../journey/milestone.ts';
import { describe, type NameOf } from '../predicate/describe.ts';
import { holds, type Subject } from '../predicate/evaluate.ts';
import { shortened, whyNotInWords } from '../qualification/missing-words.ts';

/** One thing that a stage asks for, and whether the record has it. */
export interface GateItem {
  /** What kind of thing it is and its code: `skip.SQL`, `entry.fits`, `exit.called`, `field.amount`, `answer.budget`. */
  readonly id: string;
  readonly label: string;
  readonly level: Level;
  readonly done: boolean;
  /** What was found, or what is missing, in words. */
  readonly detail: string;
}

/** What is known of the record that is to enter a stage. */
export interface Entrant {
  /** What the criteria ask about: the person, the company, and what was worked out. */
  readonly subject: Subject;
  /** A property of the record itself, '' where it is empty: of the contact at a stage of a person, of the deal at a stage of a deal. */
  readonly field: (property: string) => string;
  /** The answer to a question of discovery, '' where there is none. */
  readonly answer: (id: string) => string;
  /** Stages on the way to it that must not be skipped, and whether this attempt has entered them. */
  readonly notToSkip: readonly { readonly stage: Milestone; readonly isEntered: boolean }[];
}

/** Discovery is to be done when an opportunity is accepted (S1-05, S5-10). */
export const ANSWERS_AT: Milestone = 'SQO';

/**
 * Everything a stage asks of a record, with what is missing (S1-16, S1-20).
 *
 * @param left  the stage that is left for it; its exit criteria hold up nobody who drops out or goes back
 */
export function askGate(
  stage: Milestone,
  left: Milestone | undefined,
  { subject, field, answer, notToSkip }: Entrant,
  definitions: DefinitionSet,
  nameOf: NameOf,
): GateItem[] {
  const { stages, qualification } = definitions;
  const isForward = left !== undefined && !isExit(stage) && rankOf(left) < rankOf(stage);
  const exit = isForward ? (stages[left]?.exit ?? []) : [];
  const criterion = (kind: 'entry' | 'exit', { id, label, level, when }: Criterion): GateItem => {
    const done = holds(when, subject);
    const detail = done
      ? sentence(describe(shortened(when), nameOf))
      : whyNotInWords(when, subject, qualification, nameOf);
    return { id: `${kind}.${id}`, label, level, done, detail };
  };
  return [
    ...notToSkip.map(({ stage: before, isEntered }): GateItem => {
      const detail = isEntered ? 'It was entered.' : 'It was not entered, and must not be skipped: enter it first.';
      return { id: `skip.${before}`, label: labelOf(definitions, before), level: 'block', done: isEntered, detail };
    }),
    ...exit.map((each) => criterion('exit', each)),
    ...(stages[stage]?.entry ?? []).map((each) => criterion('entry', each)),
    ...(stages[stage]?.requiredFields ?? []).map(({ property, label, level }) =>
      valued(`field.${property}`, label, level, field(property), 'It is empty: fill it in on the record.'),
    ),
    ...(stage === ANSWERS_AT ? (qualification?.answers ?? []) : []).map(({ id, label, level }) =>
      valued(`answer.${id}`, label, level, answer(id), 'Nobody has answered it yet: ask, and write it on the card.'),
    ),
  ];
}

const valued = (id: string, label: string, level: Level, value: string, missing: string): GateItem => ({
  id,
  label,
  level,
  done: value !== '',
  detail: value === '' ? missing : value,
});

const sentence = (text: string): string => `${text}.`;

/** Missing things that a person at a card has to mend, or, where only asked for, to go on without, knowingly. */
export const missingAt = (items: readonly GateItem[], level: Level): GateItem[] =>
  items.filter((item) => !item.done && item.level === level);
