import type { Question } from '../definitions/qualification-rules.ts';
import type { Fact } from '../journey/fact.ts';
import type { Instant } from '../values/instant.ts';

/** Questions of discovery whose answers stand on the contact in HubSpot too; what marketing ops invents beside them we keep alone. */
export const IN_HUBSPOT = ['need', 'budget', 'authority', 'timeline', 'decision_process'] as const;

/** As many characters of an answer as a card takes. */
export const MAX_ANSWER = 300;

export const isInHubSpot = (id: string): boolean => (IN_HUBSPOT as readonly string[]).includes(id);

/** Property of the facts that hold the answers to a question. No name we own begins like those of invented questions. */
export const answerProperty = (id: string): string => (isInHubSpot(id) ? `l2r_${id}` : `l2r_answer_${id}`);

export interface Answer {
  /** '' where it was taken back. */
  readonly value: string;
  readonly at: Instant;
  /** User who gave it; undefined where HubSpot does not say. */
  readonly by: string | undefined;
}

/**
 * The answers to one question, oldest first; the last one counts. Whoever says the same again, and our own write coming back, give no
 * new answer: of equal ones in a row the first whose user is known stands.
 */
export function answersTo({ id }: Pick<Question, 'id'>, facts: readonly Fact[]): Answer[] {
  const property = answerProperty(id);
  const answers: Answer[] = [];
  for (const { value, occurredAt: at, setBy: by } of facts.filter((fact) => fact.property === property)) {
    const last = answers.at(-1);
    if (value !== (last?.value ?? '')) answers.push({ value, at, by });
    else if (last && last.by === undefined && by !== undefined) answers[answers.length - 1] = { value, at, by };
  }
  return answers;
}

export const answerNow = (question: Pick<Question, 'id'>, facts: readonly Fact[]): string =>
  answersTo(question, facts).at(-1)?.value ?? '';
