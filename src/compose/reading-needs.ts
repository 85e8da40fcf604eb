import { knownCompanies } from '../store/company-link-store.ts';
import { knownContacts } from '../store/deal-link-store.ts';
import { deletedRecords, unknownRecords } from '../store/record-store.ts';
import type { BackfillNeeds } from '../usecases/backfill.ts';
import type { Core } from './core.ts';

/** What every way into the history needs: HubSpot, the store, and what is known already. */
export function readingNeeds({
  database,
  store,
  gateway,
  mapping,
  clock,
}: Core): Omit<BackfillNeeds, 'progress' | 'report'> {
  return {
    store,
    gateway,
    mapping,
    clock,
    knownContacts: (id, deals) => database.inPortal(id, (tx) => knownContacts(tx, id, deals)),
    knownCompanies: (id, contacts) => database.inPortal(id, (tx) => knownCompanies(tx, id, contacts)),
    unknownRecords: (id, keys) => database.inPortal(id, (tx) => unknownRecords(tx, id, keys)),
    deletedRecords: (id, keys) => database.inPortal(id, (tx) => deletedRecords(tx, id, keys)),
  };
}
