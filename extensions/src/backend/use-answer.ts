import { hubspot } from '@hubspot/ui-extensions';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { HandoffView } from '../../../src/http/contract/cards.ts';
import type { CardApi } from './card-api.ts';
import { type Outcome, readAnswer } from './read-answer.ts';
import { type Attempt, useAction } from './use-action.ts';
import { useServerNow } from './use-server-now.ts';

const TIMEOUT_MS = 10_000;
const POLL_MS = 20_000;
/** While HubSpot has not confirmed what somebody clicked. */
const POLL_PENDING_MS = 1_000;
/** After an edit in HubSpot: its webhook may be on its way to the backend still. */
const AFTER_EDIT_MS = [1_000, 2_000];

/** What every card's answer has. */
export interface CardAnswer {
  readonly now: number;
  readonly revision: string;
  /** Left out by cards that offer no work. */
  readonly handoff?: HandoffView | null;
}

export interface Answered<A> {
  /** The last good answer; `null` before the first. */
  readonly answer: A | null;
  /** Why the last request for it failed, in words; `null` when it did not. */
  readonly problem: string | null;
  /** The server's now, UTC milliseconds, moving. */
  readonly now: number;
  readonly reload: () => void;
  /** What a click is waiting for, or why it was not done; `null` otherwise. */
  readonly attempt: Attempt | null;
  /** Sends an action: the last part of its path and its fields, without the key. */
  readonly act: (name: string, fields: Readonly<Record<string, unknown>>) => void;
  readonly retry: () => void;
  /** Takes the note about an attempt away. */
  readonly dismiss: () => void;
}

interface State<A> {
  readonly answer: A | null;
  readonly arrivedAt: number;
  readonly problem: string | null;
  /** Requests that have come back; the next poll counts from the latest. */
  readonly settled: number;
}

/**
 * The backend's answer about one record, kept fresh: polled, asked for again after edits of `properties` and after actions. A failed
 * refresh leaves the last answer in place.
 *
 * @param record      the record's address at the backend, such as `https://l2r.example.com/extension/v1/contacts/1`
 * @param view        what is read of it, such as `lead`
 * @param properties  names of HubSpot properties whose edits change the answer; the same array on every render
 */
export function useAnswer<A extends CardAnswer>(
  actions: CardApi['actions'],
  record: string,
  view: string,
  properties: readonly string[],
): Answered<A> {
  const [state, setState] = useState<State<A>>({ answer: null, arrivedAt: 0, problem: null, settled: 0 });
  const [edits, setEdits] = useState(0);
  const { answer } = state;

  const settle = useCallback((outcome: Outcome<A>) => setState((last) => next(last, outcome)), []);
  const reload = useCallback(() => {
    void readAnswer<A>(() => hubspot.fetch(`${record}/${view}`, { timeout: TIMEOUT_MS })).then(settle);
  }, [record, view, settle]);
  const { attempt, click, retry, dismiss } = useAction<A>((outcome) =>
    outcome.kind === 'answered' ? settle(outcome) : reload(),
  );

  useEffect(reload, [reload]);

  const pause = answer?.handoff?.state === 'pending' ? POLL_PENDING_MS : POLL_MS;
  useEffect(() => {
    const timer = setTimeout(reload, pause);
    return () => clearTimeout(timer);
  }, [reload, pause, state.settled]);

  // What HubSpot has just confirmed is on the record; the page around the card does not know it yet.
  const isPending = useRef(false);
  useEffect(() => {
    if (isPending.current && pause === POLL_MS) {
      actions.refreshObjectProperties();
      const refusal = answer?.handoff?.refusal;
      // Said aloud: whoever clicked may look elsewhere, or not see the card at all.
      actions.addAlert(
        refusal
          ? { type: 'warning', message: `HubSpot did not take it: ${refusal}` }
          : { type: 'success', message: 'HubSpot has taken it.' },
      );
    }
    isPending.current = pause === POLL_PENDING_MS;
  }, [actions, pause, answer]);

  useEffect(() => {
    let isShown = true;
    // HubSpot offers no way to stop listening.
    actions.onCrmPropertiesUpdate([...properties], () => {
      if (isShown) setEdits((count) => count + 1);
    });
    return () => {
      isShown = false;
    };
  }, [actions, properties]);
  useEffect(() => {
    if (edits === 0) return undefined;
    reload();
    const timers = AFTER_EDIT_MS.map((pause) => setTimeout(reload, pause));
    return () => timers.forEach(clearTimeout);
  }, [edits, reload]);

  return {
    answer,
    problem: state.problem,
    now: useServerNow({ now: answer?.now ?? 0, arrivedAt: state.arrivedAt }, answer?.handoff?.clock ?? null),
    reload,
    attempt: isOver(attempt, answer) ? null : attempt,
    act: (name, fields) => click(`${record}/${name}`, fields, answer?.revision ?? ''),
    retry,
    dismiss,
  };
}

/** Answers can overtake each other: the one with the later server time is the newer. */
function next<A extends CardAnswer>(last: State<A>, outcome: Outcome<A>): State<A> {
  const settled = last.settled + 1;
  if (outcome.kind !== 'answered') return { ...last, problem: outcome.message, settled };
  if (last.answer && outcome.answer.now < last.answer.now) return { ...last, problem: null, settled };
  return { answer: outcome.answer, arrivedAt: Date.now(), problem: null, settled };
}

/** A click whose answer was lost was taken all the same when the record has moved on. */
const isOver = (attempt: Attempt | null, answer: CardAnswer | null): boolean =>
  attempt?.state === 'failed' && attempt.revision !== answer?.revision;
