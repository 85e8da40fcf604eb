import type { Handoff, Intent } from '../handoff/handoff.ts';
import { UNIT } from '../scoring/faded-points.ts';
import { localMoment } from '../values/calendar.ts';
import type { RecordId } from '../values/ids.ts';
import type { IntentSign } from './intent-signs.ts';
import type { AccountContext, WorkAccount } from './work-account.ts';

const TOPICS = 3;
const PEOPLE = 5;

/** The task of an offered account: what it looks for, with whom to begin, and by when. It names people by id alone. */
export function accountTask(
  handoff: Handoff,
  ownerId: string,
  { companyId, assessment, signs, suggested }: Pick<WorkAccount, 'companyId' | 'assessment' | 'signs' | 'suggested'>,
  { now, zone }: Pick<AccountContext, 'now' | 'zone'>,
): Intent {
  const { handoffId, priority = 'P3', clock } = handoff;
  const body = [
    `Why now: ${topicsText(signs)}; ${Math.round(assessment.intent / UNIT)} points of intent.`,
    peopleText(suggested),
    `Next step: choose a person to start with, accept or decline on the Account card by ${localMoment(clock.dueAt, zone)}.`,
  ].join(' ');
  return {
    kind: 'create_task',
    key: `task-${handoffId}`,
    handoffId,
    record: { type: 'task', id: `task-${handoffId}` },
    content: {
      linkTo: { type: 'company', id: companyId },
      ownerId,
      subject: `${priority}: ${priority === 'P4' ? 'named account' : 'account'} in the market`,
      body,
      dueAt: clock.dueAt,
      remindAt: now,
    },
  };
}

/** The strongest topics with their strength in per cent, each once. */
function topicsText(signs: readonly IntentSign[]): string {
  const strongest = new Map<string, number>();
  for (const { topic, kind, strength } of signs)
    strongest.set(topic || kind, Math.max(strength, strongest.get(topic || kind) ?? 0));
  const topics = [...strongest].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, TOPICS);
  return `signs of interest in ${topics.map(([topic, strength]) => `${topic} (strength ${Math.round(strength / 10)} %)`).join(', ')}`;
}

function peopleText(suggested: readonly RecordId[]): string {
  if (suggested.length === 0) return 'Nobody of this account is known yet.';
  return `People to start with: ${suggested
    .slice(0, PEOPLE)
    .map((id) => `contact ${id}`)
    .join(', ')}.`;
}
