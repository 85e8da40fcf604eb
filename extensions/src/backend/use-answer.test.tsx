import { Button, StatusTag } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { LeadCard } from '../LeadCard.tsx';
import { handoff, leadAnswer, NOW } from '../support/answers.ts';
import { json, openCard, pass, turns, useTestTime, wrapped } from '../support/card-test.tsx';

beforeEach(() => useTestTime(NOW));
afterEach(() => vi.useRealTimers());
afterEach(() => vi.unstubAllGlobals());

const open = (over: Parameters<typeof leadAnswer>[0] = {}) =>
  openCard('crm.record.sidebar', LeadCard, json(leadAnswer(over)));
type Card = Awaited<ReturnType<typeof open>>;
const clock = (card: Card) => card.findByTestId(StatusTag, 'clock').text;
const accept = async (card: Card) => {
  card.findByTestId(Button, 'accept').trigger('onClick');
  await turns();
};

describe('asking again', () => {
  test('every 20 seconds', async () => {
    const card = await open();
    await pass(19_000);
    expect(card.calls).toHaveLength(1);
    await pass(1_000);
    expect(card.calls).toHaveLength(2);
    await pass(20_000);
    expect(card.calls).toHaveLength(3);
  });

  test('every second while HubSpot has not confirmed, until it has; then the page shows what is on the record', async () => {
    const card = await open({ handoff: handoff({ state: 'pending' }) });
    await pass(2_000);
    expect(card.calls).toHaveLength(3);
    card.answerWith(json(leadAnswer({ now: NOW + 3_000, handoff: handoff({ state: 'accepted' }) })));
    await pass(1_000);
    expect(card.mocks.actions.refreshObjectProperties.callCount).toBe(1);
    await pass(19_000);
    expect(card.calls).toHaveLength(4);
  });

  test('at once after an edit of a property that matters, and after one and two seconds', async () => {
    const card = await open();
    expect(card.mocks.actions.onCrmPropertiesUpdate.calls[0]?.[0]).toContain('lifecyclestage');
    await card.edit();
    expect(card.calls).toHaveLength(2);
    card.answerWith(json(leadAnswer({ now: NOW + 1_500, nextStep: 'Seen.' })));
    await pass(1_000);
    await pass(1_000);
    expect(card.calls).toHaveLength(4);
    expect(card.text()).toContain('Seen.');
    await pass(17_000);
    expect(card.calls).toHaveLength(4);
  });

  test('an answer that was overtaken by a newer one is not shown', async () => {
    const card = await open();
    card.answerWith(json(leadAnswer({ now: NOW - 5_000, nextStep: 'Old.' })));
    await pass(20_000);
    expect(card.text()).not.toContain('Old.');
  });

  test.each([
    ['no connection', () => Promise.reject(new Error('timeout')), 'could not be reached in time.'],
    [
      'a page of HTML',
      () => new Response('<html>Bad gateway</html>', { status: 502 }),
      'could not answer (status 502).',
    ],
    ['a success that is no answer', json({}), 'an answer that could not be read.'],
  ])('%s leaves the last answer, with a note', async (_name, reply, note) => {
    const card = await open();
    card.answerWith(reply);
    await pass(20_000);
    expect(card.text()).toContain('Asked for a demo');
    expect(card.text()).toContain('As of Nov 23, 2026, 10:00');
    expect(card.text()).toContain(note);
    card.answerWith(json(leadAnswer({ now: NOW + 40_000 })));
    await pass(20_000);
    expect(card.text()).not.toContain(note);
  });

  test('answers in the envelope of HubSpot are answers', async () => {
    const card = await openCard('crm.record.sidebar', LeadCard, wrapped(leadAnswer()));
    expect(card.text()).toContain('Asked for a demo');
  });
});

describe('the clock', () => {
  const due = (left: number) => {
    const { clock } = handoff();
    return { handoff: handoff({ clock: clock && { ...clock, startedAt: NOW + left - 3_600_000, dueAt: NOW + left } }) };
  };

  test('counts from the time of the server, every 15 seconds', async () => {
    vi.setSystemTime(NOW + 86_400_000);
    const card = await open(due(600_000));
    expect(clock(card)).toBe('10 min left');
    await pass(14_000);
    expect(clock(card)).toBe('10 min left');
    await pass(1_000);
    expect(clock(card)).toBe('9 min left');
  });

  test('counts seconds in the last five minutes, from their first on', async () => {
    const card = await open(due(305_000));
    await pass(5_000);
    expect(clock(card)).toBe('5 min left');
    await pass(1_000);
    expect(clock(card)).toBe('4 min 59 s left');
    await pass(1_000);
    expect(clock(card)).toBe('4 min 58 s left');
  });

  test('is missed the moment it is due', async () => {
    const card = await open(due(2_000));
    card.answerWith(() => new Promise<Response>(() => undefined));
    await pass(3_000);
    expect(clock(card)).toBe('Missed by 1 s');
    await pass(75_000);
    expect(clock(card)).toBe('Missed by 1 min');
  });

  test('stands still once answered', async () => {
    const { clock: running } = handoff();
    const stopped = running && { ...running, stoppedAt: running.startedAt + 600_000, state: 'met' as const };
    const card = await open({ handoff: handoff({ state: 'accepted', clock: stopped }) });
    expect(clock(card)).toBe('Met after 10 min');
  });
});

describe('a click', () => {
  test.each([
    ['as the backend says it', json],
    ['in the envelope of HubSpot', wrapped],
  ])('that is refused says why, %s, and shows how things stand', async (_name, form) => {
    const card = await open();
    card.answerWith((call) =>
      call.method === 'POST'
        ? form({ title: 'Conflict', status: 409, detail: 'Ben was faster.' }, 409)(call)
        : json(leadAnswer({ now: NOW + 1, revision: 'r2', handoff: handoff({ state: 'accepted', decidedBy: 'Ben' }) }))(
            call,
          ),
    );
    await accept(card);
    expect(card.text()).toContain('Ben was faster.');
    expect(card.text()).toContain('Accepted by Ben.');
  });

  test.each([
    ['lost on the way', () => Promise.reject(new Error('timeout'))],
    [
      'answered with a fault, as the backend says it',
      json({ title: 'Internal error', status: 500, detail: 'Logged.' }, 500),
    ],
    [
      'answered with a fault, in the envelope',
      wrapped({ title: 'Internal error', status: 500, detail: 'Logged.' }, 500),
    ],
  ])('that is %s is repeated with its key, not as a new click', async (_name, reply) => {
    const card = await open();
    card.answerWith((call) => (call.method === 'POST' ? reply(call) : json(leadAnswer({ now: NOW + 1 }))(call)));
    await accept(card);
    expect(card.findByTestId(Button, 'accept').props.disabled).toBe(true);
    card.findByTestId(Button, 'try-again').trigger('onClick');
    await turns();
    const posts = card.calls.filter(({ method }) => method === 'POST');
    expect(posts).toHaveLength(2);
    expect(posts[1]).toEqual(posts[0]);
  });

  test('that was taken although its answer was lost is over when the record has moved on', async () => {
    const card = await open();
    const moved = leadAnswer({ now: NOW + 1, revision: 'r2', handoff: handoff({ state: 'pending' }) });
    card.answerWith((call) => (call.method === 'POST' ? Promise.reject(new Error('timeout')) : json(moved)(call)));
    await accept(card);
    expect(card.maybeFindByTestId(Button, 'try-again')).toBeNull();
    expect(card.text()).toContain('Waiting for HubSpot to confirm.');
  });

  test('twice in a row is one; the next click has a key of its own', async () => {
    const card = await open();
    card.findByTestId(Button, 'accept').trigger('onClick');
    card.findByTestId(Button, 'accept').trigger('onClick');
    await turns();
    await accept(card);
    const keys = card.calls.filter(({ method }) => method === 'POST').map(({ body }) => body?.['key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(2);
  });
});
