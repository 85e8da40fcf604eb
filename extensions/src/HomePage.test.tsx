import { Accordion, Alert, Button, ErrorState, LoadingButton, StatisticsItem, TableCell } from '@hubspot/ui-extensions';
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
  countedAt: Date.UTC(2026, 5, 4, 9),
  glance: [{ label: 'AQLs decided', number: 1_200 }],
  attention: ['4 offers of the last 90 days were late.'],
  groups: [
    {
      id: 'goals',
      label: 'Stages and their goals',
      tables: [{ title: 'Goals', note: '', head: ['Stage'], rows: [], empty: 'No stage has a target.' }],
    },
    {
      id: 'gates',
      label: 'Gates and overrides',
      tables: [
        {
          title: 'Held since the rules changed',
          note: 'The most active first.',
          head: ['Contact', 'Since'],
          rows: [
            ['43', { day: Date.UTC(2026, 5, 3) }],
            ['43', { day: Date.UTC(2026, 5, 3) }],
          ],
          empty: 'Nobody is held.',
        },
      ],
    },
  ],
};

async function open(first: ReturnType<typeof json>) {
  let reply = first;
  const asked: { readonly url: string; readonly method: string | undefined }[] = [];
  vi.stubGlobal('self', globalThis);
  vi.stubGlobal('hsFetch', (url: string, { method }: { method?: string }) => {
    asked.push({ url, method });
    return reply({ url, method: method ?? 'GET', body: undefined });
  });
  const renderer = createRenderer('home');
  const { mocks } = renderer;
  mocks.context.variables = { API_ORIGIN: 'https://l2r.example.com' };
  mocks.context.user.locale = 'en-US';
  renderer.render(<HomePage context={mocks.context} actions={mocks.actions} />);
  await turns();
  return {
    ...renderer,
    asked,
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

  test('tells its health: figures, what stands out, and tables by question, days as the reader writes them', async () => {
    const page = await open(json(answer));
    expect(page.find(StatisticsItem).props).toMatchObject({ label: 'AQLs decided', number: '1,200' });
    expect(page.find(Alert).props.title).toBe('What stands out');
    expect(page.findAll(Accordion).map(({ props }) => [props.title, props.defaultOpen])).toEqual([
      ['Website', undefined],
      ['Stages and their goals', true],
      ['Gates and overrides', false],
    ]);
    expect(page.findAll(TableCell).map(({ text }) => text)).toEqual(['43', 'Jun 3, 2026', '43', 'Jun 3, 2026']);
    for (const part of ['4 offers of the last 90 days were late.', 'The most active first.', 'No stage has a target.'])
      expect(page.text()).toContain(part);
  });

  test('says so when nothing stands out', async () => {
    const page = await open(json({ ...answer, attention: [] }));
    expect(page.find(Alert).props.title).toBe('Nothing stands out');
  });

  test('asks for a link to print, shows it until it is followed, and says why there is none', async () => {
    const page = await open(json(answer));
    page.answerWith(json({ title: 'Internal error', status: 500, detail: 'Logged.' }, 500));
    page.findByTestId(LoadingButton, 'print').trigger('onClick');
    await turns();
    expect(page.text()).toContain('Logged.');
    const url = 'https://l2r.example.com/print/secret';
    page.answerWith(json({ now: 1_000, revision: 'r', url, expiresAt: Date.UTC(2026, 5, 4, 9, 5) }));
    page.findByTestId(LoadingButton, 'print').trigger('onClick');
    await turns();
    expect(page.asked.at(-1)).toMatchObject({
      url: 'https://l2r.example.com/extension/v1/model/print',
      method: 'POST',
    });
    const link = page.findByTestId(Button, 'open-print');
    expect(link.props.href).toEqual({ url, external: true });
    expect(page.text()).toContain('It opens once, until Jun 4, 2026, 9:05 AM.');
    link.trigger('onClick');
    expect(page.text()).toContain('Print or save');
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
