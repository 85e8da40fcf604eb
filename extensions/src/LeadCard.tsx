import { EmptyState, Flex, Heading, Text } from '@hubspot/ui-extensions';
import type {
  AcceptLead,
  Disqualify,
  GateView,
  LeadCardAnswer,
  RecycleLead,
  Reinstate,
} from '../../src/http/contract/cards.ts';
import { backendOrigin, type CardApi } from './backend/card-api.ts';
import { useAnswer } from './backend/use-answer.ts';
import { Answers } from './parts/Answers.tsx';
import { CardFrame, NoBackend } from './parts/CardFrame.tsx';
import { Definitions } from './parts/Definitions.tsx';
import { Disqualified } from './parts/Disqualified.tsx';
import { GateList } from './parts/GateList.tsx';
import { LeadActions } from './parts/LeadActions.tsx';
import { LeadSummary } from './parts/LeadSummary.tsx';
import { StagePath } from './parts/StagePath.tsx';
import { LEAD_DEFINITIONS } from './words/definitions.ts';
import { formatsOf } from './words/formats.ts';

/** Properties of the contact whose edits change what the card shows. */
const CONTACT_PROPERTIES = [
  'lifecyclestage',
  'hs_lead_status',
  'hubspot_owner_id',
  'l2r_stage',
  'l2r_attempt',
  'l2r_need',
];

/** The lead in the sidebar of a contact, for the SDR: how urgent and why, until when, what next, and how it got here. */
export function LeadCard(api: CardApi) {
  const origin = backendOrigin(api.context);
  return origin === undefined ? <NoBackend /> : <Lead {...api} origin={origin} />;
}

function Lead({ context, actions, origin }: CardApi & { readonly origin: string }) {
  const record = `${origin}/extension/v1/contacts/${context.crm.objectId}`;
  const card = useAnswer<LeadCardAnswer>(actions, record, 'lead', CONTACT_PROPERTIES);
  const formats = formatsOf(context, card.answer?.zone);

  const accept = (fields: Omit<AcceptLead, 'key'>) => card.act('accept', fields);
  const recycle = (fields: Omit<RecycleLead, 'key'>) => card.act('recycle', fields);
  const disqualify = (fields: Omit<Disqualify, 'key'>) => card.act('disqualify', fields);
  const reinstate = (fields: Omit<Reinstate, 'key'>) => card.act('reinstate', fields);
  return (
    <CardFrame card={card} formats={formats}>
      {(answer) => (
        <Flex direction="column" gap="md">
          {answer.journey === null && answer.handoff === null ? (
            <EmptyState title="No journey yet" layout="vertical" imageName="leads">
              <Text>{answer.nextStep}</Text>
            </EmptyState>
          ) : (
            <LeadSummary answer={answer} now={card.now} formats={formats} />
          )}
          {answer.disqualified ? (
            <Disqualified
              disqualified={answer.disqualified}
              answer={answer}
              card={card}
              formats={formats}
              close={actions.closeOverlay}
              reinstate={reinstate}
            />
          ) : (
            <LeadActions
              answer={answer}
              card={card}
              close={actions.closeOverlay}
              accept={accept}
              recycle={recycle}
              disqualify={disqualify}
            />
          )}
          {answer.gate && !answer.disqualified && <NextGate gate={answer.gate} />}
          {isAsked(answer) && <Answers answers={answer.answers} card={card} formats={formats} />}
          {answer.journey && <StagePath journey={answer.journey} now={card.now} formats={formats} />}
          <Definitions definitions={LEAD_DEFINITIONS} />
        </Flex>
      )}
    </CardFrame>
  );
}

/** Discovery begins when the lead is accepted; what is known before is shown. */
const isAsked = ({ handoff, journey, answers }: LeadCardAnswer): boolean =>
  (journey !== null && handoff?.state !== 'offered') || answers.items.some(({ value }) => value !== '');

/** What the next stage asks for; answers are told below, with who and when. */
function NextGate({ gate }: { readonly gate: GateView }) {
  const items = gate.items.filter(({ id }) => !id.startsWith('answer.'));
  if (items.length === 0) return null;
  return (
    <Flex direction="column" gap="xs" testId="gate">
      <Heading>{`Before ${gate.stage.label}`}</Heading>
      <GateList items={items} />
    </Flex>
  );
}
