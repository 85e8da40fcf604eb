import type { StandingView } from '../../../src/http/contract/why.ts';
import type { Definition } from '../parts/Definitions.tsx';
import { BANDS, GRADES } from './why-text.ts';

type Steps = StandingView['grades'];

/** How scores work, with the limits of the definition set in force. */
export function scoringDefinitions(standing: StandingView | null): Definition[] {
  return [
    ['Fit', `How well company and role fit, A to D.${limits(standing?.grades, GRADES)} It does not fade.`],
    [
      'Behavior',
      `What the person did and what is heard of the account, 1 to 4.${limits(standing?.bands, BANDS)} Every point fades with time, exactly to this moment.`,
    ],
    ['A1 to D4', 'Fit and behavior stand side by side and are never added up: a keen student stays a D.'],
    ['Caps', 'Each group counts up to a limit, so that no single channel makes a score.'],
    ['Several channels', 'Extra points for being active in several places.'],
    ['Recent', 'Points of the last days alone. One visit after months of silence does not tip an old score.'],
    [
      'Gate',
      'What makes an automated qualified lead (AQL) without a raised hand: ICP, Target and enough Behavior together. A raised hand needs no score.',
    ],
    ['ICP, Target', 'ICP: the account fits. Target: the right role, and a real name and address.'],
    ['As it was on', 'What was known at the end of that day, by the rules in force then.'],
  ];
}

function limits(steps: Steps | undefined, words: Readonly<Record<string, string>>): string {
  if (!steps) return '';
  return ` ${steps.map(({ name, from }) => `${name} (${words[name] ?? name}) from ${from} points`).join(', ')}.`;
}
