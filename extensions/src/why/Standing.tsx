import { Alert, Flex, List, Statistics, StatisticsItem, StatusTag, Text } from '@hubspot/ui-extensions';
import type { StandingView } from '../../../src/http/contract/why.ts';
import { Checklist } from '../parts/Checklist.tsx';
import type { Formats } from '../words/formats.ts';
import { toTenths } from './points.ts';
import { barrierText, BANDS, BARRIERS, cellText, GRADES, nextTexts, verdictOf } from './why-text.ts';

/** What a rep reads first: the cell of the matrix, whether the gate is passed, what is missing, and what stands in the way. */
export function Standing({ standing, formats }: { readonly standing: StandingView; readonly formats: Formats }) {
  const { grade, band, fitUnits, behaviorUnits, barrier, checklist, shutOut } = standing;
  const verdict = verdictOf(standing);
  const next = nextTexts(standing, formats);
  const points = (units: number) => formats.number(toTenths(units) / 10);
  return (
    <Flex direction="column" gap="sm">
      <Statistics>
        <StatisticsItem label={`Fit ${grade}`} number={points(fitUnits)} testId="fit">
          <Text variant="microcopy">{GRADES[grade] ?? ''}</Text>
        </StatisticsItem>
        <StatisticsItem label={`Behavior ${band}`} number={points(behaviorUnits)} testId="behavior">
          <Text variant="microcopy">{BANDS[band] ?? ''}</Text>
        </StatisticsItem>
      </Statistics>
      <Flex gap="xs" wrap="wrap" align="center">
        <Text format={{ fontWeight: 'bold' }} testId="cell">
          {cellText(standing)}
        </Text>
        <StatusTag variant={verdict.tone} testId="verdict">
          {verdict.text}
        </StatusTag>
      </Flex>
      {barrier && (
        <Alert title={BARRIERS[barrier.kind]} variant={barrier.kind === 'disqualified' ? 'error' : 'info'}>
          {barrierText(barrier, formats)}
        </Alert>
      )}
      {shutOut.length > 0 && (
        <Alert title="Whatever the score" variant="info">
          {`${shutOut.join(' ')} A raised hand makes an AQL all the same.`}
        </Alert>
      )}
      <Checklist items={checklist} />
      {next.length > 0 && (
        <Flex direction="column" gap="xs">
          <Text format={{ fontWeight: 'bold' }}>Missing for the next step up</Text>
          <List>
            {next.map((text) => (
              <Text key={text}>{text}</Text>
            ))}
          </List>
        </Flex>
      )}
    </Flex>
  );
}
