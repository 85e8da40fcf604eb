import { useCallback, useEffect, useRef, useState } from 'react';
import type { SettingsAnswer } from '../../../../src/http/contract/settings.ts';
import type { Outcome } from '../../backend/read-answer.ts';
import type { Definitions, Section } from '../document/types.ts';
import { send } from './settings-api.ts';

/** Edits that belong together are sent together. */
const PAUSE_MS = 500;

export type Sections = { [S in Section]?: Definitions[S] };
export type ChangeSection = <S extends Section>(section: S, value: Definitions[S]) => void;

export interface Drafting {
  /** Sections edited here and not kept by the backend yet. */
  readonly unsaved: Sections;
  readonly state: 'saved' | 'saving' | 'failed';
  /** Why the last attempt to save failed, for the person; '' when it did not. */
  readonly problem: string;
  readonly change: ChangeSection;
  /** Saves at once. @returns whether everything is kept */
  readonly flush: () => Promise<boolean>;
  /** Forgets the edits that are not kept yet. */
  readonly giveUp: () => void;
}

/**
 * Keeps what is edited in the draft: a moment after the last edit, one request at a time, so that the latest edit is the one that stays.
 *
 * @param shown  the sections as they stand before any edit that is not kept yet
 */
export function useDraft(
  url: string,
  shown: () => Sections,
  settle: (outcome: Outcome<SettingsAnswer>) => void,
): Drafting {
  const [unsaved, setUnsaved] = useState<Sections>({});
  const [problem, setProblem] = useState('');
  const latest = useRef<Sections>({});
  /** What each section was before it was edited here: somebody else's edit must not be lost. */
  const seen = useRef<Sections>({});
  const sending = useRef<Promise<boolean> | null>(null);

  const show = (sections: Sections) => {
    latest.current = sections;
    seen.current = only(seen.current, sections);
    setUnsaved(sections);
  };

  const save = useCallback(async (): Promise<boolean> => {
    const sent = latest.current;
    if (Object.keys(sent).length === 0) return true;
    setProblem('');
    const outcome = await send<SettingsAnswer>(`${url}/draft`, {
      sections: withoutValue(sent),
      seen: withoutValue(only(seen.current, sent)),
    });
    if (outcome.kind !== 'answered') {
      setProblem(outcome.message);
      return false;
    }
    const left = Object.entries(latest.current).filter(([name, value]) => value !== sent[name as Section]);
    settle(outcome);
    seen.current = { ...seen.current, ...sent };
    show(Object.fromEntries(left));
    return true;
  }, [url, settle]);

  const flush = useCallback(async (): Promise<boolean> => {
    // What was edited while a request was under way goes into the next one.
    while (sending.current) await sending.current;
    sending.current = save();
    const isKept = await sending.current;
    sending.current = null;
    return isKept && Object.keys(latest.current).length > 0 ? flush() : isKept;
  }, [save]);

  useEffect(() => {
    if (Object.keys(unsaved).length === 0) return undefined;
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [unsaved, flush]);

  const change: ChangeSection = (section, value) => {
    if (!(section in latest.current)) seen.current = { ...seen.current, [section]: shown()[section] };
    show({ ...latest.current, [section]: value });
  };
  const giveUp = () => {
    setProblem('');
    show({});
  };
  const isSaved = Object.keys(unsaved).length === 0;
  return { unsaved, problem, change, flush, giveUp, state: problem !== '' ? 'failed' : isSaved ? 'saved' : 'saving' };
}

const only = (sections: Sections, named: Sections): Sections =>
  Object.fromEntries(Object.entries(sections).filter(([name]) => name in named));

/** JSON has no undefined: a section that goes is named with null. */
const withoutValue = (sections: Sections) =>
  Object.fromEntries(Object.entries(sections).map(([name, value]) => [name, value ?? null]));
