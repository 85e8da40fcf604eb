import { Alert, Button, Flex, Heading, LoadingSpinner, NumberInput, Select, Text, Tile } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Simulation, SimulationOptions } from '../backend/use-simulation.ts';
import type { AskableProperty } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { labelOfFact } from '../words/facts.ts';
import { WhatIfResult } from './WhatIfResult.tsx';

const DEFAULT_MINUTES = 30;

/** Of companies, and followed by the rules in force: values of people are nobody's segment. */
const isSegment = ({ fact, fillRate }: AskableProperty): boolean => fact.startsWith('company.') && fillRate !== null;

/** What the draft would have made of the last days, beside what is in force. */
export function WhatIfSection({
  simulation,
  isDrafted,
  onTry,
}: {
  readonly simulation: Simulation;
  readonly isDrafted: boolean;
  readonly onTry: (options: SimulationOptions) => void;
}) {
  const { isReadOnly, properties } = useEditor();
  const [days, setDays] = useState(simulation.days);
  const [minutesPerLead, setMinutes] = useState(DEFAULT_MINUTES);
  const [sdrs, setSdrs] = useState<number | undefined>(undefined);
  const [segmentBy, setSegmentBy] = useState('channel');
  const { answer, problem, isRunning } = simulation;
  return (
    <Flex direction="column" gap="md">
      <Flex direction="column">
        <Heading>What if</Heading>
        <Text variant="microcopy">
          The last days once more, by what is in force and by the draft, from the same history. Nothing is decided or
          written.
        </Text>
      </Flex>
      <Tile compact={true}>
        <Flex gap="sm" wrap="wrap" align="end">
          <NumberInput
            label="Days"
            name="days"
            precision={0}
            min={1}
            max={365}
            value={days}
            onChange={(next: number | null) => setDays(next ?? days)}
          />
          <NumberInput
            label="Minutes of an SDR for a lead"
            name="minutes"
            precision={0}
            min={1}
            max={600}
            value={minutesPerLead}
            onChange={(next: number | null) => setMinutes(next ?? minutesPerLead)}
          />
          <NumberInput
            label="SDRs"
            name="sdrs"
            precision={0}
            min={0}
            max={1000}
            placeholder="As many as now"
            {...(sdrs === undefined ? {} : { value: sdrs })}
            onChange={(next: number | null) => setSdrs(next ?? undefined)}
          />
          <Select
            label="Leads by"
            name="segment"
            value={segmentBy}
            options={[
              { value: 'channel', label: 'Channel' },
              ...properties.filter(isSegment).map((each) => ({ value: each.fact, label: labelOfFact(each) })),
            ]}
            onChange={(next) => setSegmentBy(String(next))}
          />
          <Button
            variant="primary"
            disabled={isRunning || !isDrafted || isReadOnly}
            onClick={() => onTry({ days, minutesPerLead, sdrs, segmentBy })}
            testId="run-what-if"
          >
            {`Try on ${days} days`}
          </Button>
        </Flex>
      </Tile>
      {!isDrafted && <Text>There is no draft to try: change something in a section first.</Text>}
      {isRunning && <LoadingSpinner label={`Looked at ${answer?.progress ?? 0} records so far`} showLabel={true} />}
      {(problem ?? answer?.failure) && (
        <Alert title="This could not be tried" variant="warning">
          {problem ?? answer?.failure}
        </Alert>
      )}
      {answer?.result && <WhatIfResult result={answer.result} />}
    </Flex>
  );
}
