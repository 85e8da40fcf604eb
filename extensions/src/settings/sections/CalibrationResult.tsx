import { Alert, BarChart, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { Rows } from '../../parts/Rows.tsx';
import type { Report } from '../document/weights.ts';
import { aucText, percent, share } from '../words/calibration.ts';
import { CalibrationColumns } from './CalibrationColumns.tsx';
import { RuleWeights } from './RuleWeights.tsx';

type Bands = NonNullable<Report['grades']>;

/** What a calibration found, and the points that can be put into the draft. */
export function CalibrationResult({
  result,
  source,
  asked,
}: {
  readonly result: Report;
  /** Where the numbers come from, for a note. */
  readonly source: string;
  readonly asked: string;
}) {
  const { entries, converted, overall, score, grades, weights } = result;
  const alarms = [...(grades?.alarms ?? []), ...(score?.bands.alarms ?? [])];
  return (
    <Flex direction="column" gap="md" testId="calibration">
      <Text>{`${entries} leads whose outcome is known, ${share({ part: converted, whole: entries, ...overall })} of them a success. ${asked}`}</Text>
      {score?.auc && <Text testId="auc">{aucText(score.auc)}</Text>}
      {alarms.map(({ sentence, pValue }) => (
        <Alert key={sentence} title="A lower one converts better than a higher one" variant="danger">
          {`${sentence} Chance of that from noise: ${pValue < 0.001 ? 'below 0.1 %' : percent(pValue)}.`}
        </Alert>
      ))}
      {score && score.reliability.length > 1 && <Reliability bins={score.reliability} />}
      {grades && <BandTable title="By grade and band when they qualified" what="Cell" bands={grades} />}
      {weights && <RuleWeights weights={weights} source={source} />}
      <CalibrationColumns result={result} />
    </Flex>
  );
}

function Reliability({ bins }: { readonly bins: NonNullable<Report['score']>['reliability'] }) {
  const label = (from: number, to: number) => `${Math.round(from)}–${Math.round(to)}`;
  return (
    <BarChart
      data={{
        data: bins.map(({ from, to, rate }) => ({
          score: label(from, to),
          share: Math.round((rate ?? 0) * 1_000) / 10,
        })),
      }}
      axes={{
        x: { field: 'score', fieldType: 'category', label: 'Score in points' },
        y: { field: 'share', fieldType: 'linear', label: 'Successes in %' },
      }}
      options={{ title: 'Successes along the score', showTooltips: true, showDataLabels: true }}
    />
  );
}

const BandTable = ({
  title,
  what,
  bands,
}: {
  readonly title: string;
  readonly what: string;
  readonly bands: Bands;
}) => (
  <Flex direction="column" gap="xs">
    <Heading>{title}</Heading>
    <Text variant="microcopy">
      Rates from 20 leads on, with their 95 % interval. Lift is the rate against that of all.
    </Text>
    <Rows
      head={[what, 'Leads', 'Successes', 'Lift']}
      rows={bands.rows.map(({ label, entries, converted, lift, ...rate }) => [
        label,
        String(entries),
        share({ part: converted, whole: entries, rate: rate.rate, low: rate.low, high: rate.high }),
        lift === null ? '' : `× ${lift.toFixed(1)}`,
      ])}
      empty="No lead has one."
    />
  </Flex>
);
