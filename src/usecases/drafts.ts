import { isDeepStrictEqual } from 'node:util';
import type { DefinitionSet } from '../domain/definitions/definition-set.ts';
import type { Difference } from '../domain/definitions/diff-definitions.ts';
import {
  draftDocument,
  type DraftSections,
  judgeDraft,
  type PlaceProblem,
} from '../domain/definitions/draft-document.ts';
import { strangeIn } from '../domain/definitions/plain-document.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { Refused } from './answer-once.ts';
import { nameOfUser } from './respond-to-handoff.ts';
import type { SettingsNeeds, SettingsTransaction, StoredDraft } from './settings-ports.ts';
import { doOnce } from './settings-rights.ts';

/** The page shows a draft beside what is in force and where they differ, and HubSpot hands on no more than 1 MB. */
const MOST_CHARACTERS = 200_000;

export interface SaveDraftRequest {
  readonly userId: string;
  readonly key: string;
  /** Whole sections; null leaves an optional one out. */
  readonly sections: DraftSections;
  /** Sections as the person saw them before they edited them; what is not named here is replaced whatever it is. */
  readonly seen: DraftSections;
  /** Puts the draft on top of what is in force now, where that has changed since it was begun. */
  readonly rebase: boolean;
}

/** Keeps sections of the portal's draft as they are given, even when they are unfinished; never over somebody else's newer edit. */
export const saveDraft = (
  portalId: PortalId,
  { userId, key, sections, seen, rebase }: SaveDraftRequest,
  needs: SettingsNeeds,
): Promise<Refused | undefined> =>
  doOnce(portalId, { userId, key, action: 'draft', right: 'edit' }, needs, async (tx) => {
    const lost = await editedMeanwhile(tx, seen);
    return lost ?? keepDraft(tx, sections, { by: userId, at: needs.clock(), rebase });
  });

async function editedMeanwhile(tx: SettingsTransaction, seen: DraftSections): Promise<Refused | undefined> {
  const { definitions } = await tx.settings();
  const draft = await judgedDraft(tx, definitions);
  const now = asSent(draft?.document ?? definitions);
  const name = Object.keys(seen).find((section) => !isDeepStrictEqual(now[section] ?? null, seen[section] ?? null));
  if (name === undefined) return undefined;
  const who = draft
    ? nameOfUser(draft.stored.savedBy, await tx.owners())
    : 'Somebody who published or discarded the draft';
  return {
    kind: 'conflict',
    why: `${who} has changed “${name}” since you began to edit it. Give up your edit to see theirs, then make it again.`,
  };
}

/** As the page got it: JSON knows no undefined. */
const asSent = (document: object) => JSON.parse(JSON.stringify(document)) as Record<string, unknown>;

export const discardDraft = (
  portalId: PortalId,
  request: { readonly userId: string; readonly key: string },
  needs: SettingsNeeds,
): Promise<Refused | undefined> =>
  doOnce(portalId, { ...request, action: 'discard', right: 'edit' }, needs, async (tx) => {
    await tx.dropDraft();
    return undefined;
  });

/** Adds sections to the draft, or begins one. Who asked to have it published has to ask anew, as it is another one now. */
export async function keepDraft(
  tx: SettingsTransaction,
  sections: DraftSections,
  { by, at, rebase }: { by: string; at: Instant; rebase: boolean },
): Promise<Refused | undefined> {
  const strange = strangeIn(sections);
  if (strange) return { kind: 'invalid', why: `${strange.path}: ${strange.message}` };
  const before = await tx.draft();
  const { definitions } = await tx.settings();
  const all = Object.entries({ ...before?.sections, ...sections });
  // A version gets its number when it is published.
  const kept = Object.fromEntries(all.filter(([name]) => name !== 'version'));
  if (JSON.stringify(kept).length > MOST_CHARACTERS)
    return { kind: 'invalid', why: `A draft has at most ${MOST_CHARACTERS} characters: shorten its lists.` };
  const basedOn = before && !rebase ? before.basedOn : definitions.version;
  await tx.saveDraft({ sections: kept, basedOn, savedAt: at, savedBy: by });
  return undefined;
}

export interface JudgedDraft {
  readonly stored: StoredDraft;
  readonly document: Readonly<Record<string, unknown>>;
  readonly problems: readonly PlaceProblem[];
  readonly differences: readonly Difference[];
}

/** The portal's draft with what it changes and what keeps it from being published. */
export async function judgedDraft(tx: SettingsTransaction, inForce: DefinitionSet): Promise<JudgedDraft | undefined> {
  const stored = await tx.draft();
  if (!stored) return undefined;
  const { basedOn, sections } = stored;
  const isCurrent = basedOn === inForce.version;
  const base = isCurrent ? inForce : ((await tx.definitions(basedOn)) ?? inForce);
  const document = draftDocument(base, sections, inForce.version);
  const { problems, differences } = judgeDraft(document, inForce);
  const outdated = {
    path: '',
    message: `version ${inForce.version} came into force after this draft was begun from version ${basedOn}: put the draft on top of it and look at the differences, or discard the draft`,
  };
  return { stored, document, problems: isCurrent ? problems : [outdated, ...problems], differences };
}
