import { Flex, StatusTag, Text } from '@hubspot/ui-extensions';
import type { ClockView } from '../../../src/http/contract/cards.ts';
import { clockText } from '../words/clock-text.ts';
import type { Formats } from '../words/formats.ts';

/** A clock: how it stands, what it waits for, and until when. */
export function ClockLine({
  clock,
  now,
  formats,
}: {
  readonly clock: ClockView;
  readonly now: number;
  readonly formats: Formats;
}) {
  const { text, tone } = clockText(clock, now);
  return (
    <Flex direction="column" gap="xs">
      <StatusTag variant={tone} testId="clock">
        {text}
      </StatusTag>
      <Text variant="microcopy">{`${clock.label}, due ${formats.moment(clock.dueAt)}`}</Text>
    </Flex>
  );
}
