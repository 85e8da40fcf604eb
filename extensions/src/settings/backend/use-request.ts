import { useCallback, useState } from 'react';
import type { Outcome } from '../../backend/read-answer.ts';

export interface Request<A> {
  readonly answer: A | null;
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly run: (request: () => Promise<Outcome<A>>) => void;
}

/** A question that is asked by a click, and its answer. */
export function useRequest<A extends { readonly now: number }>(): Request<A> {
  const [state, setState] = useState<Omit<Request<A>, 'run'>>({ answer: null, problem: null, isBusy: false });
  const run = useCallback((request: () => Promise<Outcome<A>>) => {
    setState(({ answer }) => ({ answer, problem: null, isBusy: true }));
    void request().then((outcome) =>
      setState(({ answer }) =>
        outcome.kind === 'answered'
          ? { answer: outcome.answer, problem: null, isBusy: false }
          : { answer, problem: outcome.message, isBusy: false },
      ),
    );
  }, []);
  return { ...state, run };
}
