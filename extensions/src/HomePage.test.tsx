import { Button, ErrorState } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ModelAnswer } from '../../src/http/contract/model.ts';
import { HomePage } from './HomePage.tsx';
import { json, turns, useTestTime } from './support/card-test.tsx';

beforeEach(() => useTestTime(1_000));
afterEach(() => vi.useRealTimers());
afterEach(() => vi.unstubAllGlobals());

const answer: ModelAnswer = {
  now: 1_000,
  revision: 'r1',
  zone: 'UTC',
  version: 3,
  publishedAt: Date.UTC(2026, 5, 1, 12),
  publishedBy: 'Alma Abend',
  why: 'a first version',
  stages: [
    { id: 'AQL', label: 'MQL', owner: 'Sales development', sentences: ['Raised a hand.', 'Target: 85 % to 90 %.'] },
  ],
  parts: [{ label: 'Website', sentences: ['Pricing page viewed: +12.', 'At most 30.'] }],
  health: {
    days: 90,
    held: 7,
    heldPeople: [{ contactId: '43', heldAt: Date.UTC(2026, 5, 3), points: 41.5 }],
    keptBack: [{ why: 'embargo', label: 'Recycled and resting', count: 3 }],
    keptPeople: [
      { contactId: '42', priority: 'P2', why: 'Recycled and resting', at: Date.UTC(2026, 5, 2), until: null },
    ],
    inflation: [{ stage: 'MAL', criterion: 'The account fits', part: 10, whole: 40, rate: 0.25, low: 0.14, high: 0.4 }],
    adoption: [{ owner: 'Kai', onCards: 5, inHubSpot: 2, open: 1, late: 0 }],
    response: [{ bucket: 'within 5 minutes', part: 3, whole: 10, rate: null, low: null, high: null }],
    outcomes: [{ outcome: 'accepted', label: 'accepted', count: 5 }],
  },
};

async function open(first: ReturnType<typeof json>) {
  let reply = first;
  vi.stubGlobal('self', globalThis);
  vi.stubGlobal('hsFetch', () => reply({ url: '', method: 'GET', body: undefined }));
  const renderer = createRenderer('home');
  const { mocks } = renderer;
  mocks.context.variables = { API_ORIGIN: 'https://l2r.example.com' };
  mocks.context.user.locale = 'en-US';
  renderer.render(<HomePage context={mocks.context} actions={mocks.actions} />);
  await turns();
  return {
    ...renderer,
    text: () => renderer.getRootNode().toString(),
    answerWith: (next: typeof reply) => {
      reply = next;
    },
  };
}

describe('the app home', () => {
  test('says which version is in force, who published it and why, and every stage in its own words', async () => {
    const page = await open(json(answer));
    expect(page.text()).toContain('Version 3, published Jun 1, 2026, 12:00 PM by Alma Abend: a first version.');
    for (const part of ['MQL (AQL)', 'Sales development', 'Raised a hand.', 'Pricing page viewed: +12.'])
      expect(page.text()).toContain(part);
  });

  test('tells a share with its interval, and below 20 only the count', async () => {
    const page = await open(json(answer));
    expect(page.text()).toContain('10 (25 %, 14 % to 40 %)');
    expect(page.text()).toContain('Held since the rules changed');
    expect(page.text()).toContain('41.5');
    expect(page.text()).toContain('within 5 minutes');
    expect(page.text()).not.toContain('3 (30 %');
  });

  test('what could not be loaded can be tried again', async () => {
    const page = await open(json({ title: 'Internal error', status: 500, detail: 'Logged.' }, 500));
    expect(page.find(ErrorState).props.title).toBe('The model could not be loaded');
    page.answerWith(json(answer));
    page.findByTestId(Button, 'try-again').trigger('onClick');
    await turns();
    expect(page.text()).toContain('Raised a hand.');
  });
});
