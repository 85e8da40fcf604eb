/** What is looked for in a definition set: a property or a score, a touch type, or a kind of signal. */
export type Sought = { readonly fact: string } | { readonly touch: string } | { readonly signal: string };

/** A place at which something is used: its path, and in words the labels on the way to it. */
export interface Use {
  readonly path: string;
  readonly label: string;
}

/** What people call the parts of a definition set. */
const PARTS: Readonly<Record<string, string>> = {
  contactCarriers: 'Stages read off properties',
  derivedWon: 'Revenue without a deal',
  sources: 'Sources',
  work: 'Work',
  handRaise: 'Raised hands',
  conversionDate: 'Date of the last form',
  conversionForm: 'Name of the last form',
  meetingBooked: 'Meeting booked',
  writes: 'Written in HubSpot',
  stages: 'Stages',
  entry: 'Entry',
  exit: 'Exit',
  requiredFields: 'Required fields',
  touchTypes: 'Touch types',
  scoring: 'Scoring',
  fit: 'Fit',
  vetoes: 'Vetoes',
  behavior: 'Behavior',
  groups: 'Groups',
  account: 'Account score',
  qualification: 'Qualification',
  icp: 'ICP',
  target: 'Target',
  exclusions: 'Exclusions',
  gates: 'Gates',
  acquisition: 'How we came by a person',
  accounts: 'Accounts',
  universe: 'Addressable market',
  tiers: 'Tiers',
};

/** Members that hold the name of a property outside a rule, and the parts in which it is one of companies. */
const NAMES_A_PROPERTY = ['property', 'conversionDate', 'conversionForm', 'meetingBooked', 'imported'];
const OF_COMPANIES = ['accounts', 'account'];

/**
 * Where a definition set uses something, in the order of the document.
 *
 * @param document  may be unfinished
 */
export function usesOf(document: unknown, sought: Sought): Use[] {
  return find(document, sought, [], []);
}

function find(value: unknown, sought: Sought, path: readonly string[], labels: readonly string[]): Use[] {
  if (typeof value !== 'object' || value === null) return [];
  const named = [...labels, ...labelOf(value)];
  const own = Object.entries(value);
  const here = own.filter(([name, content]) => isUse(name, content, sought, path));
  return [
    ...here.map(([name]) => ({ path: [...path, name].join('.'), label: [...named, ...wordFor(name)].join(' › ') })),
    ...own.flatMap(([name, content]) => find(content, sought, [...path, name], [...named, ...wordFor(name, path)])),
  ];
}

function isUse(name: string, content: unknown, sought: Sought, path: readonly string[]): boolean {
  if ('touch' in sought) return name === 'touch' && content === sought.touch;
  if ('signal' in sought) return name === 'signal' && content === sought.signal;
  if (name === 'fact') return content === sought.fact;
  const type = path.some((part) => OF_COMPANIES.includes(part)) ? 'company' : 'contact';
  return NAMES_A_PROPERTY.includes(name) && sought.fact === `${type}.${String(content)}`;
}

const labelOf = (value: object): string[] =>
  'label' in value && typeof value.label === 'string' ? [`“${value.label}”`] : [];

/** Stages are told by their id; a part that has no words is passed over. */
const wordFor = (name: string, path: readonly string[] = []): string[] =>
  path.length === 1 && path[0] === 'stages' ? [name] : Object.hasOwn(PARTS, name) ? [PARTS[name] ?? name] : [];
