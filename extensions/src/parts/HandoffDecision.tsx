import { type BaseDate, CurrencyInput, DateInput, Flex, Text } from '@hubspot/ui-extensions';
import type { AcceptDeal, HandoffCardAnswer, HandoffView, RejectDeal } from '../../../src/http/contract/cards.ts';
import { calendarDayOf, dateInputValue } from '../words/calendar-day.ts';
import { amountText } from '../words/deal-terms.ts';
import { AcceptButton } from './AcceptButton.tsx';
import { ReasonButton } from './ReasonButton.tsx';
import { useDealTerms } from './use-deal-terms.ts';

/** The decision over a handoff: accept it with an amount and a close date, or reject it with a reason. */
export function HandoffDecision({
  answer,
  handoff,
  today,
  isBusy,
  close,
  accept,
  reject,
}: {
  readonly answer: HandoffCardAnswer;
  readonly handoff: HandoffView;
  /** The portal's calendar day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly isBusy: boolean;
  readonly close: (id: string) => void;
  readonly accept: (fields: Omit<AcceptDeal, 'key'>) => void;
  readonly reject: (fields: Omit<RejectDeal, 'key'>) => void;
}) {
  const { handoffId } = handoff;
  const form = useDealTerms(answer, today);
  const send = (despite: string[]) => {
    const terms = form.check();
    if (terms) accept({ handoffId, amount: amountText(terms.amount), closeDate: terms.closeDate, despite });
  };
  return (
    <Flex direction="column" gap="sm">
      {answer.accept.allowed ? (
        <TermsFields form={form} currency={answer.currency} />
      ) : (
        <Why text={answer.accept.why} />
      )}
      <Flex gap="sm">
        {answer.accept.allowed && (
          <AcceptButton
            label="Accept as SQO"
            items={answer.checklist}
            disabled={isBusy}
            testId="accept"
            close={close}
            onAccept={send}
          />
        )}
        {answer.reject.allowed && (
          <ReasonButton
            label="Reject"
            explanation="The opportunity goes back with the reason, to whoever set the meeting."
            reasons={answer.rejectReasons}
            disabled={isBusy}
            testId="reject"
            close={close}
            onConfirm={(reason) => reject({ handoffId, reason })}
          />
        )}
      </Flex>
      {!answer.reject.allowed && answer.accept.allowed && <Why text={answer.reject.why} />}
    </Flex>
  );
}

const Why = ({ text }: { readonly text: string }) => <Text variant="microcopy">{text}</Text>;

function TermsFields({
  form,
  currency,
}: {
  readonly form: ReturnType<typeof useDealTerms>;
  readonly currency: string;
}) {
  const { terms, problems, change } = form;
  return (
    <Flex gap="md" wrap="wrap">
      <CurrencyInput
        label="Amount"
        name="amount"
        required={true}
        currency={currency}
        precision={2}
        {...(terms.amount === null ? {} : { value: terms.amount })}
        onChange={(amount: number | null | undefined) => change({ amount: amount ?? null })}
        error={problems.amount !== null}
        validationMessage={problems.amount ?? ''}
        testId="amount"
      />
      <DateInput
        label="Close date"
        name="close-date"
        required={true}
        timezone="portalTz"
        {...(terms.closeDate === null ? {} : { value: dateInputValue(terms.closeDate) })}
        onChange={(date: BaseDate | null | undefined) => change({ closeDate: calendarDayOf(date) })}
        error={problems.closeDate !== null}
        validationMessage={problems.closeDate ?? ''}
        testId="close-date"
      />
    </Flex>
  );
}
