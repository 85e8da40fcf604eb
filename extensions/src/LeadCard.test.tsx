import {
  Button,
  EmptyState,
  ErrorState,
  Input,
  LoadingSpinner,
  Select,
  StatusTag,
  StepIndicator,
  Tag,
} from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HandoffView, LeadCardAnswer } from '../../src/http/contract/cards.ts';
import { LeadCard } from './LeadCard.tsx';
import { handoff, journey, leadAnswer, NOW } from './support/answers.ts';
import { json, openCard, turns, useTestTime } from './support/card-test.tsx';

beforeEach(() => useTestTime(NOW));
afterEach(() => vi.useRealTimers());
afterEach(() => vi.unstubAllGlobals());

const open = (over: Partial<LeadCardAnswer> = {}) => openCard('crm.record.sidebar', LeadCard, json(leadAnswer(over)));
const openWith = (over: Partial<HandoffView>) => open({ handoff: handoff(over) });

describe('what the SDR reads', () => {
  test('is asked from the backend of the profile, for this contact', async () => {
    const { calls } = await open();
    expect(calls).toEqual([
      { url: 'https://l2r.example.com/extension/v1/contacts/123/lead', method: 'GET', body: undefined },
    ]);
  });

  test('priority with its reason, owner, next step', async () => {
    const card = await open();
    expect(card.findByTestId(Tag, 'priority')).toMatchObject({ text: 'P1', props: { variant: 'error' } });
    for (const text of ['Asked for a demo', 'Owner: Ana Ruiz', 'Ana calls within the hour.'])
      expect(card.text()).toContain(text);
  });

  test('a lead without an owner, a priority and an offer', async () => {
    const card = await open({ owner: null, priority: null, handoff: null });
    expect(card.text()).toContain('No owner yet');
    expect(card.maybeFindByTestId(Tag, 'priority')).toBeNull();
    expect(card.maybeFindByTestId(StatusTag, 'clock')).toBeNull();
  });

  test('the clock, due at the time of the portal and in the language of the person', async () => {
    const card = await openCard('crm.record.sidebar', LeadCard, json(leadAnswer()), { locale: 'de_DE' });
    expect(card.findByTestId(StatusTag, 'clock').text).toBe('38 min left');
    // The renderer's portal stands in New York.
    expect(card.text()).toContain('First response, due 23.11.2026, 10:38');
  });

  test('a locale that no browser knows takes nothing down', async () => {
    const card = await openCard('crm.record.sidebar', LeadCard, json(leadAnswer()), { locale: 'x' });
    expect(card.text()).toContain('due Nov 23, 2026, 10:38');
  });

  test('the path with dates, the stay against the usual', async () => {
    const card = await open();
    expect(card.findByTestId(StepIndicator, 'path').props).toMatchObject({
      direction: 'vertical',
      stepNames: ['Lead · Nov 14, 2026', 'AQL (skipped)', 'MAL · Nov 19, 2026', 'SQO'],
      currentStep: 2,
    });
    expect(card.text()).toContain('3 days in MAL; the usual median is 2.3 days.');
    expect(card.text()).not.toContain('Path, attempt');
  });

  test('no median without enough journeys; a further attempt is said', async () => {
    const card = await open({ journey: journey({ attempt: 2, usual: { medianDays: null, rate: null } }) });
    expect(card.text()).toContain('3 days in MAL.');
    expect(card.text()).toContain('Path, attempt 2');
  });

  test('how a journey ended', async () => {
    const path = journey().path.map((step) => (step.state === 'current' ? { ...step, state: 'done' as const } : step));
    const card = await open({ journey: journey({ path, ended: { label: 'Disqualified', at: NOW } }) });
    expect(card.text()).toContain('Ended: Disqualified on Nov 23, 2026.');
    expect(card.text()).not.toContain('days in MAL');
    expect(card.findByTestId(StepIndicator, 'path').props.currentStep).toBe(2);
  });

  test('what the words mean, on a click', async () => {
    const card = await open();
    expect(card.findByTestId(Button, 'definitions').props.overlay?.toString()).toContain('Usual median');
  });
});

describe('where the offer stands', () => {
  test.each([
    ['offered', {}, 'Offered to Ana Ruiz on Nov 23, 2026, 9:38'],
    ['offered to nobody yet', { offeredTo: null }, 'Offered on Nov 23, 2026, 9:38'],
    ['pending', { state: 'pending' }, 'Waiting for HubSpot to confirm.'],
    [
      'refused',
      { refusal: 'Contact is locked' },
      'HubSpot did not take it: Contact is locked. Offered again to Ana Ruiz.',
    ],
    ['accepted', { state: 'accepted', decidedBy: 'Ben', decidedAt: NOW }, 'Accepted by Ben on Nov 23, 2026, 10:00'],
    ['recycled', { state: 'recycled', decidedBy: 'Ben', reason: 'NO_BUDGET' }, 'Recycled by Ben. Reason: No budget.'],
    ['rejected', { state: 'rejected', reason: 'something else' }, 'Rejected. Reason: something else.'],
  ] as const)('%s', async (_name, over, text) => {
    const card = await openWith(over);
    expect(card.text().replaceAll('\u202f', ' ')).toContain(text);
  });

  test('what the person may not do is said, once', async () => {
    const why = 'Only the owner or an admin may do this.';
    const card = await open({ accept: { allowed: false, why }, recycle: { allowed: false, why } });
    expect(card.maybeFindByTestId(Button, 'accept')).toBeNull();
    expect(card.maybeFindByTestId(Button, 'recycle')).toBeNull();
    expect(card.text().split(why)).toHaveLength(2);
  });
});

describe('what the SDR does', () => {
  test('accepts, and sees that HubSpot is being waited for', async () => {
    const card = await open();
    card.answerWith(json(leadAnswer({ revision: 'r2', handoff: handoff({ state: 'pending' }) })));
    card.findByTestId(Button, 'accept').trigger('onClick');
    await turns();
    expect(card.calls[1]).toEqual({
      url: 'https://l2r.example.com/extension/v1/contacts/123/accept',
      method: 'POST',
      body: { key: expect.stringMatching(/^[A-Za-z0-9-]{8,64}$/) as string, handoffId: 'h1', despite: [] },
    });
    expect(card.text()).toContain('Waiting for HubSpot to confirm.');
  });

  test('recycles with a reason, which the dialog asks for', async () => {
    const card = await open();
    card.findByTestId(Button, 'recycle-confirm').trigger('onClick');
    await turns();
    expect(card.findByTestId(Select, 'recycle-reason').props).toMatchObject({
      error: true,
      validationMessage: 'Choose a reason.',
    });
    expect(card.calls).toHaveLength(1);

    card.findByTestId(Select, 'recycle-reason').trigger('onChange', 'NO_BUDGET' as never);
    await turns();
    card.findByTestId(Button, 'recycle-confirm').trigger('onClick');
    await turns();
    expect(card.calls[1]).toMatchObject({
      url: 'https://l2r.example.com/extension/v1/contacts/123/recycle',
      body: { handoffId: 'h1', reason: 'NO_BUDGET' },
    });
    expect(card.mocks.actions.closeOverlay.calls).toEqual([['recycle-dialog']]);
  });

  test('recycles a lead that nobody was offered', async () => {
    const card = await open({ handoff: null });
    card.findByTestId(Select, 'recycle-reason').trigger('onChange', 'NO_BUDGET' as never);
    await turns();
    card.findByTestId(Button, 'recycle-confirm').trigger('onClick');
    expect(card.calls[1]?.body).toMatchObject({ handoffId: null, reason: 'NO_BUDGET' });
  });
});

describe('the gate of the next stage', () => {
  const items = [
    { id: 'entry.fits', label: 'The account fits', done: false, level: 'warn', detail: 'Employees is not known.' },
    { id: 'entry.real', label: 'The contact is real', done: true, level: 'warn', detail: 'Target is yes.' },
    { id: 'field.phone', label: 'Phone', done: false, level: 'observe', detail: 'It is empty.' },
  ] as const;
  const gate = { stage: { id: 'MAL', label: 'Accepted lead' }, items };

  test('says what is there and what is missing, and lets go on only who has seen it', async () => {
    const card = await open({ gate });
    for (const part of ['Before Accepted lead', 'The account fits', 'Employees is not known.', 'Missing, only counted'])
      expect(card.text()).toContain(part);
    expect(card.findByTestId(Button, 'accept').props.onClick).toBeUndefined();
    card.findByTestId(Button, 'accept-confirm').trigger('onClick');
    await turns();
    expect(card.calls[1]?.body).toMatchObject({ handoffId: 'h1', despite: ['entry.fits'] });
    expect(card.mocks.actions.closeOverlay.calls).toEqual([['accept-dialog']]);
  });

  test('what is required holds the button up', async () => {
    const card = await open({ gate: { ...gate, items: [{ ...items[0], level: 'block' }] } });
    expect(card.findByTestId(Button, 'accept').props.disabled).toBe(true);
    expect(card.text()).toContain('Required');
  });
});

describe('the answers of discovery', () => {
  const answers = {
    items: [
      { id: 'need', label: 'Need', level: 'warn', value: 'One list', by: 'Ana Ruiz', at: NOW, before: 'Many lists' },
      { id: 'budget', label: 'Budget', level: 'warn', value: '', by: null, at: null, before: null },
    ],
    edit: { allowed: true },
  } as const;

  test('are shown with who and when, and what was changed is sent; what was typed stays until it is taken', async () => {
    const card = await open({ answers, handoff: null });
    expect(card.text().replaceAll('\u202f', ' ')).toContain('Ana Ruiz, Nov 23, 2026, 10:00 AM. Before: Many lists');
    expect(card.text()).toContain('Missing');
    card.findByTestId(Button, 'edit-answers').trigger('onClick');
    await turns();
    card.findByTestId(Input, 'answer-budget').trigger('onInput', 'Granted' as never);
    await turns();
    card.answerWith(json({ title: 'Not done', status: 403, detail: 'Not yours.' }, 403));
    card.findByTestId(Button, 'save-answers').trigger('onClick');
    await turns();
    expect(card.findByTestId(Input, 'answer-budget').props.value).toBe('Granted');
    card.answerWith(json(leadAnswer({ answers, revision: 'r2' })));
    card.findByTestId(Button, 'save-answers').trigger('onClick');
    await turns();
    expect(card.calls.at(-1)).toMatchObject({
      url: 'https://l2r.example.com/extension/v1/contacts/123/answers',
      body: { answers: { budget: 'Granted' } },
    });
    expect(card.maybeFindByTestId(Input, 'answer-budget')).toBeNull();
  });

  test('too long an answer says so, and who may not answer reads why', async () => {
    const card = await open({ answers, handoff: null });
    card.findByTestId(Button, 'edit-answers').trigger('onClick');
    await turns();
    card.findByTestId(Input, 'answer-need').trigger('onInput', 'x'.repeat(301) as never);
    await turns();
    expect(card.findByTestId(Button, 'save-answers').props.disabled).toBe(true);
    expect(card.findByTestId(Input, 'answer-need').props.validationMessage).toBe('Write at most 300 characters.');
    const other = await open({ answers: { ...answers, edit: { allowed: false, why: 'Not yours.' } }, handoff: null });
    expect(other.maybeFindByTestId(Button, 'edit-answers')).toBeNull();
    expect(other.text()).toContain('Not yours.');
  });

  test('are not asked before the lead is accepted', async () => {
    const card = await open({ answers: { ...answers, items: [answers.items[1]] } });
    expect(card.maybeFindByTestId(Button, 'edit-answers')).toBeNull();
    expect(card.text()).not.toContain('Budget');
  });
});

describe('a person who is no buyer', () => {
  test('is disqualified with a reason, offered or not', async () => {
    for (const [seen, handoffId] of [
      [handoff(), 'h1'],
      [handoff({ state: 'recycled' }), null],
      [null, null],
    ] as const) {
      const card = await open({ handoff: seen });
      card.findByTestId(Select, 'disqualify-reason').trigger('onChange', 'student' as never);
      await turns();
      card.findByTestId(Button, 'disqualify-confirm').trigger('onClick');
      expect(card.calls[1]).toMatchObject({
        url: 'https://l2r.example.com/extension/v1/contacts/123/disqualify',
        body: { handoffId, reason: 'student' },
      });
    }
  });

  test('who is disqualified is reinstated by those who may; the others read who may', async () => {
    const disqualified = { by: 'Ana Ruiz', at: NOW, reason: 'Spam', isByAddress: false };
    const card = await open({ disqualified });
    expect(card.text()).toContain('Disqualified by Ana Ruiz on Nov 23, 2026: Spam.');
    for (const action of ['accept', 'recycle', 'disqualify']) expect(card.maybeFindByTestId(Button, action)).toBeNull();
    card.findByTestId(Select, 'reinstate-reason').trigger('onChange', 'mistake' as never);
    await turns();
    card.findByTestId(Button, 'reinstate-confirm').trigger('onClick');
    expect(card.calls[1]?.body).toMatchObject({ reason: 'mistake' });

    const other = await open({ disqualified, reinstate: { allowed: false, why: 'Only an admin may.' } });
    expect(other.maybeFindByTestId(Button, 'reinstate')).toBeNull();
    expect(other.text()).toContain('Only an admin may.');
  });

  test('that nobody may be disqualified here leaves no button', async () => {
    const card = await open({ disqualify: { allowed: false, why: 'Not yours.' } });
    expect(card.maybeFindByTestId(Button, 'disqualify')).toBeNull();
  });
});

describe('when there is nothing to show', () => {
  test('loading', async () => {
    const card = await openCard('crm.record.sidebar', LeadCard, () => new Promise<Response>(() => undefined));
    expect(card.find(LoadingSpinner).props.label).toBe('Loading');
  });

  test('no journey', async () => {
    const card = await open({ journey: null, handoff: null, nextStep: 'Nobody has to do anything.' });
    expect(card.find(EmptyState).props.title).toBe('No journey yet');
    expect(card.text()).toContain('Nobody has to do anything.');
  });

  test('not loaded: the reason, and a way to try again', async () => {
    const refusal = { title: 'Forbidden', status: 403, detail: 'You have no role in Lead to Revenue.' };
    const card = await openCard('crm.record.sidebar', LeadCard, json(refusal, 403));
    expect(card.find(ErrorState).toString()).toContain('You have no role in Lead to Revenue.');
    card.answerWith(json(leadAnswer()));
    card.findByTestId(Button, 'try-again').trigger('onClick');
    await turns();
    expect(card.findByTestId(Tag, 'priority').text).toBe('P1');
  });

  test('a project without a profile says so, and asks nobody', async () => {
    const card = await openCard('crm.record.sidebar', LeadCard, json(leadAnswer()), { origin: null });
    expect(card.text()).toContain('Upload it again with a profile that sets it.');
    expect(card.calls).toEqual([]);
  });
});
