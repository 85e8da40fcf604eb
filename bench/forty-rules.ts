import { SHIPPED_DEFINITIONS } from '../src/adapters/hubspot/shipped-definitions.ts';
import { factsOf, predicate, type Predicate } from '../src/domain/predicate/predicate.ts';
import { contacts } from './contacts.ts';

const { scoring, qualification, accounts } = SHIPPED_DEFINITIONS;

const [example = {}] = contacts(1);

/** Rules of the shipped definition set that ask about what the contacts of the bench have. */
const shipped: Predicate[] = [
  ...(scoring?.fit.rules ?? []).map(({ when }) => when),
  ...(scoring?.fit.vetoes ?? []).map(({ when }) => when),
  ...(scoring?.behavior.groups ?? []).flatMap(({ rules }) =>
    rules.flatMap((rule) => ('when' in rule ? [rule.when] : [])),
  ),
  ...(qualification ? [qualification.target, ...qualification.exclusions.map(({ when }) => when)] : []),
  ...(accounts ? [accounts.universe, accounts.icp] : []),
].filter((rule) => factsOf(rule).every((fact) => fact in example));

const inCountry = (country: string): Predicate => ({
  any: [
    { fact: 'company.country', op: 'in', values: [country] },
    {
      all: [
        { fact: 'company.country', op: 'is_unknown' },
        { fact: 'contact.country', op: 'in', values: [country] },
      ],
    },
  ],
});

const ofSize = (from: number, to: number): Predicate => ({
  all: [
    { fact: 'company.numberofemployees', op: 'at_least', number: from },
    { fact: 'company.numberofemployees', op: 'at_most', number: to },
    { not: { fact: 'company.type', op: 'in', values: ['partner', 'vendor'] } },
  ],
});

const activeWithin = (days: number): Predicate => ({
  any: [
    { fact: 'contact.last_visit', op: 'within_days', days },
    {
      all: [
        { fact: 'contact.last_click', op: 'within_days', days },
        { not: { fact: 'contact.hs_email_optout', op: 'is_true' } },
      ],
    },
  ],
});

const withWord = (...words: string[]): Predicate => ({
  all: [
    { fact: 'contact.jobtitle', op: 'has_word', words },
    { fact: 'contact.num_conversions', op: 'at_least', number: words.length },
    { fact: 'company.annualrevenue', op: 'at_least', number: 1_000_000 },
  ],
});

const made: Predicate[] = [
  ...['Germany', 'France', 'United States', 'Japan', 'Italy', 'Spain', 'Austria', 'Poland', 'Brazil'].map(inCountry),
  ...[1, 10, 20, 50, 100, 250, 1_000, 5_000].map((from) => ofSize(from, from * 5)),
  ...[1, 7, 14, 30, 90, 180].map(activeWithin),
  withWord('sales', 'marketing'),
  withWord('logistics', 'buyer', 'operations'),
  withWord('team lead'),
  withWord('chief technology officer', 'cto'),
  {
    not: {
      any: [
        { fact: 'contact.email', op: 'is_real_email' },
        { fact: 'contact.phone', op: 'is_real_phone' },
      ],
    },
  },
  { fact: 'contact.lifecyclestage', op: 'not_in', values: ['customer', 'opportunity'] },
];

/** Forty rules as a portal has them: shipped ones and segments, one to four tests each. */
export const FORTY_RULES: readonly Predicate[] = [...shipped, ...made]
  .slice(0, 40)
  .map((rule) => predicate.parse(rule));
