import { Button, Flex, Text } from '@hubspot/ui-extensions';
import type { AcceptLead, LeadCardAnswer, RecycleLead } from '../../../src/http/contract/cards.ts';
import type { Answered } from '../backend/use-answer.ts';
import { AttemptNote } from './AttemptNote.tsx';
import { ReasonButton } from './ReasonButton.tsx';

/** What the person looking may do with the lead; where they may not, why. */
export function LeadActions({
  answer,
  card,
  close,
  accept,
  recycle,
}: {
  readonly answer: LeadCardAnswer;
  readonly card: Pick<Answered<LeadCardAnswer>, 'attempt' | 'retry' | 'dismiss'>;
  readonly close: (id: string) => void;
  readonly accept: (fields: Omit<AcceptLead, 'key'>) => void;
  readonly recycle: (fields: Omit<RecycleLead, 'key'>) => void;
}) {
  const { handoff, recycleReasons } = answer;
  const isBusy = card.attempt?.state === 'sending' || card.attempt?.state === 'failed';
  return (
    <Flex direction="column" gap="xs">
      <Flex gap="sm" wrap="wrap">
        {answer.accept.allowed && handoff && (
          <Button
            variant="primary"
            disabled={isBusy}
            onClick={() => accept({ handoffId: handoff.handoffId })}
            testId="accept"
          >
            Accept
          </Button>
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
