import type { Refusal, Response } from '../handoff/respond.ts';
import { checked } from './stage-check.ts';
import { type GateItem, missingAt } from './stage-gate.ts';

/**
 * Whether a click may enter its stage (S4-36): what blocks holds it up, and what is asked for does unless the person has seen that it is
 * missing. What was missing is kept with the click.
 *
 * @param despite  ids of what the person goes on without
 */
export function passGate(
  response: Response,
  items: readonly GateItem[],
  despite: readonly string[],
): Response | Refusal {
  const blocking = missingAt(items, 'block');
  if (blocking.length > 0)
    return refusal(`This stage cannot be entered without: ${told(blocking)} Mend it, then accept again.`);
  const unseen = missingAt(items, 'warn').filter(({ id }) => !despite.includes(id));
  if (unseen.length > 0)
    return refusal(
      `This stage asks for what is missing: ${told(unseen)} Mend it, or accept all the same, which is noted under your name.`,
    );
  const { handoff } = response;
  const { click } = handoff;
  return click ? { ...response, handoff: { ...handoff, click: { ...click, checked: checked(items) } } } : response;
}

const refusal = (why: string): Refusal => ({ refused: 'invalid', why });
const told = (items: readonly GateItem[]): string => items.map(({ label, detail }) => `${label} – ${detail}`).join(' ');
