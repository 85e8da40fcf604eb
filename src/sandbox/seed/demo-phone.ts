import type { Region } from './demo-regions.ts';
import type { Dice } from './dice.ts';
import type { Outcome } from './planted-behavior.ts';

const JUNK = ['0000000', '1234567', '12', 'n/a'];
const GIVEN = { unqualified: 0.35, qualified: 0.6, opportunity: 0.75 } as const;
const GIVES_JUNK = { unqualified: 0.12, qualified: 0.01, opportunity: 0 } as const;

/** @returns the phone number somebody gave, if any; some of those who never qualify gave anything */
export function phoneFor(region: Region, outcome: Outcome, dice: Dice): { phone?: string } {
  if (!dice.chance(GIVEN[outcome])) return {};
  if (dice.chance(GIVES_JUNK[outcome])) return { phone: dice.pick(JUNK) };
  const { prefix, digits } = region.phone;
  const number = Math.floor(dice.between(0, 10 ** digits));
  return { phone: `${prefix}${String(number).padStart(digits, '0')}` };
}
