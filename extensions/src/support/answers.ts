import type { HandoffCardAnswer, HandoffView, JourneyView, LeadCardAnswer } from '../../../src/http/contract/cards.ts';

/** When the tests' answers were given. */
export const NOW = Date.UTC(2026, 10, 23, 15, 0);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const ana = { ownerId: '7', name: 'Ana Ruiz' };

/** Offered 22 minutes ago, with 38 of its 60 minutes left. */
export function handoff(over: Partial<HandoffView> = {}): HandoffView {
  const startedAt = NOW - 22 * MINUTE;
  return {
    handoffId: 'h1',
    state: 'offered',
    offeredAt: startedAt,
    offeredTo: ana,
    offeredFrom: null,
    decidedBy: null,
    decidedAt: null,
    reason: null,
    refusal: null,
    clock: {
      label: 'First response',
      limitMinutes: 60,
      startedAt,
      dueAt: startedAt + HOUR,
      stoppedAt: null,
      state: 'running',
    },
    ...over,
  };
}

export function journey(over: Partial<JourneyView> = {}): JourneyView {
  return {
    attempt: 1,
    path: [
      { id: 'LEAD', label: 'Lead', enteredAt: NOW - 9 * DAY, state: 'done' },
      { id: 'AQL', label: 'AQL', enteredAt: null, state: 'skipped' },
      { id: 'MAL', label: 'MAL', enteredAt: NOW - 3.5 * DAY, state: 'current' },
      { id: 'SQO', label: 'SQO', enteredAt: null, state: 'ahead' },
    ],
    stage: { id: 'MAL', label: 'MAL', enteredAt: NOW - 3.5 * DAY },
    usual: { medianDays: 2.25, rate: 0.4 },
    ended: null,
    ...over,
  };
}

export function leadAnswer(over: Partial<LeadCardAnswer> = {}): LeadCardAnswer {
  return {
    now: NOW,
    revision: 'r1',
    zone: 'America/New_York',
    contactId: '123',
    journey: journey(),
    priority: { id: 'P1', reason: 'Asked for a demo' },
    owner: ana,
    handoff: handoff(),
    nextStep: 'Ana calls within the hour.',
    accept: { allowed: true },
    recycle: { allowed: true },
    recycleReasons: [
      { value: 'BAD_TIMING', label: 'Bad timing' },
      { value: 'NO_BUDGET', label: 'No budget' },
    ],
    gate: null,
    answers: { items: [], edit: { allowed: true } },
    disqualified: null,
    disqualify: { allowed: true },
    disqualifyReasons: [{ value: 'student', label: 'Student or researcher' }],
    reinstate: { allowed: true },
    reinstateReasons: [{ value: 'mistake', label: 'Disqualified by mistake' }],
    ...over,
  };
}

/** 51 h 20 min of its 72 hours are left. */
export function handoffAnswer(over: Partial<HandoffCardAnswer> = {}): HandoffCardAnswer {
  const dueAt = NOW + 51 * HOUR + 20 * MINUTE;
  const clock = {
    label: 'Decision',
    limitMinutes: 72 * 60,
    startedAt: dueAt - 72 * HOUR,
    dueAt,
    stoppedAt: null,
    state: 'running',
  } as const;
  return {
    now: NOW,
    revision: 'r1',
    zone: 'America/New_York',
    dealId: '123',
    stage: { id: 'MQO', label: 'Meeting set', enteredAt: NOW - DAY },
    handoff: handoff({ handoffId: 'h2', clock }),
    checklist: [
      { id: 'meeting', label: 'Meeting held', done: true, detail: '20 Nov 2026' },
      { id: 'budget', label: 'Budget', done: false, detail: 'Nobody has written it down' },
    ],
    answers: { items: [], edit: { allowed: true } },
    amount: '5000',
    closeDate: '2026-12-31',
    currency: 'EUR',
    nextStep: 'Ana decides by Wednesday.',
    accept: { allowed: true },
    reject: { allowed: true },
    rejectReasons: [{ value: 'NO_AUTHORITY', label: 'Not the decision maker' }],
    ...over,
  };
}
