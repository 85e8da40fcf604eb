import { type DefinitionSet, definitionSetSchema } from '../domain/definitions/definition-set.ts';
import type { Fact } from '../domain/journey/fact.ts';
import { describeMissing, type NameOf } from '../domain/predicate/describe.ts';
import { factNames } from '../domain/predicate/fact-labels.ts';
import { assess, type Assessment, missingFor } from '../domain/qualification/assess.ts';
import { KnownPerson } from '../domain/qualification/known-person.ts';
import { rulesOf } from '../domain/qualification/rules.ts';
import { UNIT } from '../domain/scoring/faded-points.ts';
import { cellOf } from '../domain/scoring/score.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { factsAbout } from './assess-people.ts';
import { judgedDraft } from './drafts.ts';
import type { SettingsNeeds } from './settings-ports.ts';

/**
 * How one contact stands now by what is in force, and how by the draft.
 *
 * @returns undefined for a contact that is not known; null for a definition set that scores nobody, and for a draft that is unfinished
 */
export const tryContact = (
  portalId: PortalId,
  contactId: RecordId,
  { inSettings, clock }: Pick<SettingsNeeds, 'inSettings' | 'clock'>,
) =>
  inSettings(portalId, async (tx) => {
    const near = await tx.neighborhood([{ type: 'contact', id: contactId }]);
    if (!near.contacts.has(contactId)) return undefined;
    const { definitions } = await tx.settings();
    const draft = await judgedDraft(tx, definitions);
    const drafted = draft && definitionSetSchema.safeParse(draft.document);
    const facts = factsAbout(contactId, near);
    const names = factNames(await tx.propertyLabels());
    return {
      contactId,
      inForce: triedBy(definitions, facts, clock(), names),
      draft: drafted?.success ? triedBy(drafted.data, facts, clock(), names) : null,
    };
  });

function triedBy(definitions: DefinitionSet, facts: readonly Fact[], now: Instant, names: NameOf) {
  const rules = rulesOf(definitions);
  if (!rules) return null;
  const known = new KnownPerson(rules);
  for (const fact of facts) known.learn(fact);
  const standing = assess(known, now, rules);
  const missing = missingFor(known, standing).map((each) => describeMissing(each, names));
  return {
    cell: cellOf(standing.score),
    fitPoints: standing.score.fit / UNIT,
    behaviorPoints: standing.score.behavior / UNIT,
    gate: standing.gate?.label ?? null,
    passes: standing.passes,
    missing: [...shutOut(standing, definitions), ...missing],
  };
}

/** What keeps somebody out beside the gate. */
function shutOut({ gate, excluded, purchased }: Assessment, { qualification }: DefinitionSet): string[] {
  const exclusion = qualification?.exclusions.find(({ id }) => id === excluded);
  return [
    ...(exclusion ? [`excluded: ${exclusion.label}`] : []),
    ...(purchased ? ['from a bought list, and without a response so far'] : []),
    ...(gate ? [] : ['no gate is for this person']),
  ];
}
