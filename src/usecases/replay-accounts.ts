import type { AccountRecord } from '../domain/account/replay-account.ts';
import type { Fact } from '../domain/journey/fact.ts';
import type { PersonRecord } from '../domain/qualification/replay-person.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import type { NamedAccountChange } from './account-ports.ts';
import { decidePeople } from './decide-people.ts';
import type { PortalSettings, PortalTransaction, Store } from './ports.ts';
import { asHeard, recordOf } from './people-records.ts';

const ACCOUNTS_PER_READ = 50;

/** Accounts of which a sign was ever told, with their people of today: no other account is ever offered. */
export async function* signaledAccounts(
  portalId: PortalId,
  settings: PortalSettings,
  { store, report }: { readonly store: Store; readonly report: (records: number) => void | Promise<void> },
): AsyncGenerator<{ account: AccountRecord; people: PersonRecord[] }> {
  const [ids, changes] = await store.inPortal(
    portalId,
    async (tx) => [await tx.accounts.signaled(), await tx.accounts.changes()] as const,
  );
  for (let place = 0; place < ids.length; place += ACCOUNTS_PER_READ) {
    const page = ids.slice(place, place + ACCOUNTS_PER_READ);
    yield* await store.inPortal(portalId, (tx) => readAccounts(tx, page, settings, changes));
    await report(page.length);
  }
}

async function readAccounts(
  tx: PortalTransaction,
  ids: readonly RecordId[],
  settings: PortalSettings,
  changes: readonly NamedAccountChange[],
) {
  const near = await tx.neighborhood(ids.map((id) => ({ type: 'company', id })));
  const handoffsOf = Map.groupBy(await tx.accounts.handoffs(ids), ({ companyId }) => companyId);
  const { people } = decidePeople(near, settings);
  const present = new Map(
    people.flatMap((person) => (person.excluded === undefined ? [[person.contactId, person] as const] : [])),
  );
  const heard = (facts: readonly Fact[]) => facts.map((fact) => asHeard(fact, settings.connectedAt));
  return ids.flatMap((companyId) => {
    const company = near.companies.get(companyId);
    if (!company || company.mergedInto !== undefined) return [];
    const account: AccountRecord = {
      companyId,
      facts: heard(company.facts),
      deletedAt: company.deletedAt,
      handoffs: handoffsOf.get(companyId) ?? [],
      named: namesOf(companyId, changes),
    };
    const members = (near.contactsOfCompany.get(companyId) ?? []).flatMap((id) => present.get(id) ?? []);
    const page = { near, handoffs: [], barred: new Map() };
    return [{ account, people: members.map((person) => recordOf(person, page, settings.connectedAt)) }];
  });
}

/** Who had named an account when, read off the log. */
const namesOf = (companyId: RecordId, changes: readonly NamedAccountChange[]): AccountRecord['named'] =>
  changes.flatMap(({ at, ownerId, added, dropped }) =>
    added === companyId ? [{ at, ownerId }] : dropped === companyId ? [{ at }] : [],
  );
