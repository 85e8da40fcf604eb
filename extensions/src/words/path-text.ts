import type { JourneyView, PathStep } from '../../../src/http/contract/cards.ts';
import { DAY } from './durations.ts';
import type { Formats } from './formats.ts';

/** A step's name as the indicator shows it, which takes names only: with its date, or that it was skipped. */
export function stepName({ label, enteredAt, state }: PathStep, formats: Formats): string {
  if (state === 'skipped') return `${label} (skipped)`;
  return enteredAt === null ? label : `${label} · ${formats.day(enteredAt)}`;
}

/** The step that is marked as the present one: the last reached of a journey that has ended, past the end when all are done. */
export function currentStep(path: readonly PathStep[]): number {
  const current = path.findIndex(({ state }) => state === 'current');
  if (current !== -1) return current;
  const ahead = path.findIndex(({ state }) => state === 'ahead');
  return ahead === -1 ? path.length : Math.max(0, ahead - 1);
}

/** How long the journey has stood in its stage, against the usual median where there is one. */
export function stayText({ stage, usual }: JourneyView, now: number, formats: Formats): string | null {
  if (!stage) return null;
  const days = Math.max(0, now - stage.enteredAt) / DAY;
  const here = days < 1 ? 'Less than a day' : `${Math.floor(days)} ${Math.floor(days) === 1 ? 'day' : 'days'}`;
  const median = usual.medianDays === null ? '' : `; the usual median is ${formats.number(usual.medianDays)} days`;
  return `${here} in ${stage.label}${median}.`;
}
