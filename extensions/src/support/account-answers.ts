import type { AccountCardAnswer } from '../../../src/http/contract/account.ts';
import type { KnownAccount } from '../account/known-account.ts';
import { handoff, NOW } from './answers.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function account(over: Partial<KnownAccount> = {}): KnownAccount {
  return {
    path: [
      { id: 'UNIVERSE', label: 'Universe', enteredAt: NOW - 90 * DAY, state: 'done' },
      { id: 'TARGET', label: 'Target account', enteredAt: NOW - 60 * DAY, state: 'done' },
      { id: 'AWARE', label: 'Aware', enteredAt: null, state: 'skipped' },
      { id: 'IN_MARKET', label: 'In market', enteredAt: NOW - 2 * HOUR, state: 'current' },
    ],
    stage: { id: 'IN_MARKET', label: 'In market', enteredAt: NOW - 2 * HOUR },
    score: 68,
    parts: [
      { label: '50 to 5,000 employees', points: 25 },
      { label: 'Industry we know', points: 20 },
      { label: 'Signs of interest outside', points: 22.5 },
      { label: 'Rounded to whole points', points: 0.5 },
    ],
    icp: true,
    missing: [],
    excluded: null,
    tier: 'One to few',
    engagement: { points: 14, from: 20 },
    intent: { points: 22.5, from: 15 },
    signs: [{ topic: 'crm_software', kind: 'intent', strength: 0.9, source: 'bombora', at: NOW - 2 * HOUR }],
    people: [
      {
        contactId: '201',
        name: 'Kim Berg',
        title: 'Head of Operations',
        cell: 'A3',
        stage: 'Lead',
        isWorked: false,
        missing: [],
      },
      { contactId: '202', name: 'Contact 202', title: null, cell: null, stage: null, isWorked: false, missing: [] },
    ],
    peopleCount: 2,
    namedBy: null,
    swap: null,
    ...over,
  };
}

export function accountAnswer(over: Partial<AccountCardAnswer> = {}): AccountCardAnswer {
  return {
    now: NOW,
    revision: 'r1',
    zone: 'America/New_York',
    companyId: '123',
    account: account(),
    priority: 'P3',
    handoff: handoff({ handoffId: 'account-123-1' }),
    nextStep: 'Ana Ruiz: start with a person, accept, or decline with a reason.',
    accept: { allowed: true },
    decline: { allowed: true },
    start: { allowed: true },
    declineReasons: [
      { value: 'not_now', label: 'Not now' },
      { value: 'wrong_account', label: 'Not an account for us' },
    ],
    ...over,
  };
}
