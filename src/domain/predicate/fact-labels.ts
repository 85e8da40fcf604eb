import type { NameOf } from './describe.ts';
import { WORKED_OUT, type WorkedOut } from './predicate.ts';
import { SAMPLE_PERCENTILE } from './sample-percentile.ts';

/** What people call the facts we work out ourselves. */
const OURS: Readonly<Record<WorkedOut | typeof SAMPLE_PERCENTILE, string>> = {
  [SAMPLE_PERCENTILE]: 'A fixed share of people (1–100)',
  'score.fit': 'Fit points',
  'score.behavior': 'Behavior points',
  'score.engagement': 'Engagement points',
  'score.intent': 'Intent points',
  'score.usage': 'Usage points',
  'score.recent': 'Recent points',
  'score.account': 'Account score',
  'score.grade': 'Fit grade',
  'score.band': 'Behavior band',
  'score.cell': 'Grade and band',
  'is.icp': 'ICP',
  'is.target': 'Target',
  'is.excluded': 'Excluded',
  'is.purchased': 'From a bought list, without a response',
};

const isOurs = (fact: string): fact is keyof typeof OURS =>
  fact === SAMPLE_PERCENTILE || (WORKED_OUT as readonly string[]).includes(fact);

/**
 * What people call a fact: our own name, or the portal's label with whose it is, as people and companies have properties of one label.
 *
 * @param labels  by `contact.…` and `company.…`; a property without a label is called by its internal name
 */
export function factNames(labels: ReadonlyMap<string, string>): NameOf {
  return (fact) => {
    if (isOurs(fact)) return OURS[fact];
    const dot = fact.indexOf('.');
    return `${labels.get(fact) ?? fact.slice(dot + 1)} (${fact.slice(0, dot)})`;
  };
}
