import type { BarrierView, NextStepView, StandingView } from '../../../src/http/contract/why.ts';
import { disqualifiedText } from '../words/disqualified-text.ts';
import { type Formats, sentence } from '../words/formats.ts';
import { toTenths } from './points.ts';

export const GRADES: Readonly<Record<string, string>> = {
  A: 'fits best',
  B: 'fits well',
  C: 'fits in part',
  D: 'does not fit',
};
export const BANDS: Readonly<Record<string, string>> = {
  '1': 'very active',
  '2': 'active',
  '3': 'a little active',
  '4': 'hardly active',
};

/** A cell of the matrix in words: "A2: fits best, active." */
export const cellText = ({ cell, grade, band }: StandingView): string =>
  `${cell}: ${[GRADES[grade], BANDS[band]].filter(Boolean).join(', ')}.`;

export interface Verdict {
  readonly tone: 'success' | 'warning' | 'info' | 'default';
  readonly text: string;
}

/** Whether the gate to AQL is passed, and how strictly it is kept. */
export function verdictOf({ gate, passes, checklist, exclusion, isPurchased }: StandingView): Verdict {
  if (exclusion !== null) return { tone: 'default', text: `Left out: ${exclusion}` };
  if (!gate) return { tone: 'default', text: 'No gate is for this person' };
  if (passes && gate.mode === 'enforce') return { tone: 'success', text: `Passes: ${gate.label}` };
  if (passes) return { tone: 'info', text: `Would pass: ${gate.label}. This gate is only measured so far` };
  if (isPurchased) return { tone: 'warning', text: 'From a bought list, and no response so far' };
  const met = checklist.filter(({ done }) => done).length;
  return { tone: 'warning', text: `Not yet: ${met} of ${checklist.length} for ${gate.label}` };
}

export const BARRIERS: Readonly<Record<BarrierView['kind'], string>> = {
  being_worked: 'Already on the way',
  embargo: 'Left in peace for now',
  held: 'Held',
  disqualified: 'Disqualified',
};

/** What keeps the person from being offered, in a sentence or two. */
export function barrierText(barrier: BarrierView, formats: Formats): string {
  switch (barrier.kind) {
    case 'being_worked':
      return 'Is offered or being worked: see the Lead card. Nothing more is offered meanwhile.';
    case 'embargo':
      return `Was put back. Until ${formats.day(barrier.until)} only a raised hand makes an AQL.`;
    case 'held':
      return `Would be offered, but is held since ${formats.day(barrier.since)}: nothing new has happened since the rules changed.`;
    case 'disqualified':
      return `${disqualifiedText(barrier, formats)} Never becomes an AQL, whatever the score.`;
  }
}

/** What the next better grade and band take: "Band 1 from 60: 11.6 points short." */
export function nextTexts({ next, vetoes }: StandingView, formats: Formats): string[] {
  const text = (what: string, { name, from, shortUnits }: NextStepView) => {
    // Whoever is a hair short is not told that nothing is missing.
    const short = formats.number(Math.ceil(shortUnits / 100) / 10);
    return `${what} ${name} from ${formats.number(from)} points: ${short} short.`;
  };
  return [
    ...(next.behavior ? [text('Behavior', next.behavior)] : []),
    ...(next.fit ? [text('Fit', next.fit)] : []),
    ...vetoes.map((veto) => `Fit D whatever the points: ${sentence(veto)}`),
  ];
}

/** When something happened counts down to nothing: "9.4 of 12". Fresh points only where they have faded. */
export const pointsText = (tenths: number, freshUnits: number | null, formats: Formats): string =>
  freshUnits === null || toTenths(freshUnits) === tenths
    ? formats.number(tenths / 10)
    : `${formats.number(tenths / 10)} of ${formats.number(toTenths(freshUnits) / 10)}`;
