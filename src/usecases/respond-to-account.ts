import { acceptAccount, declineAccount, startWithPerson } from '../domain/account/respond-to-account.ts';
import { recordOf } from '../domain/handoff/assign.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import type { Actor, Refusal, Response } from '../domain/handoff/respond.ts';
import { passGate } from '../domain/stage/pass-gate.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import { answerOnce, type Refused } from './answer-once.ts';
import { decideAndSave, type DecideNeeds } from './decide-and-save.ts';
import { gateOf, gateScene, leadEntry } from './gate-of.ts';
import { changeNamedAccounts, suggestedSwaps } from './named-accounts.ts';
import type { PortalTransaction, Store } from './ports.ts';
import { mayActOn, nameOfUser, ownerOf } from './respond-to-handoff.ts';

/** What a person clicked on the card of an account. */
export type AccountClick =
  | { readonly action: 'accept'; readonly handoffId: string }
  | { readonly action: 'decline'; readonly handoffId: string; readonly reason: string }
  | {
      readonly action: 'start';
      readonly handoffId: string;
      readonly contactId: RecordId;
      /** Ids of what the stage asks for and the person goes on without, knowingly. */
      readonly despite?: readonly string[];
    }
  | { readonly action: 'swap'; readonly instead: RecordId };

export interface AccountClickRequest {
  readonly companyId: RecordId;
  readonly userId: string;
  /** Made in the card for this click. */
  readonly key: string;
  readonly click: AccountClick;
}

export interface AccountClickNeeds extends DecideNeeds {
  readonly store: Store;
}

/**
 * A click on the card of an account: stored and answered at once. Only where a person is chosen has HubSpot to agree (design D8).
 *
 * @returns why nothing was done, or undefined when the click was taken
 */
export const respondToAccount = (
  portalId: PortalId,
  request: AccountClickRequest,
  needs: AccountClickNeeds,
): Promise<Refused | undefined> =>
  answerOnce(portalId, request, needs, (tx) =>
    request.click.action === 'swap'
      ? swap(tx, request.companyId, request.click.instead, request.userId, needs)
      : respond(tx, request, request.click, needs),
  );

const NOT_YOURS: Refused = {
  kind: 'forbidden',
  why: 'Only the owner it was offered to, their team, a manager or an admin may decide this.',
};

async function respond(
  tx: PortalTransaction,
  { companyId, userId }: AccountClickRequest,
  click: Exclude<AccountClick, { action: 'swap' }>,
  needs: AccountClickNeeds,
): Promise<Refused | undefined> {
  const handoff = await tx.handoff(click.handoffId);
  if (!handoff || handoff.kind !== 'account' || recordOf(handoff)?.id !== companyId)
    return { kind: 'conflict', why: 'This offer no longer exists. Reload the card.' };
  const owners = await tx.owners();
  const actor: Actor = { userId, ownerId: ownerOf(userId, owners)?.ownerId };
  if (!mayActOn(handoff, '', actor, owners, await tx.roleOf(userId))) return NOT_YOURS;
  const answer = await decide(tx, companyId, handoff, actor, click, needs);
  if ('kind' in answer) return answer;
  if ('refused' in answer) {
    const who = nameOfUser(handoff.click?.userId ?? handoff.decidedBy, owners);
    return { kind: answer.refused, why: answer.why.replace('{who}', who) };
  }
  const { version } = (await tx.settings()).definitions;
  const { handoff: next, intents, decisions } = answer;
  await tx.saveFollowUp({ handoffs: [next], intents, decisions, turns: [] }, needs.clock(), version);
  // The pause that begins now is waited for.
  await decideAndSave(tx, [{ type: 'company', id: companyId }], needs);
  return undefined;
}

async function decide(
  tx: PortalTransaction,
  companyId: RecordId,
  handoff: Handoff,
  actor: Actor,
  click: Exclude<AccountClick, { action: 'swap' }>,
  { clock }: AccountClickNeeds,
): Promise<Response | Refusal | Refused> {
  const settings = await tx.settings();
  const { work, accounts } = settings.definitions;
  if (!work || !accounts)
    return { kind: 'conflict', why: 'The definition set has no rules of work on accounts any more.' };
  switch (click.action) {
    case 'accept':
      return acceptAccount(handoff, actor, clock());
    case 'decline':
      return declineAccount(handoff, actor, click.reason, accounts, clock());
    case 'start': {
      const { contactId } = click;
      const near = await tx.neighborhood([{ type: 'company', id: companyId }]);
      const person = near.contacts.get(contactId);
      if (!person || person.deletedAt !== undefined || !near.contactsOfCompany.get(companyId)?.includes(contactId))
        return { kind: 'invalid', why: 'This person does not belong to the account any more. Reload the card.' };
      const started = startWithPerson(handoff, actor, contactId, person.facts, work, clock());
      if ('refused' in started) return started;
      const scene = await gateScene(tx, near, settings, clock());
      return passGate(started, gateOf(leadEntry(contactId, scene), scene), click.despite ?? []);
    }
  }
}

/** The AE whose account it is, a manager or an admin takes up what is suggested. */
async function swap(
  tx: PortalTransaction,
  companyId: RecordId,
  instead: RecordId,
  userId: string,
  needs: AccountClickNeeds,
): Promise<Refused | undefined> {
  const suggested = (await suggestedSwaps(tx)).find(({ out }) => out === companyId);
  if (suggested?.in !== instead) return { kind: 'conflict', why: 'This is not suggested any more. Reload the card.' };
  const { ownerId, reason } = suggested;
  const isOwn = ownerOf(userId, await tx.owners())?.ownerId === ownerId;
  if (!isOwn && (await tx.roleOf(userId)) === 'member')
    return {
      kind: 'forbidden',
      why: 'Only the account executive who named it, a manager or an admin may exchange it.',
    };
  return changeNamedAccounts(tx, { ownerId, add: instead, drop: companyId, reason, by: userId }, needs);
}
