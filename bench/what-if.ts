/**
 * What-if of 5 million events: 100,000 people with 50 events each over 90 days, replayed through the shipped definition set; against asking
 * the gate with everything worked out anew at each event, with equal answers.
 */
import { SHIPPED_DEFINITIONS } from '../src/adapters/hubspot/shipped-definitions.ts';
import { mapDealStages } from '../src/domain/journey/deal-stage.ts';
import type { Fact } from '../src/domain/journey/fact.ts';
import { assess } from '../src/domain/qualification/assess.ts';
import { KnownPerson } from '../src/domain/qualification/known-person.ts';
import { type InForce, type PersonRecord, replayPerson } from '../src/domain/qualification/replay-person.ts';
import { rulesOf } from '../src/domain/qualification/rules.ts';
import { TOUCH, touchValue } from '../src/domain/touch/touch.ts';
import { recordId } from '../src/domain/values/ids.ts';
import { DAY_MS, MINUTE_MS } from '../src/domain/values/instant.ts';
import { diceOf } from './dice.ts';
import { interleave } from './interleave.ts';

const PEOPLE = 100_000;
const EVENTS = 50;
/** People in a round of the comparison, and for the slow way. */
const ROUND = 2_000;
const UNTIL = Date.UTC(2026, 5, 1);
const FROM = UNTIL - 90 * DAY_MS;
const TITLES = ['Head of Operations', 'IT Manager', 'Student', 'Clerk', ''];
const TYPES = ['website_visit', 'website_visit', 'email_click', 'pricing_page', 'form', 'webinar_attended'];

const rules = rulesOf(SHIPPED_DEFINITIONS);
if (!rules) throw new Error('The shipped definition set has no scoring.');
const timeline: InForce[] = [
  { from: FROM, definitions: SHIPPED_DEFINITIONS, rules, stages: mapDealStages([], SHIPPED_DEFINITIONS) },
];

const part = Array.from({ length: ROUND }, (_, index) => person(index));
console.log(`${ROUND} people with ${EVENTS} events a round`);
await interleave(
  {
    name: 'replay',
    round: () => part.reduce((sum, each) => sum + (replayPerson(each, timeline, FROM, UNTIL), EVENTS), 0),
  },
  {
    name: 'all worked out anew at each event',
    round: () => part.reduce((sum, each) => sum + (firstPass(each), EVENTS), 0),
  },
  'events',
);
const unequal = part.filter(
  (each) => replayPerson(each, timeline, FROM, UNTIL).qualified[0]?.at !== firstPass(each),
).length;
console.log(`  first AQL of ${ROUND} people: ${unequal === 0 ? 'equal' : `${unequal} NOT EQUAL`}`);

let spent = 0;
let qualified = 0;
for (let index = 0; index < PEOPLE; index += 1) {
  const each = person(index);
  const started = performance.now();
  qualified += replayPerson(each, timeline, FROM, UNTIL).qualified.length;
  spent += performance.now() - started;
}
console.log(
  `${(PEOPLE * EVENTS) / 1e6} million events of ${PEOPLE} people: ${(spent / 1_000).toFixed(1)} s, ${qualified} AQLs`,
);
process.exitCode = unequal === 0 && qualified > 0 ? 0 : 1;

function person(index: number): PersonRecord {
  const { below, oneOf } = diceOf(index + 1);
  const id = recordId(String(index + 1));
  const fact = (type: 'contact' | 'company', property: string, value: string, at: number): Fact => ({
    record: { type, id },
    property,
    value,
    occurredAt: at,
    knownAt: at + below(5) * MINUTE_MS,
    dated: true,
  });
  const known = { email: `p${index}@firm.io`, firstname: 'Ada', jobtitle: oneOf(TITLES) };
  const firm = {
    industry: oneOf(['MACHINERY', 'RETAIL']),
    numberofemployees: String(5 + below(900)),
    country: 'Germany',
  };
  const activity = 1 + below(12);
  return {
    contactId: id,
    facts: [
      ...Object.entries(known).map(([name, value]) => fact('contact', name, value, FROM - DAY_MS)),
      ...Array.from({ length: EVENTS - 6 }, () => {
        const value = touchValue({ type: oneOf(TYPES), channel: '', program: '' });
        return fact(
          'contact',
          TOUCH,
          value,
          UNTIL - Math.floor((below(1_000_000) / 1_000_000) ** (1 / activity) * 90 * DAY_MS),
        );
      }),
    ],
    companyFacts: Object.entries(firm).map(([name, value]) => fact('company', name, value, FROM - DAY_MS)),
    deals: [],
    handoffs: [],
  };
}

/** When the gate is first passed, each time from nothing. */
function firstPass({ facts, companyFacts }: PersonRecord): number | undefined {
  if (!rules) return undefined;
  const all = [...facts, ...companyFacts];
  const instants = [...new Set(all.map(({ knownAt }) => knownAt))]
    .filter((at) => at >= FROM && at <= UNTIL)
    .sort((a, b) => a - b);
  return instants.find((at) => {
    const known = new KnownPerson(rules);
    for (const fact of all) if (fact.knownAt <= at) known.learn(fact);
    return assess(known, at, rules).passes;
  });
}
