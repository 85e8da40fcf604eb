import { Flex, Tag, Text } from '@hubspot/ui-extensions';
import type { LeadCardAnswer } from '../../../src/http/contract/cards.ts';
import type { Formats } from '../words/formats.ts';
import { ClockLine } from './ClockLine.tsx';
import { HandoffState } from './HandoffState.tsx';

/** What an SDR reads first: priority and why, the clock, whose it is, what is next, and where the offer stands. */
export function LeadSummary({
  answer,
  now,
  formats,
}: {
  readonly answer: LeadCardAnswer;
  readonly now: number;
  readonly formats: Formats;
}) {
  const { priority, owner, handoff, nextStep, recycleReasons } = answer;
  return (
    <Flex direction="column" gap="sm">
      {priority && (
        <Flex gap="xs" align="center" wrap="wrap">
          <Tag variant={priorityTone(priority.id)} testId="priority">
            {priority.id}
          </Tag>
          <Text>{priority.reason}</Text>
        </Flex>
      )}
      {handoff?.clock && <ClockLine clock={handoff.clock} now={now} formats={formats} />}
      <Text testId="owner">{owner ? `Owner: ${owner.name}` : 'No owner yet'}</Text>
      <Text format={{ fontWeight: 'bold' }} testId="next-step">
        {nextStep}
      </Text>
      {handoff && <HandoffState handoff={handoff} reasons={recycleReasons} formats={formats} />}
    </Flex>
  );
}

const TONES: Readonly<Record<string, 'error' | 'warning' | 'info'>> = { P1: 'error', P2: 'warning', P3: 'info' };
const priorityTone = (id: string) => TONES[id] ?? 'default';
