import { createHmac } from 'node:crypto';
import { EMAIL } from '../domain/definitions/asked-properties.ts';
import type { Fact } from '../domain/journey/fact.ts';
import { disqualificationIn } from '../domain/qualification/barrier.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { normalEmail } from './list-people.ts';
import type { Neighborhood, PersonState, PortalTransaction } from './ports.ts';

/**
 * Keeps the addresses of disqualified people, all they ever had, so that the same person made anew under one of them stays disqualified
 * (S2-25). Only hashes are kept.
 */
export async function keepAddresses(
  tx: PortalTransaction,
  near: Neighborhood,
  people: readonly PersonState[],
): Promise<void> {
  const present = people.filter(({ excluded }) => excluded === undefined);
  await tx.keepDisqualifiedEmails(
    present.flatMap(({ contactId }) => {
      const facts = near.contacts.get(contactId)?.facts ?? [];
      const decided = disqualificationIn(facts);
      return decided ? hashesOf(facts, tx.portalId).map((hash) => ({ hash, contactId, at: decided.occurredAt })) : [];
    }),
  );
}

/** Since when somebody with the same address as an affected person is disqualified. */
export async function barredPeople(
  tx: PortalTransaction,
  { affectedContacts, contacts }: Neighborhood,
): Promise<ReadonlyMap<RecordId, Instant>> {
  const hashes = new Map(affectedContacts.map((id) => [id, hashesOf(contacts.get(id)?.facts ?? [], tx.portalId)]));
  const disqualified = await tx.disqualifiedEmails([...hashes.values()].flat());
  return new Map(
    [...hashes].flatMap(([id, own]) => {
      const since = own.flatMap((hash) => disqualified.get(hash) ?? []);
      return since.length > 0 ? [[id, Math.max(...since)]] : [];
    }),
  );
}

/** Whoever is reinstated is free to come back under any of their addresses. */
export const forgetAddresses = (tx: PortalTransaction, facts: readonly Fact[]): Promise<void> =>
  tx.forgetDisqualifiedEmails(hashesOf(facts, tx.portalId));

/** Of every address a person has ever had. */
function hashesOf(facts: readonly Fact[], portalId: PortalId): string[] {
  const emails = facts.flatMap(({ property, value }) =>
    property === EMAIL && value !== '' ? [normalEmail(value)] : [],
  );
  return [...new Set(emails)].map((email) => createHmac('sha256', portalId).update(email).digest('hex'));
}
