import type { RateTold } from '../../../../src/http/contract/model.ts';
import type { Report } from '../document/weights.ts';

type Auc = NonNullable<NonNullable<Report['score']>['auc']>;

export const percent = (value: number): string => `${Math.round(value * 100)} %`;

/** A part with its share and interval, where there are enough. */
export function share({ part, rate, low, high }: RateTold): string {
  if (rate === null || low === null || high === null) return `${part}`;
  return `${part} (${percent(rate)}, ${percent(low)} to ${percent(high)})`;
}

/** An AUC with its interval, in words. */
export function aucText({ auc, low, high }: Auc): string {
  const pairs = `Of two leads, one that got there and one that did not, the score puts the right one first in ${percent(auc)} of cases (95 % interval ${percent(low)} to ${percent(high)}; a coin has 50 %).`;
  if (high < 0.5) return `${pairs} It ranks leads the wrong way round.`;
  return `${pairs} ${low > 0.5 ? 'It does better than chance.' : 'That may be chance.'}`;
}

/** What a suggested point is worth: how many of them double the odds. '' where none are suggested. */
export function doublingText({
  fit,
  behavior,
}: {
  readonly fit: number | null;
  readonly behavior: number | null;
}): string {
  const more = (points: number, of: string) => `${Math.round(points)} more points of ${of}`;
  const told = [
    ...(fit === null ? [] : [more(fit, 'fit')]),
    ...(behavior === null ? [] : [more(behavior, 'behavior')]),
  ];
  return told.length === 0 ? '' : `${told.join(', or ')} double the odds of success.`;
}
