import { Box, Flex, Text } from '@hubspot/ui-extensions';
import type { HandoffCardAnswer, HandoffView } from '../../../src/http/contract/cards.ts';
import type { Formats } from '../words/formats.ts';
import { ClockLine } from './ClockLine.tsx';
import { HandoffState } from './HandoffState.tsx';

/** What an AE reads first: the clock beside what is next and where the offer stands. */
export function HandoffSummary({
  answer,
  handoff,
  now,
  formats,
}: {
  readonly answer: HandoffCardAnswer;
  readonly handoff: HandoffView;
  readonly now: number;
  readonly formats: Formats;
}) {
  const { stage, nextStep, rejectReasons } = answer;
  return (
    <Flex gap="lg" wrap="wrap" align="start">
      {handoff.clock && (
        <Box flex={1}>
          <ClockLine clock={handoff.clock} now={now} formats={formats} />
        </Box>
      )}
      <Box flex={2}>
        <Text format={{ fontWeight: 'bold' }} testId="next-step">
          {nextStep}
        </Text>
        <HandoffState handoff={handoff} reasons={rejectReasons} formats={formats} />
        {stage && (
          <Text variant="microcopy" testId="stage">{`${stage.label} since ${formats.moment(stage.enteredAt)}`}</Text>
        )}
      </Box>
    </Flex>
  );
}
