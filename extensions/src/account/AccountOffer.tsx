import { Box, Button, Flex, Tag, Text } from '@hubspot/ui-extensions';
import type { AccountCardAnswer } from '../../../src/http/contract/account.ts';
import { ClockLine } from '../parts/ClockLine.tsx';
import { HandoffState } from '../parts/HandoffState.tsx';
import { ReasonButton } from '../parts/ReasonButton.tsx';
import { type Formats, sentence } from '../words/formats.ts';

/** The offer of the account: its clock, what is next, where it stands, and what the person looking may do. */
export function AccountOffer({
  answer,
  now,
  formats,
  isBusy,
  close,
  act,
}: {
  readonly answer: Omit<AccountCardAnswer, 'account'>;
  readonly now: number;
  readonly formats: Formats;
  readonly isBusy: boolean;
  readonly close: (id: string) => void;
  readonly act: (name: string, fields: Readonly<Record<string, unknown>>) => void;
}) {
  const { handoff, priority, nextStep, accept, decline, declineReasons } = answer;
  const next = (
    <Text format={{ fontWeight: 'bold' }} testId="next-step">
      {nextStep}
    </Text>
  );
  if (!handoff) return next;
  const { handoffId } = handoff;
  return (
    <Flex direction="column" gap="sm">
      <Flex gap="lg" wrap="wrap" align="start">
        <Box flex={1}>
          {priority !== null && (
            <Tag variant={priority === 'P4' ? 'info' : 'warning'} testId="priority">
              {priority}
            </Tag>
          )}
          {handoff.clock && <ClockLine clock={handoff.clock} now={now} formats={formats} />}
        </Box>
        <Box flex={2}>
          {next}
          <HandoffState handoff={handoff} reasons={declineReasons} formats={formats} />
          {handoff.state === 'accepted' && handoff.reason !== null && <Text>{sentence(handoff.reason)}</Text>}
        </Box>
      </Flex>
      <Flex gap="sm" wrap="wrap">
        {accept.allowed && (
          <Button variant="primary" disabled={isBusy} onClick={() => act('accept', { handoffId })} testId="accept">
            Accept
          </Button>
        )}
        {decline.allowed && (
          <ReasonButton
            label="Decline"
            explanation="The account is left in peace for a while. It is offered again when it shows intent after that."
            reasons={declineReasons}
            disabled={isBusy}
            testId="decline"
            close={close}
            onConfirm={(reason) => act('decline', { handoffId, reason })}
          />
        )}
      </Flex>
      {handoff.state === 'offered' && !accept.allowed && <Text variant="microcopy">{accept.why}</Text>}
    </Flex>
  );
}
