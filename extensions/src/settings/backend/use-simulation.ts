import { useCallback, useEffect, useState } from 'react';
import type { Simulate, SimulationAnswer } from '../../../../src/http/contract/settings.ts';
import type { Outcome } from '../../backend/read-answer.ts';
import { ask, send } from './settings-api.ts';

const POLL_MS = 1_000;

/** How many SDRs, and what leads are broken down by, may be left to the backend. */
export type SimulationOptions = Omit<Simulate, 'key' | 'days'> & { readonly days: number };

export interface Simulation {
  readonly answer: SimulationAnswer | null;
  /** Days it looks back, of the one asked for last. */
  readonly days: number;
  readonly problem: string | null;
  readonly isRunning: boolean;
  readonly start: (options: SimulationOptions) => void;
}

/** A what-if of the draft, asked for by a click and asked about until it is done. */
export function useSimulation(url: string): Simulation {
  const [answer, setAnswer] = useState<SimulationAnswer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [days, setDays] = useState(90);
  const [polls, setPolls] = useState(0);

  const settle = useCallback((outcome: Outcome<SimulationAnswer>) => {
    setPolls((count) => count + 1);
    if (outcome.kind === 'answered') setAnswer(outcome.answer);
    setProblem(outcome.kind === 'answered' ? null : outcome.message);
  }, []);
  const id = answer?.simulationId;
  const isRunning = answer?.state === 'running';
  useEffect(() => {
    if (!isRunning || id === undefined) return undefined;
    const next = () => void ask<SimulationAnswer>(`${url}/simulations/${id}`).then(settle);
    const timer = setTimeout(next, POLL_MS);
    return () => clearTimeout(timer);
  }, [url, id, isRunning, polls, settle]);

  const start: Simulation['start'] = (options) => {
    setDays(options.days);
    setAnswer(null);
    void send<SimulationAnswer>(`${url}/simulate`, options).then(settle);
  };
  return { answer, days, problem, isRunning, start };
}
