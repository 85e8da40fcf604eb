import { createContext, useContext } from 'react';
import type { PlaceProblem } from '../../../src/http/contract/settings.ts';
import type { Formats } from '../words/formats.ts';
import type { ChangeSection } from './backend/use-draft.ts';
import type { AskableProperty, Definitions } from './document/types.ts';
import type { Names } from './words/facts.ts';

/** What every part of the page edits with. */
export interface Editor {
  /** The backend's address of the settings. */
  readonly url: string;
  readonly definitions: Definitions;
  readonly change: ChangeSection;
  readonly isReadOnly: boolean;
  readonly problems: readonly PlaceProblem[];
  readonly properties: readonly AskableProperty[];
  readonly names: Names;
  readonly formats: Formats;
  /** Closes the dialog or panel of this id. */
  readonly close: (id: string) => void;
}

export const EditorContext = createContext<Editor | null>(null);

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (editor === null) throw new Error('This part stands outside of the settings page.');
  return editor;
}

/** How to mend what stands at exactly this place; undefined where it is well. */
export const problemAt = ({ problems }: Editor, path: string): string | undefined =>
  problems.find((problem) => problem.path === path)?.message;

/** For an input with a problem; one without keeps its description. */
export const asError = (problem: string | undefined) =>
  problem === undefined ? {} : { error: true, validationMessage: problem };
