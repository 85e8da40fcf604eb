import { useCallback, useEffect, useState } from 'react';
import type { Calibrate, CalibrationAnswer } from '../../../../src/http/contract/calibration.ts';
import type { Outcome } from '../../backend/read-answer.ts';
import { ask, send } from './settings-api.ts';

const POLL_MS = 1_000;

export interface Calibration {
  /** null until the first answer. */
  readonly answer: CalibrationAnswer | null;
  readonly problem: string | null;
  readonly isRunning: boolean;
  readonly start: (options: Omit<Calibrate, 'key'>) => void;
}

/** The portal's last calibration, or one asked for by a click, asked about until it is done. */
export function useCalibration(url: string): Calibration {
  const [answer, setAnswer] = useState<CalibrationAnswer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [polls, setPolls] = useState(0);

  const settle = useCallback((outcome: Outcome<CalibrationAnswer>) => {
    setPolls((count) => count + 1);
    if (outcome.kind === 'answered') setAnswer(outcome.answer);
    setProblem(outcome.kind === 'answered' ? null : outcome.message);
  }, []);
  useEffect(() => void ask<CalibrationAnswer>(`${url}/calibrations`).then(settle), [url, settle]);

  const calibration = answer?.calibration;
  const isRunning = calibration?.state === 'running';
  const id = calibration?.calibrationId;
  useEffect(() => {
    if (!isRunning || id === undefined) return undefined;
    const next = () => void ask<CalibrationAnswer>(`${url}/calibrations/${id}`).then(settle);
    const timer = setTimeout(next, POLL_MS);
    return () => clearTimeout(timer);
  }, [url, id, isRunning, polls, settle]);

  const start: Calibration['start'] = (options) =>
    void send<CalibrationAnswer>(`${url}/calibrations`, options).then(settle);
  return { answer, problem, isRunning, start };
}
