import { z } from 'zod';
import type { Faults } from '../faults.ts';
import { setFields } from '../property-definition.ts';
import type { WebhookSender } from '../webhooks.ts';
import { readBody } from './route.ts';
import type { Route } from './route.ts';

const share = z.number().min(0).max(1).optional();

const faultBody = z.strictObject({
  rateLimited: share,
  serverError: share,
  badGateway: share,
  unavailable: share,
  cutBefore: share,
  cutAfter: share,
  droppedRows: share,
  failingIds: z.array(z.string()).optional(),
  latencyMs: z.number().min(0).max(600_000).optional(),
});

const webhookBody = z.strictObject({
  targetUrl: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .optional(),
  rates: z.strictObject({ duplicated: share, reordered: share, delayed: share, dropped: share }).optional(),
});

/** What goes wrong in the portal, where its webhooks go, and how things stand. */
export function settingsRoutes(parts: { faults: Faults; webhooks: WebhookSender; state: () => object }): Route[] {
  const { faults, webhooks, state } = parts;
  return [
    { method: 'get', path: '/state', handle: () => ({ status: 200, body: state() }) },
    {
      method: 'put',
      path: '/faults',
      handle: ({ body }) => {
        faults.set(setFields(readBody(faultBody, body)));
        return { status: 200, body: faults.settings };
      },
    },
    {
      method: 'put',
      path: '/webhooks',
      handle: ({ body }) => {
        const { targetUrl, rates } = readBody(webhookBody, body);
        if (targetUrl !== undefined) webhooks.setTarget(targetUrl ?? undefined);
        if (rates !== undefined) webhooks.setRates(setFields(rates));
        return { status: 200, body: webhooks.state() };
      },
    },
  ];
}
