import { Flex, Heading, StepIndicator, Text } from '@hubspot/ui-extensions';
import type { JourneyView } from '../../../src/http/contract/cards.ts';
import type { Formats } from '../words/formats.ts';
import { currentStep, stayText, stepName } from '../words/path-text.ts';

/** The way of a journey: its stages with their dates, how long it has stood where it is, and how it ended. */
export function StagePath({
  journey,
  now,
  formats,
}: {
  readonly journey: JourneyView;
  readonly now: number;
  readonly formats: Formats;
}) {
  const { attempt, path, ended } = journey;
  const stay = ended ? null : stayText(journey, now, formats);
  return (
    <Flex direction="column" gap="xs">
      <Heading>{attempt > 1 ? `Path, attempt ${attempt}` : 'Path'}</Heading>
      <StepIndicator
        direction="vertical"
        circleSize="xs"
        stepNames={path.map((step) => stepName(step, formats))}
        currentStep={currentStep(path)}
        testId="path"
      />
      {stay !== null && <Text variant="microcopy">{stay}</Text>}
      {ended && <Text format={{ fontWeight: 'bold' }}>{`Ended: ${ended.label} on ${formats.day(ended.at)}.`}</Text>}
    </Flex>
  );
}
