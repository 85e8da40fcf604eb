import { labelOf } from '../domain/definitions/definition-set.ts';
import { stageIn } from '../domain/journey/standing.ts';
import { valueAt } from '../domain/journey/timeline.ts';
import { isBeingWorked } from '../domain/qualification/barrier.ts';
import { cellOf } from '../domain/scoring/score.ts';
import type { RecordId } from '../domain/values/ids.ts';
import type { Crowd } from './account-ports.ts';
import { mostPromising } from './assess-accounts.ts';
import { decidePeople } from './decide-people.ts';
import { gateOf, type GateScene } from './gate-of.ts';
import type { Neighborhood, PersonAssessment, PortalSettings } from './ports.ts';

const SHOWN = 25;

/** The people of an account as its card shows them, the most promising first. */
export function peopleViews(
  { people }: Crowd,
  near: Neighborhood,
  settings: PortalSettings,
  assessments: ReadonlyMap<RecordId, PersonAssessment>,
  scene: GateScene,
) {
  const { people: states } = decidePeople(near, settings);
  return mostPromising(people)
    .slice(0, SHOWN)
    .map(({ contactId }) => {
      const facts = near.contacts.get(contactId)?.facts ?? [];
      const now = (property: string) => valueAt(facts, property, Number.POSITIVE_INFINITY);
      const journey = states.find((state) => state.contactId === contactId)?.journeys.at(-1);
      const milestone = journey && (stageIn(journey.visits)?.milestone ?? journey.ended?.milestone);
      const score = assessments.get(contactId)?.score;
      const name = [now('firstname'), now('lastname')].filter((part) => part !== '').join(' ');
      return {
        contactId,
        name: name === '' ? `Contact ${contactId}` : name,
        title: now('jobtitle') || null,
        cell: score ? cellOf(score) : null,
        stage: milestone ? labelOf(settings.definitions, milestone) : null,
        isWorked: journey !== undefined && isBeingWorked(journey),
        missing: gateOf({ stage: 'MAL', left: journey && stageIn(journey.visits)?.milestone, contactId }, scene).filter(
          ({ done, level }) => !done && level !== 'observe',
        ),
      };
    });
}
