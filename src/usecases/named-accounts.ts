import { type Swap, type SwapAccount, suggestSwaps } from '../domain/account/suggest-swaps.ts';
import type { RecordId } from '../domain/values/ids.ts';
import type { Refused } from './answer-once.ts';
import type { Clock, PortalTransaction } from './ports.ts';

/** Which accounts whose list would be better with what instead; nothing changes. */
export async function suggestedSwaps(tx: PortalTransaction): Promise<Swap[]> {
  const { accounts: rules } = (await tx.settings()).definitions;
  if (!rules) return [];
  const named = new Map((await tx.accounts.named()).map(({ companyId, ownerId }) => [companyId, ownerId]));
  if (named.size === 0) return [];
  const ids = [...named.keys(), ...(await tx.accounts.best(rules.namedAccounts.swap))];
  const offered = new Set(
    (await tx.accounts.handoffs(ids)).filter(({ state }) => state === 'offered').map(({ companyId }) => companyId),
  );
  const accounts = (await tx.accounts.load(ids)).map(({ companyId, assessment, worked }): SwapAccount => ({
    companyId,
    assessment,
    namedBy: named.get(companyId),
    isWorked: worked > 0 || offered.has(companyId),
  }));
  return suggestSwaps(accounts, rules.namedAccounts.swap);
}

export interface NamedAccountRequest {
  readonly ownerId: string;
  readonly add?: RecordId | undefined;
  readonly drop?: RecordId | undefined;
  /** Coded. */
  readonly reason: string;
  readonly by: string;
}

/**
 * Adds an account to an AE's list, takes one off it, or both at once; what was done is kept in the swap log.
 *
 * @returns why nothing was done, or undefined
 */
export async function changeNamedAccounts(
  tx: PortalTransaction,
  { ownerId, add, drop, reason, by }: NamedAccountRequest,
  { clock }: { readonly clock: Clock },
): Promise<Refused | undefined> {
  const { accounts: rules } = (await tx.settings()).definitions;
  if (!rules) return { kind: 'invalid', why: 'The definition set has no rules for accounts.' };
  const named = await tx.accounts.named();
  const ownerOf = (companyId: RecordId) => named.find((each) => each.companyId === companyId)?.ownerId;
  if (drop !== undefined && ownerOf(drop) !== ownerId)
    return { kind: 'conflict', why: `Account ${drop} is not on the list of owner ${ownerId}.` };
  if (add !== undefined) {
    const refused = await whyNotAdd(tx, add, ownerId, ownerOf(add));
    if (refused) return refused;
    const size = named.filter((each) => each.ownerId === ownerId).length - (drop === undefined ? 0 : 1);
    const { most } = rules.namedAccounts;
    if (size >= most)
      return { kind: 'invalid', why: `The list of owner ${ownerId} is full: ${most} accounts. Give one up for it.` };
  }
  const at = clock();
  if (drop !== undefined) await tx.accounts.giveUp(drop);
  if (add !== undefined) await tx.accounts.name({ companyId: add, ownerId, since: at });
  await tx.accounts.log({ ownerId, added: add, dropped: drop, reason, by, at });
  return undefined;
}

async function whyNotAdd(
  tx: PortalTransaction,
  companyId: RecordId,
  ownerId: string,
  namedBy: string | undefined,
): Promise<Refused | undefined> {
  if (namedBy !== undefined)
    return { kind: 'conflict', why: `Account ${companyId} is already on the list of owner ${namedBy}.` };
  const owners = await tx.owners();
  if (!owners.some((owner) => owner.ownerId === ownerId && owner.isActive))
    return { kind: 'invalid', why: `There is no active owner ${ownerId}.` };
  const [account] = await tx.accounts.load([companyId]);
  return account && account.excluded === undefined
    ? undefined
    : { kind: 'invalid', why: `No company ${companyId} is known.` };
}
