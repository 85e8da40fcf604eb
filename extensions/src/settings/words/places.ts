/** Where something stands in the document, in words from the outside in: `Scores`, `Signs against`, `Jobs page viewed`. */
export type Trail = readonly string[];

type Fields = Readonly<Record<string, unknown>>;

/** What keys of the document are called on the page. Keys with '' only hold a list: they are left out of a trail. */
const KEYS: Readonly<Record<string, string>> = {
  scoring: 'Scores',
  fit: 'Fit',
  behavior: 'Behavior',
  vetoes: 'Vetoes',
  grades: 'Grade',
  bands: 'Band',
  from: 'from',
  perChannel: 'points for each channel',
  withinDays: 'within days',
  halfLifeDays: 'half-life in days',
  cap: 'cap',
  recentDays: 'Recent days',
  account: 'Account score',
  imported: 'imported from',
  when: 'condition',
  icp: 'ICP',
  target: 'Target',
  exclusions: 'Exclusions',
  gates: 'Gates',
  entry: 'entry',
  exit: 'exit',
  mode: 'mode',
  embargoDays: 'Embargo in days',
  acquisition: 'Bought lists',
  purchased: 'values that mean bought',
  answers: 'Answers',
  touchTypes: 'Touch types',
  isResponse: 'is a response',
  carrier: 'told by',
  contains: 'containing',
  stages: 'Stages',
  labels: 'Stage names',
  meaning: 'meaning',
  ownerRole: 'owner',
  windowDays: 'window in days',
  reentry: 're-entry',
  requiredFields: 'required fields',
  targets: 'goals',
  medianDays: 'median days',
  perMonth: 'a month',
  accounts: 'Accounts',
  universe: 'Market',
  tiers: 'Tiers',
  awareFrom: 'Aware from points',
  inMarketFrom: 'In the market from points',
  pauseDays: 'Pause in days',
  sources: 'Sources',
  direction: 'direction',
  work: 'Work',
  handRaise: 'Raised hands',
  firstResponse: 'First response',
  mqoDecision: 'Decision on an opportunity',
  recycleReasons: 'Recycle reasons',
  disqualifyReasons: 'Disqualify reasons',
  rejectReasons: 'Reject reasons',
  wakeDays: 'comes back after days',
  onWake: 'when it comes back',
  calendar: 'Working time',
  openings: 'hours',
  contactCarriers: 'Contact properties of stages',
  dealStages: 'Deal stages',
  derivedWon: 'Won without a deal',
  qualification: '',
  groups: '',
  rules: '',
  values: '',
  all: '',
  any: '',
  on: 'counts',
};

const keyText = (key: string): string => KEYS[key] ?? key;

/** What tells an item of a list from the others, for good; undefined for what has nothing of the kind. */
export function keyOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const fields = item as Fields;
  const key = ['id', 'value', 'grade', 'band', 'contains', 'property'].map((name) => fields[name]).find(isText);
  return key;
}

/** What people call an item of a list. */
export function itemText(item: unknown): string {
  const fields = typeof item === 'object' && item !== null ? (item as Fields) : {};
  return isText(fields['label']) ? fields['label'] : (keyOf(item) ?? '');
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** One step into the document, in words: the name of a key, or what an item of a list is called. */
export const stepText = (parent: unknown, key: string): string =>
  Array.isArray(parent) ? itemText(parent[Number(key)]) || `no. ${Number(key) + 1}` : keyText(key);

/** A path such as `scoring.behavior.groups.7.rules.0.points` in words. */
export function trailOf(definitions: unknown, path: string): Trail {
  let at: unknown = definitions;
  const words: string[] = [];
  for (const key of path === '' ? [] : path.split('.')) {
    words.push(stepText(at, key));
    at = typeof at === 'object' && at !== null ? (at as Fields)[key] : undefined;
  }
  return words.filter((word) => word !== '');
}

export const trailText = (trail: Trail): string => trail.join(' › ');
