import { localDate } from '../domain/values/calendar.ts';
import { decideAndSave, type DecideNeeds } from './decide-and-save.ts';
import type { PortalTransaction } from './ports.ts';

/** More people are not let through in one commit; the next minute goes on. */
const PEOPLE_PER_COMMIT = 300;

/**
 * Lets held people through the gate, the most active first, as many on a local day as the last publication says (design D5). Who was let
 * through is counted in the same commit, so whatever is killed and repeated, it is never more.
 *
 * @returns how many
 */
export async function releaseHeld(tx: PortalTransaction, needs: DecideNeeds): Promise<number> {
  const { liveAt, timeZone } = await tx.settings();
  if (liveAt === undefined) return 0;
  // As long as some are still to be assessed by the rules in force, nobody knows who is the most active.
  if ((await tx.staleAssessments(1)).length > 0) return 0;
  const now = needs.clock();
  const day = localDate(now, timeZone);
  const people = await tx.releasable(day, now, PEOPLE_PER_COMMIT);
  if (people.length === 0) return 0;
  await tx.noteReleased(people, day, now);
  const records = people.map((id) => ({ type: 'contact' as const, id }));
  await decideAndSave(tx, records, needs, new Set(people));
  return people.length;
}
