import { hubspot } from '@hubspot/ui-extensions';
import { useCallback, useEffect, useState } from 'react';
import { readAnswer } from './read-answer.ts';

const TIMEOUT_MS = 10_000;
const POLL_MS = 60_000;

interface PageAnswer<A> {
  /** The last good answer; `null` before the first. */
  readonly answer: A | null;
  /** Why the last request failed, in words; `null` when it did not. */
  readonly problem: string | null;
  readonly reload: () => void;
}

/** An answer of the backend for a page that is only read: asked for once a minute; a failed refresh leaves the last one in place. */
export function usePageAnswer<A extends { readonly now: number }>(url: string): PageAnswer<A> {
  const [state, setState] = useState<Omit<PageAnswer<A>, 'reload'> & { readonly settled: number }>({
    answer: null,
    problem: null,
    settled: 0,
  });
  const reload = useCallback(() => {
    void readAnswer<A>(() => hubspot.fetch(url, { timeout: TIMEOUT_MS })).then((outcome) =>
      setState(({ answer, settled }) =>
        outcome.kind === 'answered'
          ? { answer: outcome.answer, problem: null, settled: settled + 1 }
          : { answer, problem: outcome.message, settled: settled + 1 },
      ),
    );
  }, [url]);
  useEffect(reload, [reload]);
  useEffect(() => {
    const timer = setTimeout(reload, POLL_MS);
    return () => clearTimeout(timer);
  }, [reload, state.settled]);
  return { ...state, reload };
}
