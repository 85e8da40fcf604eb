import type { PortalId, RecordId } from '../domain/values/ids.ts';
import { audience } from './audience.ts';
import type { AudienceList, AudienceListStore, AudienceRequest, CompanyList, CompanyLists } from './audience-ports.ts';
import type { Clock, Store } from './ports.ts';

export const AUDIENCE_LIST_NAME = 'Lead to Revenue: audience';

export interface KeepNeeds {
  readonly store: Store;
  readonly lists: CompanyLists;
  readonly kept: AudienceListStore;
  readonly clock: Clock;
}

/** What was done to the list. */
export interface Kept {
  readonly list: CompanyList;
  readonly isNew: boolean;
  readonly members: number;
  readonly added: number;
  readonly removed: number;
  /** Accounts that HubSpot does not know any more; the next sweep will find them gone. */
  readonly missing: readonly RecordId[];
}

/** The name belongs to a list that people have made with a filter: it is not ours to change. */
export class ListNameTakenError extends Error {
  override readonly name = 'ListNameTakenError';
  readonly exitCode = 2;
}

/**
 * Makes the list in HubSpot agree with the audience (S2-61), and makes the list where there is none: also where a person has deleted it,
 * as somebody asks for it now. It is known by its id, whatever people name it. Only what differs is sent.
 *
 * @throws ListScopeMissingError, ListNameTakenError
 */
export async function writeAudienceList(portalId: PortalId, rule: AudienceRequest, needs: KeepNeeds): Promise<Kept> {
  const before = await needs.kept.load();
  const known = before && (await needs.lists.byId(before.listId));
  const list = known ?? (await makeList(needs));
  await needs.kept.save({ listId: list.listId, rule, keptAt: needs.clock(), isGone: false });
  return { ...(await agree(portalId, list, rule, needs)), isNew: list.listId !== before?.listId };
}

/**
 * The daily part: a list that a person has deleted in HubSpot is not made again, as nobody asks for it.
 *
 * @returns undefined when there is no list to keep
 * @throws ListScopeMissingError
 */
export async function keepAudienceList(portalId: PortalId, needs: KeepNeeds): Promise<Kept | 'deleted' | undefined> {
  const before = await needs.kept.load();
  if (!before || before.isGone) return undefined;
  // Noted first: what fails is tried again the next day, not every minute.
  const tried: AudienceList = { ...before, keptAt: needs.clock() };
  await needs.kept.save(tried);
  const list = await needs.lists.byId(before.listId);
  if (!list) {
    await needs.kept.save({ ...tried, isGone: true });
    return 'deleted';
  }
  return { ...(await agree(portalId, list, before.rule, needs)), isNew: false };
}

async function makeList({ lists }: KeepNeeds): Promise<CompanyList> {
  const list = await lists.make(AUDIENCE_LIST_NAME);
  if (!list.isManual)
    throw new ListNameTakenError(
      `The list ${list.listId} in HubSpot is named "${AUDIENCE_LIST_NAME}" and is kept by a filter: give it another name and run this again.`,
    );
  return list;
}

async function agree(
  portalId: PortalId,
  list: CompanyList,
  rule: AudienceRequest,
  { store, lists, clock }: KeepNeeds,
): Promise<Omit<Kept, 'isNew'>> {
  const wished = new Set((await audience(portalId, rule, { store, clock })).map(({ companyId }) => companyId));
  const present = new Set(await lists.members(list.listId));
  const add = [...wished.difference(present)];
  const remove = [...present.difference(wished)];
  const missing = await lists.change(list.listId, { add, remove });
  const added = add.length - missing.length;
  return { list, members: present.size - remove.length + added, added, removed: remove.length, missing };
}
