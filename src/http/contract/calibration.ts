import { z } from 'zod';
import type { CalibrationReport } from '../../domain/calibration/calibration-report.ts';

/** What a calibration found; it runs as a job and is asked about until it is done. Instants are UTC milliseconds. */
export interface CalibrationAnswer {
  readonly now: number;
  /** null where none was asked for in the last 100 days. */
  readonly calibration: CalibrationView | null;
}

export interface CalibrationView {
  readonly calibrationId: string;
  readonly target: 'pipeline' | 'won';
  readonly windowDays: number;
  readonly askedBy: string;
  readonly askedAt: number;
  readonly state: 'running' | 'done' | 'failed';
  /** Records looked at so far. */
  readonly progress: number;
  readonly failure: string | null;
  readonly result: CalibrationReport | null;
}

export const calibrateSchema = z.strictObject({
  key: z.string().min(8).max(100),
  target: z.enum(['pipeline', 'won']).default('pipeline'),
  /** An AQL that has not got there after so many days has failed. */
  windowDays: z.int().min(1).max(3_650).default(90),
});

export type Calibrate = z.input<typeof calibrateSchema>;
