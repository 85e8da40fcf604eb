import type { AskableProperty } from '../document/types.ts';

/** What people call facts and their values. */
export interface Names {
  /** The portal's label of a property with whose it is, or our name of what is worked out. */
  readonly fact: (fact: string) => string;
  /** The portal's label of an option. */
  readonly value: (fact: string, value: string) => string;
}

const worked = (
  fact: string,
  label: string,
  kind: AskableProperty['kind'],
  options: readonly string[] = [],
): AskableProperty => ({
  fact,
  label,
  kind,
  options: options.map((value) => ({ value, label: value })),
  fillRate: null,
  seen: 'at once: worked out here',
});

/** What is worked out about a person and can be asked about. */
export const WORKED_OUT: readonly AskableProperty[] = [
  worked('is.icp', 'ICP', 'yes_no'),
  worked('is.target', 'Target', 'yes_no'),
  worked('is.excluded', 'Excluded', 'yes_no'),
  worked('is.purchased', 'From a bought list, without a response', 'yes_no'),
  worked('score.behavior', 'Behavior points', 'number'),
  worked('score.fit', 'Fit points', 'number'),
  worked('score.engagement', 'Engagement points', 'number'),
  worked('score.intent', 'Intent points', 'number'),
  worked('score.usage', 'Usage points', 'number'),
  worked('score.recent', 'Recent points', 'number'),
  worked('score.account', 'Account score', 'number'),
  worked('score.grade', 'Fit grade', 'choice', ['A', 'B', 'C', 'D']),
  worked('score.band', 'Behavior band', 'choice', ['1', '2', '3', '4']),
  worked('score.cell', 'Grade and band', 'text'),
];

/** The same for ever for each person, so that rules can be tried on a part of them. */
const SHARE = worked('sample.percentile', 'A fixed share of people (1–100)', 'number');

const withOurs = (properties: readonly AskableProperty[]): AskableProperty[] => [...WORKED_OUT, ...properties, SHARE];

/** Which facts a rule may ask about: what is worked out later cannot be asked earlier. */
export type Askable = 'contact' | 'person' | 'icp' | 'company' | 'everything';

const STARTS: Readonly<Record<Askable, readonly string[]>> = {
  contact: ['contact.'],
  person: ['contact.', 'company.', 'sample.'],
  icp: ['contact.', 'company.', 'sample.', 'score.account'],
  company: ['company.', 'score.account'],
  everything: ['contact.', 'company.', 'score.', 'is.', 'sample.'],
};

export const askableBy = (which: Askable, properties: readonly AskableProperty[]): AskableProperty[] =>
  withOurs(properties).filter(({ fact }) => STARTS[which].some((start) => fact.startsWith(start)));

/** A fact that no list names: a property that was deleted, or one we have not been told of yet. */
const unlisted = (fact: string): AskableProperty => ({
  fact,
  label: fact.slice(fact.indexOf('.') + 1),
  kind: 'text',
  options: [],
  fillRate: null,
  seen: '',
});

export const propertyOf = (fact: string, properties: readonly AskableProperty[]): AskableProperty =>
  withOurs(properties).find((each) => each.fact === fact) ?? unlisted(fact);

/** `Job title (contact)`: people and companies have properties of the same label. */
export function labelOfFact({ fact, label }: Pick<AskableProperty, 'fact' | 'label'>): string {
  const [whose = ''] = fact.split('.');
  return whose === 'contact' || whose === 'company' ? `${label} (${whose})` : label;
}

export const namesFrom = (properties: readonly AskableProperty[]): Names => ({
  fact: (fact) => labelOfFact(propertyOf(fact, properties)),
  value: (fact, value) => propertyOf(fact, properties).options.find((option) => option.value === value)?.label ?? value,
});
