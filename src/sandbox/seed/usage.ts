import type { DemoContact } from './demo-contacts.ts';
import type { DemoSignal } from './demo-touches.ts';
import type { Dice } from './dice.ts';
import type { Outcome } from './planted-behavior.ts';
import { busyInstant, DAY_MS } from './working-time.ts';

const TRIES = { unqualified: 0.004, qualified: 0.03, opportunity: 0.08 } as const;
const TOPICS = ['first_project', 'invited_a_colleague', 'connected_the_crm', 'came_back'];

/** What few people do in the product before they qualify: they have begun a trial. */
export function usageOf(
  { createdAt: from, reached, company }: DemoContact,
  outcome: Outcome,
  dice: Dice,
): DemoSignal[] {
  if (!dice.chance(TRIES[outcome])) return [];
  const until = reached.AQL ?? from + 14 * DAY_MS;
  return TOPICS.slice(0, dice.pick([2, 3, 4])).map((topic) => ({
    at: busyInstant(from, until, company.region, dice),
    kind: 'usage' as const,
    topic,
    strength: Math.round(dice.between(60, 100)) / 100,
    source: 'product',
  }));
}
