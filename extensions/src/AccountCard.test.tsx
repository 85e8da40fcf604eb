import { Button, EmptyState, Select, StatusTag, StepIndicator, Table, Tag } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { AccountCardAnswer } from '../../src/http/contract/account.ts';
import { AccountCard } from './AccountCard.tsx';
import { account, accountAnswer } from './support/account-answers.ts';
import { ana, handoff, NOW } from './support/answers.ts';
import { json, openCard, turns, useTestTime } from './support/card-test.tsx';

beforeEach(() => useTestTime(NOW));
afterEach(() => vi.useRealTimers());
afterEach(() => vi.unstubAllGlobals());

const open = (over: Partial<AccountCardAnswer> = {}) =>
  openCard('crm.record.tab', AccountCard, json(accountAnswer(over)));

describe('what is read of an account', () => {
  test('its stages with dates, tier, and what it is offered as', async () => {
    const card = await open();
    expect(card.calls).toEqual([
      { url: 'https://l2r.example.com/extension/v1/companies/123/account', method: 'GET', body: undefined },
    ]);
    expect(card.findByTestId(StepIndicator, 'path').props).toMatchObject({
      stepNames: [
        'Universe · Aug 25, 2026',
        'Target account · Sep 24, 2026',
        'Aware (skipped)',
        'In market · Nov 23, 2026',
      ],
      currentStep: 3,
    });
    expect(card.text()).toContain('Tier: One to few');
    expect(card.findByTestId(Tag, 'priority').text).toBe('P3');
    expect(card.findByTestId(StatusTag, 'clock').text).toBe('38 min left');
  });

  test('the score with its parts, and where it stands to the lines', async () => {
    const card = await open();
    expect(card.text()).toContain('Account score 68');
    const parts = card.findByTestId(Table, 'parts').toString();
    for (const text of ['Industry we know', '22.5', 'Rounded to whole points']) expect(parts).toContain(text);
    expect(card.text()).toContain('Intent 22.5 points (in the market from 15)');
    expect(card.text()).toContain('Engagement of its people 14 points (aware from 20)');
  });

  test('why it fits, does not, or is excluded', async () => {
    expect((await open()).findByTestId(StatusTag, 'icp').text).toBe('Fits the ICP');
    const missing = ['Employees (company) is 12; it takes: Employees (company) is at least 20'];
    const small = await open({ account: account({ icp: false, missing }) });
    expect(small.findByTestId(StatusTag, 'icp').text).toBe('Does not fit the ICP');
    expect(small.text()).toContain(`${missing[0]}.`);
    const sued = await open({ account: account({ excluded: 'Is being sued' }) });
    expect(sued.text()).toContain('Whatever its score: Is being sued.');
  });

  test('what it looks for and who belongs to it', async () => {
    const card = await open({ account: account({ peopleCount: 40 }) });
    const signs = card.findByTestId(Table, 'signs').toString();
    for (const text of ['crm_software', '90 %', 'bombora']) expect(signs).toContain(text);
    const people = card.findByTestId(Table, 'people').toString();
    for (const text of ['Kim Berg', 'Head of Operations', 'A3', 'Lead', 'Contact 202']) expect(people).toContain(text);
    expect(card.text()).toContain('People (2 of 40)');
  });

  test('an account outside the market, without signs and people', async () => {
    const empty = account({ stage: null, tier: null, signs: [], people: [], peopleCount: 0, parts: [], score: 0 });
    const card = await open({ account: empty, handoff: null, priority: null, nextStep: 'Nothing to do now.' });
    for (const text of [
      'Not in the addressable market.',
      'No tier',
      'None is known.',
      'Nobody of this account',
      'Nothing to do',
    ])
      expect(card.text()).toContain(text);
    expect(card.maybeFindByTestId(Button, 'accept')).toBeNull();
  });

  test('an account nobody has looked at yet', async () => {
    const card = await open({ account: null, handoff: null });
    expect(card.find(EmptyState).props.title).toBe('This account is not known yet');
  });
});

describe('what is done with it', () => {
  test('accept', async () => {
    const card = await open();
    card.answerWith(
      json(accountAnswer({ revision: 'r2', handoff: handoff({ state: 'accepted', decidedBy: 'Ana Ruiz' }) })),
    );
    card.findByTestId(Button, 'accept').trigger('onClick');
    await turns();
    expect(card.calls[1]).toMatchObject({
      url: 'https://l2r.example.com/extension/v1/companies/123/accept',
      method: 'POST',
      body: { handoffId: 'account-123-1' },
    });
    expect(card.text()).toContain('Accepted by Ana Ruiz');
  });

  test('decline with a reason', async () => {
    const card = await open();
    card.findByTestId(Select, 'decline-reason').trigger('onChange', 'not_now' as never);
    await turns();
    card.findByTestId(Button, 'decline-confirm').trigger('onClick');
    await turns();
    expect(card.calls[1]).toMatchObject({
      url: 'https://l2r.example.com/extension/v1/companies/123/decline',
      body: { handoffId: 'account-123-1', reason: 'not_now' },
    });
  });

  test('start with a person', async () => {
    const card = await open();
    card.findByTestId(Button, 'start-202').trigger('onClick');
    await turns();
    expect(card.calls[1]).toMatchObject({
      url: 'https://l2r.example.com/extension/v1/companies/123/start',
      body: { handoffId: 'account-123-1', contactId: '202' },
    });
  });

  test('start with a person without what is asked for, having seen it', async () => {
    const first = await open();
    const { account } = accountAnswer();
    const missing = [
      { id: 'entry.fits', label: 'The account fits', done: false, level: 'warn', detail: 'No.' },
    ] as const;
    const people = (account?.people ?? []).map((person) => ({ ...person, missing }));
    expect(first.maybeFindByTestId(Button, 'start-202-confirm')).toBeNull();
    const card = await open({ account: account && { ...account, people } });
    card.findByTestId(Button, 'start-202-confirm').trigger('onClick');
    await turns();
    expect(card.calls[1]?.body).toMatchObject({ contactId: '202', despite: ['entry.fits'] });
  });

  test('what may not be done is not offered, and said once', async () => {
    const no = { allowed: false, why: 'Only the owner may decide this.' } as const;
    const card = await open({ accept: no, decline: no, start: no });
    for (const id of ['accept', 'decline', 'start-201']) expect(card.maybeFindByTestId(Button, id)).toBeNull();
    expect(card.text().split(no.why)).toHaveLength(2);
  });

  test('one of its people responded', async () => {
    const over = handoff({ state: 'accepted', reason: 'One of its people responded' });
    expect((await open({ handoff: over })).text()).toContain('One of its people responded.');
  });

  test('exchange a named account for a better one', async () => {
    const swap = { why: 'it does not fit', instead: '900', insteadName: 'Bolt', allowed: { allowed: true } } as const;
    const card = await open({ account: account({ namedBy: ana, swap }) });
    expect(card.text()).toContain('Named account of Ana Ruiz');
    expect(card.text()).toContain('Better give it up, as it does not fit. Bolt fits and shows more intent.');
    card.findByTestId(Button, 'swap').trigger('onClick');
    await turns();
    expect(card.calls[1]).toMatchObject({
      url: 'https://l2r.example.com/extension/v1/companies/123/swap',
      body: { instead: '900' },
    });
    const why = 'Only the account executive who named it may exchange it.';
    const other = await open({
      account: account({ namedBy: ana, swap: { ...swap, allowed: { allowed: false, why } } }),
    });
    expect(other.text()).toContain(why);
  });
});
