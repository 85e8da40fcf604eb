import { createRenderer } from '@hubspot/ui-extensions/testing';
import { vi } from 'vitest';
import type { CardApi } from '../backend/card-api.ts';

interface Call {
  readonly url: string;
  readonly method: string;
  readonly body: Readonly<Record<string, unknown>> | undefined;
}

type Reply = (call: Call) => Response | Promise<Response>;

/** Clocks and waits are the test's; what React does between them is real. */
export const useTestTime = (now: number) => vi.useFakeTimers({ now, toFake: ['setTimeout', 'clearTimeout', 'Date'] });

/** A rendered card with a backend that answers as the test says. */
export async function openCard(
  location: 'crm.record.tab' | 'crm.record.sidebar',
  Card: (api: CardApi) => React.ReactNode,
  first: Reply,
  context: { locale?: string; origin?: string | null } = {},
) {
  const { locale = 'en-US', origin = 'https://l2r.example.com' } = context;
  const calls: Call[] = [];
  let reply = first;
  vi.stubGlobal('self', globalThis);
  vi.stubGlobal('hsFetch', async (url: string, options: { method?: string; body?: Record<string, unknown> } = {}) => {
    const call = { url, method: options.method ?? 'GET', body: options.body };
    calls.push(call);
    return reply(call);
  });
  const renderer = createRenderer(location);
  const { mocks } = renderer;
  mocks.context.variables = origin === null ? {} : { API_ORIGIN: origin };
  mocks.context.user.locale = locale;
  renderer.render(<Card context={mocks.context} actions={mocks.actions} />);
  await turns();
  return {
    ...renderer,
    calls,
    /** All that the card shows. */
    text: () => renderer.getRootNode().toString(),
    answerWith: (next: Reply) => {
      reply = next;
    },
    /** A property of the record was edited in HubSpot. */
    edit: async () => {
      for (const [, listener] of mocks.actions.onCrmPropertiesUpdate.calls) listener({});
      await turns();
    },
  };
}

export const json =
  (body: unknown, status = 200): Reply =>
  () =>
    new Response(JSON.stringify(body), { status });

/** An answer as HubSpot's proxy wraps it: a refusal of the backend is a 502 of its own. */
export function wrapped(body: unknown, status = 200): Reply {
  const ok = status < 300;
  const context = { appServerStatusCode: [`${status}`] };
  return json({ status: ok ? 'success' : 'error', responseBody: body, context }, ok ? status : 502);
}

/** Lets time pass, second by second, and the card draw what comes of it. */
export async function pass(ms: number): Promise<void> {
  for (let left = ms; left > 0; left -= 1_000) {
    vi.advanceTimersByTime(Math.min(1_000, left));
    await turns();
  }
}

/** React works in turns of the event loop, and a draw with its effects takes a few. */
export async function turns(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve));
}
