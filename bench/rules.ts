/** 100,000 contacts × 40 rules: our predicates against `json-rules-engine`, with equal answers. */
import { holds } from '../src/domain/predicate/evaluate.ts';
import { engineFacts, engineOf } from './as-engine.ts';
import { type Contact, contacts, NOW } from './contacts.ts';
import { FORTY_RULES } from './forty-rules.ts';
import { interleave } from './interleave.ts';

const CONTACTS = 100_000;
/** The engine is a hundred times slower: it gets another part of the contacts in each round, and a pace is told for each. */
const PART = 1_000;
const ROUNDS = 7;

const people = contacts(CONTACTS);
const engine = engineOf(FORTY_RULES);
/** Made ready before the clock starts. */
const facts = Array.from({ length: ROUNDS + 1 }, (_, round) =>
  people.slice(round * PART, (round + 1) * PART).map(engineFacts),
);

console.log(`${FORTY_RULES.length} rules; each round ${CONTACTS} contacts for ours, ${PART} for json-rules-engine`);
await interleave(
  { name: 'our predicates', round: askOurs },
  { name: 'json-rules-engine', round: askEngine },
  'contacts',
  ROUNDS,
);
const compared = people.slice(0, (ROUNDS + 1) * PART);
const unequal = await countUnequal(compared);
console.log(
  `  answers of ${compared.length} contacts to each rule: ${unequal === 0 ? 'equal' : `${unequal} NOT EQUAL`}`,
);
process.exitCode = unequal === 0 ? 0 : 1;

function askOurs(): number {
  for (const person of people) answers(person);
  return people.length;
}

async function askEngine(round: number): Promise<number> {
  const part = facts[round] ?? [];
  for (const each of part) await engine.run(each);
  return part.length;
}

function answers(person: Contact): boolean[] {
  const subject = { at: NOW, value: (fact: string) => person[fact] ?? '' };
  return FORTY_RULES.map((rule) => holds(rule, subject));
}

async function countUnequal(part: readonly Contact[]): Promise<number> {
  let unequal = 0;
  for (const person of part) {
    const { events } = await engine.run(engineFacts(person));
    const held = new Set(events.map(({ type }) => type));
    unequal += answers(person).filter((answer, place) => answer !== held.has(String(place))).length;
  }
  return unequal;
}
