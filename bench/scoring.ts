/** Scores after each event: sums that are only added to, against working the score out from all events again. */
import { SHIPPED_DEFINITIONS } from '../src/adapters/hubspot/shipped-definitions.ts';
import { rulesOf } from '../src/domain/qualification/rules.ts';
import type { ScoreEvent } from '../src/domain/scoring/score-event.ts';
import { ScoreState } from '../src/domain/scoring/score-state.ts';
import { scoreOf } from '../src/domain/scoring/score.ts';
import { DAY_MS } from '../src/domain/values/instant.ts';
import { contacts, NOW } from './contacts.ts';
import { diceOf } from './dice.ts';
import { interleave } from './interleave.ts';

const TYPES = SHIPPED_DEFINITIONS.touchTypes.map(({ id }) => id);
const PEOPLE = 200;
const shipped = rulesOf(SHIPPED_DEFINITIONS);
if (!shipped) throw new Error('The shipped definition set scores.');
const { scoring, counting } = shipped;

for (const events of [10, 50, 250]) await compare(events);

async function compare(events: number): Promise<void> {
  const people = contacts(PEOPLE).map((person, seed) => ({ person, history: historyOf(seed, events) }));
  const scores = { ours: [] as number[], theirs: [] as number[] };
  console.log(`${PEOPLE} people with ${events} events each, a score after each event`);
  await interleave(
    {
      name: 'added to',
      round: () => {
        scores.ours = people.flatMap(({ person, history }) => {
          const state = new ScoreState();
          return history.map((event, place) => {
            state.add(event, counting);
            return scoreOf(state, subjectAt(person, place), scoring).behavior;
          });
        });
        return PEOPLE * events;
      },
    },
    {
      name: 'worked out again',
      round: () => {
        scores.theirs = people.flatMap(({ person, history }) =>
          history.map((_, place) => {
            const state = new ScoreState();
            for (const event of history.slice(0, place + 1)) state.add(event, counting);
            return scoreOf(state, subjectAt(person, place), scoring).behavior;
          }),
        );
        return PEOPLE * events;
      },
    },
    'scores',
    5,
  );
  const equal = scores.ours.every((score, place) => score === scores.theirs[place]);
  console.log(`  ${scores.ours.length} scores: ${equal ? 'equal' : 'NOT EQUAL'}`);
  if (!equal) process.exitCode = 1;
}

function subjectAt(person: Readonly<Record<string, string>>, place: number) {
  return { at: NOW + place, value: (fact: string) => person[fact] ?? '' };
}

function historyOf(seed: number, length: number): ScoreEvent[] {
  const { below, oneOf } = diceOf(seed);
  return Array.from({ length }, () => ({
    touch: { type: oneOf(TYPES), channel: '', program: '', at: NOW - below(200 * DAY_MS) },
  }));
}
