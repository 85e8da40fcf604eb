const KEPT: Readonly<Record<string, string>> = {
  embargo: 'Kept away by the embargo',
  disqualified: 'Kept away as disqualified',
  being_worked: 'Worked by somebody already',
  advised: 'Would pass a gate that is not enforced',
  held: 'Would pass only since the rules changed: held back',
};

/** Why somebody who would qualify did not become an AQL. */
export const keptText = (why: string): string => KEPT[why] ?? `Kept: ${why.replaceAll('_', ' ')}`;
