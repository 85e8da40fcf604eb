import { parseDefinitionSet } from '../domain/definitions/definition-set.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { judgedDraft } from './drafts.ts';
import type { Refused } from './answer-once.ts';
import type { Asked, SettingsNeeds, SettingsTransaction } from './settings-ports.ts';
import { doOnce, personName } from './settings-rights.ts';

export interface PublishRequest {
  readonly userId: string;
  readonly key: string;
  readonly why: string;
  /** How many leads that would newly qualify are let through on a day (design D5). */
  readonly releasePerDay: number;
  /** Which draft the person saw, by when it was saved; nobody publishes what they have not seen. */
  readonly seen?: Instant | undefined;
}

/**
 * Puts the draft in force under a new version number. Where a second person has to agree, the first time it is only asked for; the second
 * person publishes what the first asked for.
 */
export const publishDraft = (
  portalId: PortalId,
  { userId, key, why, releasePerDay, seen }: PublishRequest,
  needs: SettingsNeeds,
): Promise<Refused | undefined> =>
  doOnce(portalId, { userId, key, action: 'publish', right: 'publish' }, needs, async (tx) => {
    const { definitions: inForce } = await tx.settings();
    const draft = await judgedDraft(tx, inForce);
    if (!draft) return { kind: 'conflict', why: `There is no draft to publish: ${await lastWord(tx)}` };
    if (seen !== undefined && seen !== draft.stored.savedAt)
      return { kind: 'conflict', why: 'The draft was changed meanwhile: look at it again before it is published.' };
    const [problem, ...others] = draft.problems;
    if (problem) return { kind: 'invalid', why: notYet(problem, others.length) };
    if (draft.differences.length === 0) return { kind: 'conflict', why: 'The draft changes nothing: edit it first.' };
    const asking = { by: userId, why, releasePerDay };
    const { asked } = draft.stored;
    if (needs.needsSecondApprover && !asked) {
      await tx.saveDraft({ ...draft.stored, asked: asking });
      return undefined;
    }
    if (needs.needsSecondApprover && asked?.by === userId)
      return { kind: 'conflict', why: 'Somebody else has to agree before it is published.' };
    const version = await tx.nextVersion();
    const at = needs.clock();
    const { releasePerDay: perDay, ...signature } = await signed(
      tx,
      (needs.needsSecondApprover && asked) || asking,
      asking,
    );
    await tx.saveDefinitions(parseDefinitionSet({ ...draft.document, version }, 'The draft'), at);
    await tx.publish({ version, publishedAt: at, ...signature }, perDay);
    await tx.dropDraft();
    return undefined;
  });

/** Puts an older version in force again; it needs no second person, as it is the way out of a mistake. */
export const rollBack = (
  portalId: PortalId,
  { userId, key, version, why }: { userId: string; key: string; version: number; why: string },
  needs: SettingsNeeds,
): Promise<Refused | undefined> =>
  doOnce(portalId, { userId, key, action: 'rollback', right: 'publish' }, needs, async (tx) => {
    const { definitions: inForce } = await tx.settings();
    if (inForce.version === version) return { kind: 'conflict', why: `Version ${version} is in force already.` };
    const wasInForce = (await tx.publications()).some((publication) => publication.version === version);
    if (!wasInForce || !(await tx.definitions(version)))
      return { kind: 'conflict', why: `There is no version ${version} to go back to.` };
    const publishedBy = personName(userId, await tx.owners());
    await tx.publish({ version, publishedAt: needs.clock(), publishedBy, why }, 0);
    return undefined;
  });

/** Both names where two had to agree. */
async function signed(tx: SettingsTransaction, asked: Asked, agreed: Asked) {
  const owners = await tx.owners();
  const { why, releasePerDay } = asked;
  const first = personName(asked.by, owners);
  if (asked.by === agreed.by) return { publishedBy: first, why, releasePerDay };
  const second = personName(agreed.by, owners);
  return { publishedBy: `${first} and ${second}`, why: `${why} (${second} agreed: ${agreed.why})`, releasePerDay };
}

const notYet = ({ path, message }: { path: string; message: string }, others: number): string =>
  `${path === '' ? 'The draft' : path}: ${message}${others === 0 ? '' : `; and ${others} more`}.`;

async function lastWord(tx: SettingsTransaction): Promise<string> {
  const last = (await tx.publications()).at(-1);
  return last ? `version ${last.version} was put in force by ${last.publishedBy}.` : 'edit something first.';
}
