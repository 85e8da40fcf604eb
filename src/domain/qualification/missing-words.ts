import type { QualificationRules } from '../definitions/qualification-rules.ts';
import { describeMissing, type NameOf } from '../predicate/describe.ts';
import { type Missing, type Subject, whyNot } from '../predicate/evaluate.ts';
import type { Predicate } from '../predicate/predicate.ts';

/** ICP and target, as far as there are rules for them. */
export type Facets = Pick<QualificationRules, 'icp' | 'target'>;

/** Why a rule does not hold, in sentences; '' when it does. */
export const whyNotInWords = (rule: Predicate, subject: Subject, facets: Facets | undefined, nameOf: NameOf): string =>
  missingInWords(whatIsMissing(rule, subject, facets), nameOf);

/** What ICP and target themselves are missing says more than that they are not met. */
export const whatIsMissing = (rule: Predicate, subject: Subject, facets: Facets | undefined): Missing[] =>
  whyNot(rule, subject).flatMap((missing) => {
    const { fact } = missing.test;
    const facet = fact === 'is.icp' ? facets?.icp : fact === 'is.target' ? facets?.target : undefined;
    const reasons = facet && !missing.isForbidden ? whyNot(facet, subject) : [];
    return reasons.length > 0 ? reasons : [missing];
  });

export const missingInWords = (missing: readonly Missing[], nameOf: NameOf): string =>
  [...new Set(missing.map((each) => describeMissing({ ...each, test: shortened(each.test) }, nameOf)))]
    .map((text) => `${text}.`)
    .join(' ');

const LONGEST_LIST = 6;

/** A rule that names dozens of words, with the first of them: enough for whoever looks at one person. */
export function shortened<Rule extends Predicate>(rule: Rule): Rule {
  const cut = (texts: readonly string[]): readonly string[] =>
    texts.length <= LONGEST_LIST
      ? texts
      : [...texts.slice(0, LONGEST_LIST - 1), `one of ${texts.length - LONGEST_LIST + 1} more`];
  if ('words' in rule) return { ...rule, words: cut(rule.words) };
  return 'values' in rule ? { ...rule, values: cut(rule.values) } : rule;
}
