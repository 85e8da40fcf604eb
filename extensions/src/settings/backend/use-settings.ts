import { useCallback, useEffect, useRef, useState } from 'react';
import type { SettingsAnswer } from '../../../../src/http/contract/settings.ts';
import type { Outcome } from '../../backend/read-answer.ts';
import { type Attempt, useAction } from '../../backend/use-action.ts';
import type { Definitions } from '../document/types.ts';
import { ask } from './settings-api.ts';
import { type Drafting, useDraft } from './use-draft.ts';

/** Others edit, approve and publish too. */
const POLL_MS = 20_000;

type Fields = Readonly<Record<string, unknown>>;

export interface Settings {
  /** The last good answer; `null` before the first. */
  readonly answer: SettingsAnswer | null;
  /** Why the last request for it failed, in words; `null` when it did not. */
  readonly problem: string | null;
  readonly reload: () => void;
  readonly drafting: Drafting;
  /** Keeps the draft, then sends an action: the last part of its path and its fields, which may depend on the draft as it was kept. */
  readonly act: (name: string, fields: Fields | ((answer: SettingsAnswer | null) => Fields)) => void;
  readonly attempt: Attempt | null;
  readonly retry: () => void;
  readonly dismiss: () => void;
}

/** What the settings page shows and edits, kept fresh while nothing is being edited here. */
export function useSettings(url: string): Settings {
  const [answer, setAnswer] = useState<SettingsAnswer | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [settled, setSettled] = useState(0);
  const latest = useRef<SettingsAnswer | null>(null);

  const settle = useCallback((outcome: Outcome<SettingsAnswer>) => {
    setSettled((count) => count + 1);
    if (outcome.kind !== 'answered') return setProblem(outcome.message);
    setProblem(null);
    // Answers can overtake each other: the one with the later server time is the newer.
    if (latest.current && outcome.answer.now < latest.current.now) return;
    latest.current = outcome.answer;
    setAnswer(outcome.answer);
  }, []);
  const reload = useCallback(() => void ask<SettingsAnswer>(url).then(settle), [url, settle]);
  const shown = useCallback(() => (latest.current ? keptOf(latest.current) : {}), []);
  const drafting = useDraft(url, shown, settle);
  const { attempt, click, retry, dismiss } = useAction<SettingsAnswer>((outcome) =>
    outcome.kind === 'answered' ? settle(outcome) : reload(),
  );

  useEffect(reload, [reload]);
  const isEditing = drafting.state !== 'saved';
  useEffect(() => {
    if (isEditing) return undefined;
    const timer = setTimeout(reload, POLL_MS);
    return () => clearTimeout(timer);
  }, [reload, isEditing, settled]);

  const act: Settings['act'] = (name, fields) =>
    void drafting.flush().then((isKept) => {
      const known = latest.current;
      if (isKept) click(`${url}/${name}`, typeof fields === 'function' ? fields(known) : fields, known?.revision ?? '');
    });
  return { answer, problem, reload, drafting, act, attempt, retry, dismiss };
}

/** What is edited: the draft, or what is in force where there is none, with the edits that are not kept yet. */
export const definitionsOf = (answer: SettingsAnswer, { unsaved }: Drafting): Definitions => ({
  ...keptOf(answer),
  ...unsaved,
});

/** A draft was made of what was in force, section by section, on this page or by somebody who checked a file. */
const keptOf = ({ draft, inForce }: SettingsAnswer): Definitions => (draft ? (draft.document as Definitions) : inForce);
