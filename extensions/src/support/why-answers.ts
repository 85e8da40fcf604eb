import type { StandingView, WhyCardAnswer } from '../../../src/http/contract/why.ts';
import { NOW } from './answers.ts';

const DAY = 24 * 60 * 60_000;
const line = { at: null, freshUnits: null, isAcceleration: false };

/** 28.4 points of behavior, 75 of fit; Target and behavior are missing. */
export function standing(over: Partial<StandingView> = {}): StandingView {
  return {
    cell: 'A3',
    grade: 'A',
    band: '3',
    fitUnits: 75_000,
    behaviorUnits: 28_419,
    gate: { label: 'ICP, target and behavior', mode: 'enforce' },
    passes: false,
    checklist: [
      { id: 'icp', label: 'ICP', done: true, detail: 'Yes' },
      { id: 'behavior', label: 'Behavior', done: false, detail: 'Behavior is 28.4: 11.6 short of 40.' },
    ],
    next: { fit: null, behavior: { name: '2', from: 40, shortUnits: 11_581 } },
    barrier: null,
    vetoes: [],
    exclusion: null,
    isPurchased: false,
    shutOut: [],
    fit: [
      { id: 'size', family: 'size', label: '50 to 5,000 employees', units: 25_000, holds: true, why: null },
      {
        id: 'crm',
        family: 'technology',
        label: 'Uses a CRM',
        units: 15_000,
        holds: false,
        why: 'Technologies (company) is not known.',
      },
    ],
    behavior: [
      {
        id: 'website',
        label: 'Website',
        units: 18_417,
        lines: [
          {
            id: 'pricing',
            label: 'Pricing page viewed',
            units: 11_449,
            at: NOW - 2 * DAY,
            freshUnits: 12_000,
            isAcceleration: false,
            kind: 'event',
          },
          {
            id: 'case',
            label: 'Case study viewed',
            units: 6_968,
            at: NOW - 6 * DAY,
            freshUnits: 8_000,
            isAcceleration: true,
            kind: 'event',
          },
        ],
      },
      {
        id: 'breadth',
        label: 'Several channels',
        units: 10_002,
        lines: [
          { ...line, id: 'web', label: 'Active on website', units: 15_002, kind: 'breadth' },
          { ...line, id: 'cap', label: 'No more counts here', units: -5_000, kind: 'cap' },
        ],
      },
    ],
    grades: [
      { name: 'A', from: 65 },
      { name: 'B', from: 45 },
      { name: 'C', from: 20 },
    ],
    bands: [
      { name: '1', from: 60 },
      { name: '2', from: 40 },
      { name: '3', from: 15 },
    ],
    ...over,
  };
}

export function whyAnswer(over: Partial<WhyCardAnswer> = {}): WhyCardAnswer {
  return {
    now: NOW,
    revision: 'r1',
    zone: 'America/New_York',
    contactId: '123',
    at: NOW,
    isPast: false,
    version: 3,
    standing: standing(),
    unscored: null,
    ...over,
  };
}
