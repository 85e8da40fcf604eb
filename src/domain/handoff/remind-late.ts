import { localMoment } from '../values/calendar.ts';
import type { Instant } from '../values/instant.ts';
import { recordOf } from './assign.ts';
import type { Handoff, HandoffKind, Intent } from './handoff.ts';

const CARD: Readonly<Record<HandoffKind, string>> = { lead: 'Lead', mqo: 'Handoff', account: 'Account' };

/** An offer whose time is over is never late in silence (S2-17): its owner is told once more, with a reminder. */
export function remindLate(handoff: Handoff, zone: string, now: Instant): Intent[] {
  const { handoffId, kind, ownerId, priority = 'P1', clock } = handoff;
  const linkTo = recordOf(handoff);
  if (handoff.state !== 'offered' || handoff.click || ownerId === undefined || !linkTo) return [];
  const what = kind === 'mqo' ? 'opportunity' : `${priority} ${kind}`;
  return [
    {
      kind: 'create_task',
      key: `late-${handoffId}`,
      handoffId,
      record: { type: 'task', id: `late-${handoffId}` },
      content: {
        linkTo,
        ownerId,
        subject: `Late: ${what} without an answer`,
        body: `Was due ${localMoment(clock.dueAt, zone)}. Next step: decide now on the ${CARD[kind]} card.`,
        dueAt: now,
        remindAt: now,
      },
    },
  ];
}
