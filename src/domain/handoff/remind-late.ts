import { localMoment } from '../values/calendar.ts';
import type { Instant } from '../values/instant.ts';
import type { Handoff, Intent } from './handoff.ts';

/** An offer whose time is over is never late in silence (S2-17): its owner is told once more, with a reminder. */
export function remindLate(handoff: Handoff, zone: string, now: Instant): Intent[] {
  const { handoffId, kind, ownerId, contactId, dealId, clock } = handoff;
  const id = kind === 'lead' ? contactId : dealId;
  if (handoff.state !== 'offered' || handoff.click || ownerId === undefined || id === undefined) return [];
  const what = kind === 'lead' ? 'P1 lead' : 'opportunity';
  return [
    {
      kind: 'create_task',
      key: `late-${handoffId}`,
      handoffId,
      record: { type: 'task', id: `late-${handoffId}` },
      content: {
        linkTo: { type: kind === 'lead' ? 'contact' : 'deal', id },
        ownerId,
        subject: `Late: ${what} without an answer`,
        body: `Was due ${localMoment(clock.dueAt, zone)}. Next step: decide now on the ${kind === 'lead' ? 'Lead' : 'Handoff'} card.`,
        dueAt: now,
        remindAt: now,
      },
    },
  ];
}
