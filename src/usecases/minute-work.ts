import type { Handoff } from '../domain/handoff/handoff.ts';
import { remindLate } from '../domain/handoff/remind-late.ts';
import type { RecordKey } from '../domain/journey/fact.ts';
import { dueAccounts } from './decide-accounts.ts';
import { decideAndSave, type DecideNeeds } from './decide-and-save.ts';
import type { PortalTransaction } from './ports.ts';

/** People looked at anew in one minute because of time or of new rules. */
const PEOPLE_PER_COMMIT = 300;
const ACCOUNTS_PER_COMMIT = 100;

/** What time alone brings about: clocks that ran out are missed and their owners told; offers nobody could take are looked at
 * again; points fade into another band, an embargo ends; after a publication everybody is assessed anew, some each minute. */
export async function minuteWork(tx: PortalTransaction, needs: DecideNeeds): Promise<void> {
  const now = needs.clock();
  const late = await tx.missClocks(now);
  const settings = await tx.settings();
  const { timeZone, definitions } = settings;
  const intents = late.flatMap((handoff) => remindLate(handoff, timeZone, now));
  await tx.saveFollowUp({ intents, handoffs: [], decisions: [], turns: [] }, now, definitions.version);
  const due = [
    ...(await tx.dueAssessments(now, PEOPLE_PER_COMMIT)),
    ...(await tx.staleAssessments(PEOPLE_PER_COMMIT)),
    ...(await dueAccounts(tx, settings, now, ACCOUNTS_PER_COMMIT)),
  ];
  const touched = [...late.flatMap(recordsOf), ...(await tx.unassignedRecords()), ...due];
  if (touched.length > 0) await decideAndSave(tx, touched, needs);
}

/** The records whose owners wait for the outcome of a handoff. */
export const recordsOf = ({ contactId, dealId, companyId }: Handoff): RecordKey[] => [
  ...(companyId === undefined ? [] : [{ type: 'company' as const, id: companyId }]),
  ...(contactId === undefined ? [] : [{ type: 'contact' as const, id: contactId }]),
  ...(dealId === undefined ? [] : [{ type: 'deal' as const, id: dealId }]),
];
