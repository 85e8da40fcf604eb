import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import type { DisqualifiedView, LeadCardAnswer, Reinstate } from '../../../src/http/contract/cards.ts';
import type { Answered } from '../backend/use-answer.ts';
import { disqualifiedText } from '../words/disqualified-text.ts';
import type { Formats } from '../words/formats.ts';
import { AttemptNote } from './AttemptNote.tsx';
import { ReasonButton } from './ReasonButton.tsx';

/** That a person is disqualified, by whom and why, and for those who may the way back. */
export function Disqualified({
  disqualified,
  answer,
  card,
  formats,
  close,
  reinstate,
}: {
  readonly disqualified: DisqualifiedView;
  readonly answer: Pick<LeadCardAnswer, 'reinstate' | 'reinstateReasons'>;
  readonly card: Pick<Answered<LeadCardAnswer>, 'attempt' | 'retry' | 'dismiss'>;
  readonly formats: Formats;
  readonly close: (id: string) => void;
  readonly reinstate: (fields: Omit<Reinstate, 'key'>) => void;
}) {
  const isBusy = card.attempt?.state === 'sending' || card.attempt?.state === 'failed';
  return (
    <Flex direction="column" gap="xs">
      <Alert title="Disqualified" variant="warning">
        {disqualifiedText(disqualified, formats)}
      </Alert>
      {answer.reinstate.allowed ? (
        <Flex justify="start">
          <ReasonButton
            label="Reinstate"
            explanation="The person counts again from now on. What happened in the meantime is not acted upon."
            reasons={answer.reinstateReasons}
            disabled={isBusy}
            testId="reinstate"
            close={close}
            onConfirm={(reason) => reinstate({ reason })}
          />
        </Flex>
      ) : (
        <Text variant="microcopy">{answer.reinstate.why}</Text>
      )}
      <AttemptNote attempt={card.attempt} retry={card.retry} dismiss={card.dismiss} />
    </Flex>
  );
}
