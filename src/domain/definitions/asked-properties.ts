import type { DefinitionSet } from './definition-set.ts';

/** Whoever was disqualified stays so under the same address (S2-25), so it is followed wherever work is given out. */
export const EMAIL = 'email';

/**
 * Properties that the rules of a definition set ask about. Their values may be personal: they are kept beside the history and erased
 * with the person (design D10).
 */
export function askedProperties(definitions: DefinitionSet, type: 'contact' | 'company'): string[] {
  const asked = factsIn(definitions)
    .filter((fact) => fact.startsWith(`${type}.`))
    .map((fact) => fact.slice(type.length + 1));
  const { touchTypes, scoring, qualification, accounts, work } = definitions;
  const more =
    type === 'contact'
      ? [
          ...touchTypes.flatMap(({ carrier }) => (carrier?.contains ? [carrier.property] : [])),
          ...(qualification?.acquisition ? [qualification.acquisition.property] : []),
          ...(work ? [EMAIL] : []),
        ]
      : [
          ...(accounts ? [accounts.tiers.property] : []),
          ...(scoring?.account.imported === undefined ? [] : [scoring.account.imported]),
        ];
  return [...new Set([...asked, ...more])];
}

/** Every fact any rule of the document asks about, wherever in it the rule stands. */
function factsIn(document: unknown): string[] {
  if (typeof document !== 'object' || document === null) return [];
  const own = 'fact' in document && typeof document.fact === 'string' ? [document.fact] : [];
  return [...own, ...Object.values(document).flatMap(factsIn)];
}
