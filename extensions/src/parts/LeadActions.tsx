import { Flex, Text } from '@hubspot/ui-extensions';
import type { AcceptLead, Disqualify, LeadCardAnswer, RecycleLead } from '../../../src/http/contract/cards.ts';
import type { Answered } from '../backend/use-answer.ts';
import { AcceptButton } from './AcceptButton.tsx';
import { AttemptNote } from './AttemptNote.tsx';
import { ReasonButton } from './ReasonButton.tsx';

/** What the person looking may do with the lead; where they may not, why. */
export function LeadActions({
  answer,
  card,
  close,
  accept,
  recycle,
  disqualify,
}: {
  readonly answer: LeadCardAnswer;
  readonly card: Pick<Answered<LeadCardAnswer>, 'attempt' | 'retry' | 'dismiss'>;
  readonly close: (id: string) => void;
  readonly accept: (fields: Omit<AcceptLead, 'key'>) => void;
  readonly recycle: (fields: Omit<RecycleLead, 'key'>) => void;
  readonly disqualify: (fields: Omit<Disqualify, 'key'>) => void;
}) {
  const { handoff, recycleReasons, disqualifyReasons } = answer;
  const isOpen = handoff?.state === 'offered' || handoff?.state === 'accepted';
  const isBusy = card.attempt?.state === 'sending' || card.attempt?.state === 'failed';
  return (
    <Flex direction="column" gap="xs">
      <Flex gap="sm" wrap="wrap">
        {answer.accept.allowed && handoff && (
          <AcceptButton
            label="Accept"
            items={answer.gate?.items ?? []}
            disabled={isBusy}
            testId="accept"
            close={close}
            onAccept={(despite) => accept({ handoffId: handoff.handoffId, despite })}
          />
        )}
        {answer.recycle.allowed && (
          <ReasonButton
            label="Recycle"
            explanation="The lead leaves the path for now. It starts a new attempt when it comes back."
            reasons={recycleReasons}
            disabled={isBusy}
            testId="recycle"
            close={close}
            onConfirm={(reason) => recycle({ handoffId: handoff?.handoffId ?? null, reason })}
          />
        )}
        {answer.disqualify.allowed && (
          <ReasonButton
            label="Disqualify"
            explanation="No buyer, for good: no score and no raised hand brings this person back. Only an admin, marketing ops or a manager can undo it."
            reasons={disqualifyReasons}
            disabled={isBusy}
            testId="disqualify"
            close={close}
            onConfirm={(reason) => disqualify({ handoffId: isOpen ? handoff.handoffId : null, reason })}
          />
        )}
      </Flex>
      {!answer.accept.allowed && <Text variant="microcopy">{answer.accept.why}</Text>}
      {!answer.recycle.allowed && answer.recycle.why !== whyNot(answer.accept) && (
        <Text variant="microcopy">{answer.recycle.why}</Text>
      )}
      <AttemptNote attempt={card.attempt} retry={card.retry} dismiss={card.dismiss} />
    </Flex>
  );
}

const whyNot = (allowed: LeadCardAnswer['accept']): string | undefined => (allowed.allowed ? undefined : allowed.why);
