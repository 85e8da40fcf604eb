import { EmptyState, Flex, Text } from '@hubspot/ui-extensions';
import type { AccountCardAnswer } from '../../src/http/contract/account.ts';
import { AccountOffer } from './account/AccountOffer.tsx';
import { AccountPath } from './account/AccountPath.tsx';
import { AccountPeople } from './account/AccountPeople.tsx';
import { AccountScore } from './account/AccountScore.tsx';
import { AccountSigns } from './account/AccountSigns.tsx';
import { AccountSwap } from './account/AccountSwap.tsx';
import { backendOrigin, type CardApi } from './backend/card-api.ts';
import { useAnswer } from './backend/use-answer.ts';
import { AttemptNote } from './parts/AttemptNote.tsx';
import { CardFrame, NoBackend } from './parts/CardFrame.tsx';
import { Definitions } from './parts/Definitions.tsx';
import { ACCOUNT_DEFINITIONS } from './words/definitions.ts';
import { formatsOf } from './words/formats.ts';

/** Properties of the company whose edits change what the card shows. */
const COMPANY_PROPERTIES = ['industry', 'numberofemployees', 'hs_ideal_customer_profile', 'type', 'l2r_account_stage'];

/** The account on a company: where it stands and why, what it looks for, whom to begin with, and the offer of it. */
export function AccountCard(api: CardApi) {
  const origin = backendOrigin(api.context);
  return origin === undefined ? <NoBackend /> : <Account {...api} origin={origin} />;
}

function Account({ context, actions, origin }: CardApi & { readonly origin: string }) {
  const record = `${origin}/extension/v1/companies/${context.crm.objectId}`;
  const card = useAnswer<AccountCardAnswer>(actions, record, 'account', COMPANY_PROPERTIES);
  const formats = formatsOf(context, card.answer?.zone);
  const isBusy = card.attempt?.state === 'sending' || card.attempt?.state === 'failed';
  return (
    <CardFrame card={card} formats={formats}>
      {({ account, ...answer }) =>
        account === null ? (
          <EmptyState title="This account is not known yet" layout="vertical" imageName="companies">
            <Text>It is looked at within a few minutes, where the definition set has rules for accounts.</Text>
          </EmptyState>
        ) : (
          <Flex direction="column" gap="md">
            <AccountPath account={account} formats={formats} />
            <AccountOffer
              answer={answer}
              now={card.now}
              formats={formats}
              isBusy={isBusy}
              close={actions.closeOverlay}
              act={card.act}
            />
            <AttemptNote attempt={card.attempt} retry={card.retry} dismiss={card.dismiss} />
            <AccountScore account={account} formats={formats} />
            <AccountSigns account={account} formats={formats} />
            <AccountPeople
              account={account}
              close={actions.closeOverlay}
              start={
                answer.handoff && answer.start.allowed && !isBusy
                  ? (contactId, despite) =>
                      card.act('start', { handoffId: answer.handoff?.handoffId, contactId, despite })
                  : undefined
              }
            />
            <AccountSwap account={account} isBusy={isBusy} swap={(instead) => card.act('swap', { instead })} />
            <Definitions definitions={ACCOUNT_DEFINITIONS} />
          </Flex>
        )
      }
    </CardFrame>
  );
}
