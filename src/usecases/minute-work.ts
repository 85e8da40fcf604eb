import type { Handoff } from '../domain/handoff/handoff.ts';
import { remindLate } from '../domain/handoff/remind-late.ts';
import type { RecordKey } from '../domain/journey/fact.ts';
import { decideAndSave, type DecideNeeds } from './decide-and-save.ts';
import type { PortalTransaction } from './ports.ts';

/** What time alone brings about: clocks that ran out are missed and their owners told; offers nobody could take are looked at again. */
export async function minuteWork(tx: PortalTransaction, needs: DecideNeeds): Promise<void> {
  const now = needs.clock();
  const late = await tx.missClocks(now);
  const { timeZone, definitions } = await tx.settings();
  const intents = late.flatMap((handoff) => remindLate(handoff, timeZone, now));
  await tx.saveFollowUp({ intents, handoffs: [], decisions: [], turns: [] }, now, definitions.version);
  const touched = [...late.flatMap(recordsOf), ...(await tx.unassignedRecords())];
  if (touched.length > 0) await decideAndSave(tx, touched, needs);
}

/** The records whose owners wait for the outcome of a handoff. */
export const recordsOf = ({ contactId, dealId }: Handoff): RecordKey[] => [
  ...(contactId === undefined ? [] : [{ type: 'contact' as const, id: contactId }]),
  ...(dealId === undefined ? [] : [{ type: 'deal' as const, id: dealId }]),
];
