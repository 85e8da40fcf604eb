import { labelOf } from '../domain/definitions/definition-set.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import type { Journey } from '../domain/journey/journey.ts';
import { rankOf } from '../domain/journey/milestone.ts';
import { stageIn } from '../domain/journey/standing.ts';
import { answersTo } from '../domain/stage/answers.ts';
import type { Fact } from '../domain/journey/fact.ts';
import type { RecordId } from '../domain/values/ids.ts';
import { NOT_YOURS_TO_ANSWER } from './answer-questions.ts';
import { gateOf, type GateScene } from './gate-of.ts';
import { pathFor } from './measure.ts';
import type { Owner, PortalSettings } from './ports.ts';
import { nameOfUser } from './respond-to-handoff.ts';

/** What the next stage of a person asks for: of an open offer the stage that accepting it enters, else the next that asks for anything. */
export function nextGate(
  contactId: RecordId,
  journey: Journey | undefined,
  handoff: Handoff | undefined,
  scene: GateScene,
) {
  const stage = journey && stageIn(journey.visits);
  if (!stage && handoff?.state !== 'offered') return null;
  const left = stage?.milestone;
  const dealId = journey?.dealIds.at(-1);
  const ahead =
    handoff?.state === 'offered'
      ? (['MAL'] as const)
      : pathFor(scene.settings).filter((id) => left !== undefined && rankOf(id) > rankOf(left));
  for (const [index, next] of ahead.entries()) {
    const items = gateOf({ stage: next, left: index === 0 ? left : undefined, contactId, dealId }, scene);
    // Fields of a deal that does not exist are nobody's to fill in.
    const shown = items.filter(({ id }) => next === 'MAL' || dealId !== undefined || !id.startsWith('field.'));
    if (shown.length > 0)
      return { stage: { id: next, label: labelOf(scene.settings.definitions, next) }, items: shown };
  }
  return null;
}

/** The answers of a contact with who and when, and whether the person looking may change them. */
export function answersView(
  facts: readonly Fact[],
  mayAnswer: boolean,
  { definitions }: PortalSettings,
  owners: readonly Owner[],
) {
  const items = (definitions.qualification?.answers ?? []).map(({ id, label, level }) => {
    const [last, before] = answersTo({ id }, facts).toReversed();
    return {
      id,
      label,
      level,
      value: last?.value ?? '',
      by: last ? nameOfUser(last.by, owners) : null,
      at: last?.at ?? null,
      before: before && before.value !== '' ? before.value : null,
    };
  });
  return {
    items,
    edit: mayAnswer ? ({ allowed: true } as const) : ({ allowed: false, why: NOT_YOURS_TO_ANSWER } as const),
  };
}
