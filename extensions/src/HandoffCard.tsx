import { EmptyState, Flex, Text } from '@hubspot/ui-extensions';
import type { AcceptDeal, HandoffCardAnswer, RejectDeal } from '../../src/http/contract/cards.ts';
import { backendOrigin, type CardApi } from './backend/card-api.ts';
import { useAnswer } from './backend/use-answer.ts';
import { Answers } from './parts/Answers.tsx';
import { AttemptNote } from './parts/AttemptNote.tsx';
import { CardFrame, NoBackend } from './parts/CardFrame.tsx';
import { Checklist } from './parts/Checklist.tsx';
import { Definitions } from './parts/Definitions.tsx';
import { HandoffDecision } from './parts/HandoffDecision.tsx';
import { HandoffSummary } from './parts/HandoffSummary.tsx';
import { HANDOFF_DEFINITIONS } from './words/definitions.ts';
import { formatsOf } from './words/formats.ts';

/** Properties of the deal whose edits change what the card shows. */
const DEAL_PROPERTIES = ['dealstage', 'pipeline', 'amount', 'closedate', 'deal_currency_code', 'hubspot_owner_id'];

/** The opportunity that was handed over, on a deal, for the AE: until when, what is known of it, and the decision. */
export function HandoffCard(api: CardApi) {
  const origin = backendOrigin(api.context);
  return origin === undefined ? <NoBackend /> : <Handoff {...api} origin={origin} />;
}

function Handoff({ context, actions, origin }: CardApi & { readonly origin: string }) {
  const record = `${origin}/extension/v1/deals/${context.crm.objectId}`;
  const card = useAnswer<HandoffCardAnswer>(actions, record, 'handoff', DEAL_PROPERTIES);
  const formats = formatsOf(context, card.answer?.zone);

  const accept = (fields: Omit<AcceptDeal, 'key'>) => card.act('accept', fields);
  const reject = (fields: Omit<RejectDeal, 'key'>) => card.act('reject', fields);
  return (
    <CardFrame card={card} formats={formats}>
      {(answer) =>
        answer.handoff === null ? (
          <EmptyState title="Nothing was handed over" layout="vertical" imageName="deals">
            <Text>{answer.nextStep}</Text>
          </EmptyState>
        ) : (
          <Flex direction="column" gap="md">
            <HandoffSummary answer={answer} handoff={answer.handoff} now={card.now} formats={formats} />
            <Checklist items={answer.checklist} />
            <HandoffDecision
              answer={answer}
              handoff={answer.handoff}
              today={formats.calendarDay(card.now)}
              isBusy={card.attempt?.state === 'sending' || card.attempt?.state === 'failed'}
              close={actions.closeOverlay}
              accept={accept}
              reject={reject}
            />
            <Answers answers={answer.answers} isBrief={true} card={card} formats={formats} />
            <AttemptNote attempt={card.attempt} retry={card.retry} dismiss={card.dismiss} />
            <Definitions definitions={HANDOFF_DEFINITIONS} />
          </Flex>
        )
      }
    </CardFrame>
  );
}
