import { Alert, Button, Flex, Heading, LoadingSpinner, NumberInput, Select, Text, Tile } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { CalibrationView } from '../../../../src/http/contract/calibration.ts';
import { useCalibration } from '../backend/use-calibration.ts';
import { useEditor } from '../editor.ts';
import { CalibrationResult } from './CalibrationResult.tsx';

type Target = CalibrationView['target'];

const TARGETS = [
  { value: 'pipeline', label: 'An accepted opportunity' },
  { value: 'won', label: 'A won deal' },
] as const;
const DEFAULT_WINDOW = 90;

/** Whether the score tells who buys, and which points the rules would deserve. */
export function CalibrationSection() {
  const { url, isReadOnly, formats } = useEditor();
  const { answer, problem, isRunning, start } = useCalibration(url);
  const [target, setTarget] = useState<Target>('pipeline');
  const [windowDays, setWindow] = useState(DEFAULT_WINDOW);
  const found = answer?.calibration ?? null;
  const failure = problem ?? found?.failure;
  return (
    <Flex direction="column" gap="md">
      <Flex direction="column">
        <Heading>Does the score tell who buys?</Heading>
        <Text variant="microcopy">
          What was known of each lead when it qualified, by the rules in force, against what became of it. Nothing is
          changed by asking.
        </Text>
      </Flex>
      <Tile compact={true}>
        <Flex gap="sm" wrap="wrap" align="end">
          <Select
            label="What counts as success"
            name="target"
            value={target}
            options={[...TARGETS]}
            onChange={(next) => setTarget(next as Target)}
          />
          <NumberInput
            label="Days a lead has for it"
            name="window"
            precision={0}
            min={1}
            max={3_650}
            value={windowDays}
            onChange={(next: number | null) => setWindow(next ?? windowDays)}
          />
          <Button
            variant="primary"
            disabled={isRunning || isReadOnly}
            onClick={() => start({ target, windowDays })}
            testId="calibrate"
          >
            Calibrate
          </Button>
        </Flex>
      </Tile>
      {isRunning && <LoadingSpinner label={`Looked at ${found?.progress ?? 0} records so far`} showLabel={true} />}
      {failure && (
        <Alert title="This could not be calibrated" variant="warning">
          {failure}
        </Alert>
      )}
      {answer && !found && <Text>Nobody has asked yet.</Text>}
      {found?.result && (
        <CalibrationResult
          key={found.calibrationId}
          result={found.result}
          source={`calibration of ${formats.day(found.askedAt)}: ${found.result.entries} leads against ${GOALS[found.target]} within ${found.windowDays} days`}
          asked={`Asked for by ${found.askedBy} on ${formats.moment(found.askedAt)}.`}
        />
      )}
    </Flex>
  );
}

const GOALS = { pipeline: 'an accepted opportunity', won: 'a won deal' } as const;
