import type { ChecklistItem } from '../../../src/http/contract/cards.ts';

/** Whether something is there, and how much it matters that it is not. */
export function gateTag({ done, level }: Pick<ChecklistItem, 'done' | 'level'>) {
  if (done) return { variant: 'success', text: 'Done' } as const;
  if (level === 'block') return { variant: 'danger', text: 'Required' } as const;
  return level === 'observe'
    ? ({ variant: 'default', text: 'Missing, only counted' } as const)
    : ({ variant: 'warning', text: 'Missing' } as const);
}
