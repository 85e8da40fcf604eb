import type { Client } from '@hubspot/api-client';
import type { PublicObjectList } from '@hubspot/api-client/lib/codegen/crm/lists/models/PublicObjectList.js';
import { type RecordId, recordId } from '../../domain/values/ids.ts';
import { type CompanyList, type CompanyLists, ListScopeMissingError } from '../../usecases/audience-ports.ts';
import { HubSpotRefusedError } from './call-policy.ts';
import { type Call, chunks } from './read-records.ts';

/** @source HubSpot docs: object type ids */
const COMPANIES = '0-2';
const MANUAL = 'MANUAL';
/** @source HubSpot docs: Lists API, memberships */
const PAGE = 250;
/** HubSpot takes 100,000 in a call; a tenth keeps a call short enough to be answered in time. */
const MEMBERS_AT_ONCE = 10_000;

const NOT_FOUND = 404;

/** @source HubSpot docs: Lists API */
export function companyLists(client: Client, call: Call): CompanyLists {
  const ask = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await call('background', run);
    } catch (fault) {
      if (isRefusal(fault) && fault.category === 'MISSING_SCOPES')
        throw new ListScopeMissingError(fault.message, { cause: fault });
      throw fault;
    }
  };
  const find = async (run: () => Promise<{ list: PublicObjectList }>) => {
    try {
      const { list } = await ask(run);
      // Whether a deleted list is told with its instant, or not at all, is not documented.
      return list.deletedAt === undefined ? toCompanyList(list) : undefined;
    } catch (fault) {
      if (isRefusal(fault) && fault.status === NOT_FOUND) return undefined;
      throw fault;
    }
  };
  const byName = (name: string) => find(() => client.crm.lists.listsApi.getByName(name, COMPANIES));

  return {
    byId: (listId) => find(() => client.crm.lists.listsApi.getById(listId)),
    byName,

    async make(name) {
      try {
        const wished = { name, objectTypeId: COMPANIES, processingType: MANUAL };
        return toCompanyList((await ask(() => client.crm.lists.listsApi.create(wished))).list);
      } catch (fault) {
        // Made by an earlier call whose answer was lost, too.
        const made = isRefusal(fault) && isNameTaken(fault) ? await byName(name) : undefined;
        if (made) return made;
        throw fault;
      }
    },

    async members(listId) {
      const members: RecordId[] = [];
      let after: string | undefined;
      do {
        const page = await ask(() => client.crm.lists.membershipsApi.getPage(listId, after, undefined, PAGE));
        members.push(...page.results.map((member) => recordId(member.recordId)));
        after = page.paging?.next?.after;
      } while (after !== undefined);
      return members;
    },

    async change(listId, { add, remove }) {
      const missing: RecordId[] = [];
      const parts = [
        ...chunks(add, MEMBERS_AT_ONCE).map((some) => ({ recordIdsToAdd: some, recordIdsToRemove: [] })),
        ...chunks(remove, MEMBERS_AT_ONCE).map((some) => ({ recordIdsToAdd: [], recordIdsToRemove: some })),
      ];
      for (const part of parts) {
        const done = await ask(() => client.crm.lists.membershipsApi.addAndRemove(listId, part));
        missing.push(...done.recordIdsMissing.map(recordId));
      }
      return missing;
    },
  };
}

const isRefusal = (fault: unknown): fault is HubSpotRefusedError => fault instanceof HubSpotRefusedError;

const isNameTaken = ({ body }: HubSpotRefusedError): boolean =>
  typeof body === 'object' && body !== null && 'subCategory' in body && body.subCategory === 'ILS.DUPLICATE_LIST_NAMES';

const toCompanyList = ({ listId, name, processingType, objectTypeId }: PublicObjectList): CompanyList => ({
  listId,
  name,
  isManual: processingType === MANUAL && objectTypeId === COMPANIES,
});
