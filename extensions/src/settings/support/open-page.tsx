import { Tabs } from '@hubspot/ui-extensions';
import { createRenderer } from '@hubspot/ui-extensions/testing';
import { vi } from 'vitest';
import type { SettingsAnswer } from '../../../../src/http/contract/settings.ts';
import { json, turns } from '../../support/card-test.tsx';
import { SettingsPage } from '../../SettingsPage.tsx';

interface Call {
  /** Below the address of the settings. */
  readonly url: string;
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}
type Reply = (call: Call) => Response | Promise<Response>;

const SETTINGS = 'https://l2r.example.com/extension/v1/settings';

/** The settings page with a backend that knows no properties and answers everything else as the test says. */
export async function openPage(first: Reply) {
  const calls: Call[] = [];
  let reply = first;
  vi.stubGlobal('self', globalThis);
  vi.stubGlobal('hsFetch', async (url: string, options: { method?: string; body?: Record<string, unknown> } = {}) => {
    const call = { url: url.slice(SETTINGS.length), method: options.method ?? 'GET', body: options.body };
    if (call.url.startsWith('/properties')) return json({ now: 1, revision: '', properties: [] })(call);
    calls.push(call);
    return reply(call);
  });
  const renderer = createRenderer('settings');
  const { mocks } = renderer;
  const select = (testId: string, id: string) =>
    (renderer.findByTestId(Tabs, testId).props.onSelectedChange as (id: string) => void)(id);
  mocks.context.variables = { API_ORIGIN: 'https://l2r.example.com' };
  mocks.context.user.locale = 'en-US';
  renderer.render(<SettingsPage context={mocks.context} actions={mocks.actions} />);
  await turns();
  return {
    ...renderer,
    calls,
    /** Goes to a section, and to a part of it. */
    goTo: async (section: string, part?: string) => {
      select('sections', section);
      await turns();
      if (part === undefined) return;
      select('parts', part);
      await turns();
    },
    posts: () => calls.filter(({ method }) => method === 'POST'),
    text: () => renderer.getRootNode().toString(),
    answerWith: (next: Reply) => {
      reply = next;
    },
  };
}

export type OpenPage = Awaited<ReturnType<typeof openPage>>;

/** What an admin sees of a portal with a small definition set. */
export function settingsAnswer(over: Partial<SettingsAnswer> = {}): SettingsAnswer {
  return {
    now: 1_000,
    revision: 'r1',
    zone: 'Europe/Berlin',
    mode: 'live',
    inForce: DEFINITIONS,
    draft: null,
    history: [
      { version: 7, publishedAt: 2_000, publishedBy: 'Ada', why: 'Stricter', isInForce: true },
      { version: 6, publishedAt: 1_000, publishedBy: 'Ben', why: 'First', isInForce: false },
    ],
    held: { count: 2, perDay: 0 },
    needsSecondApprover: false,
    edit: { allowed: true },
    publish: { allowed: true },
    roles: [{ userId: '1', name: 'Ada', role: 'admin' }],
    manageRoles: { allowed: true },
    ...over,
  };
}

export const draftOf = (definitions: object, over: Partial<NonNullable<SettingsAnswer['draft']>> = {}) => ({
  document: { ...DEFINITIONS, ...definitions },
  basedOn: 7,
  savedAt: 900,
  savedBy: 'Ada',
  problems: [],
  differences: [],
  askedBy: null,
  askedWhy: null,
  askedReleasePerDay: null,
  ...over,
});

export const DEFINITIONS: SettingsAnswer['inForce'] = {
  version: 7,
  preset: 'OPERATING_MODEL',
  labels: {},
  contactCarriers: [{ property: 'lifecyclestage', milestones: { lead: 'LEAD' }, once: false }],
  dealStages: {},
  sources: { property: 'hs_analytics_source', values: [] },
  stages: {},
  touchTypes: [{ id: 'jobs_page', label: 'Jobs page viewed', channel: 'website', isResponse: false, weight: 1 }],
  scoring: {
    fit: { rules: [], vetoes: [], grades: [{ grade: 'A', from: 60 }] },
    behavior: {
      groups: [
        {
          id: 'against',
          label: 'Signs against',
          kind: 'negative',
          cap: 100,
          halfLifeDays: 90,
          rules: [{ id: 'jobs', label: 'Jobs page', on: { touch: 'jobs_page' }, points: -5 }],
        },
      ],
      breadth: { withinDays: 30, perChannel: 5, cap: 20 },
      bands: [{ band: '1', from: 60 }],
    },
    recentDays: 14,
    account: {},
  },
};
