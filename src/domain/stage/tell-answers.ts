import type { Question } from '../definitions/qualification-rules.ts';
import type { Intent } from '../handoff/handoff.ts';
import type { Fact } from '../journey/fact.ts';
import type { RecordId } from '../values/ids.ts';
import { answerProperty, isInHubSpot } from './answers.ts';

/**
 * Asks HubSpot for what was answered on a card last, where HubSpot says something else. Who answered in HubSpot meanwhile, unheard so
 * far, is not written over (design D3); once heard, the newer of the two stands in both.
 *
 * @param facts  of the contact, by time
 */
export const tellAnswers = (contactId: RecordId, facts: readonly Fact[], questions: readonly Question[]): Intent[] =>
  questions.filter(({ id }) => isInHubSpot(id)).flatMap(({ id }) => tell(contactId, facts, answerProperty(id)));

function tell(contactId: RecordId, facts: readonly Fact[], property: string): Intent[] {
  const own = facts.filter((fact) => fact.property === property);
  const last = own.at(-1);
  if (!last?.onCard) return [];
  const told = own.findLast((fact) => !fact.onCard);
  const from = told?.value ?? '';
  if (last.value === from) return [];
  return [
    {
      kind: 'set',
      key: `answer-${contactId}-${property}-${last.occurredAt}-${told?.occurredAt ?? 0}`,
      record: { type: 'contact', id: contactId },
      changes: { [property]: { from, to: last.value } },
    },
  ];
}
