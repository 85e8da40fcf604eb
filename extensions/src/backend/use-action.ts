import { hubspot } from '@hubspot/ui-extensions';
import { useRef, useState } from 'react';
import { type Outcome, readAnswer } from './read-answer.ts';

/** HubSpot gives up after 15 s; an action is answered as soon as it is stored. */
const TIMEOUT_MS = 10_000;

/** The latest click on an action, until the backend has answered it. */
export interface Attempt {
  readonly state: 'sending' | 'refused' | 'failed';
  readonly message: string;
  /** What the card showed when it was sent; what a failed attempt did shows as another revision. */
  readonly revision: string;
}

interface Request {
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
  readonly revision: string;
}

/**
 * Sends what a person clicks, one click at a time. Each click has a key of its own, made here, which every repetition of the same
 * request carries, so that the backend does it once.
 */
export function useAction<A extends { readonly now: number }>(settle: (outcome: Outcome<A>) => void) {
  const [attempt, setAttempt] = useState<Attempt | null>(null);
  const latest = useRef<Request | null>(null);
  const isSending = useRef(false);

  const send = async (request: Request): Promise<void> => {
    if (isSending.current) return;
    isSending.current = true;
    latest.current = request;
    const { url, body, revision } = request;
    setAttempt({ state: 'sending', message: '', revision });
    const outcome = await readAnswer<A>(() =>
      hubspot.fetch(url, { method: 'POST', body: { ...body }, timeout: TIMEOUT_MS }),
    );
    isSending.current = false;
    setAttempt(
      outcome.kind === 'answered'
        ? null
        : { state: outcome.kind, message: outcome.message, revision: request.revision },
    );
    settle(outcome);
  };

  return {
    attempt,
    click: (url: string, fields: Readonly<Record<string, unknown>>, revision: string) => {
      void send({ url, body: { key: crypto.randomUUID(), ...fields }, revision });
    },
    dismiss: () => setAttempt(null),
    retry: () => {
      if (latest.current) void send(latest.current);
    },
  };
}
