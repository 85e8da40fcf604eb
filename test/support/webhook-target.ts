import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { parseWebhookBody } from '../../src/wire/hubspot/webhook-event.ts';

export interface Delivered {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly events: readonly Record<string, unknown>[];
}

export interface WebhookTarget extends AsyncDisposable {
  readonly url: string;
  readonly deliveries: Delivered[];
  /** Most requests that were open at one time. */
  readonly mostAtOnce: () => number;
}

/** Receives webhooks on a free port. `answer` gives the status of each delivery; a promise lets the sender wait. */
export async function webhookTarget(
  answer: (delivery: Delivered) => number | Promise<number> = () => 200,
): Promise<WebhookTarget> {
  const deliveries: Delivered[] = [];
  let [open, most] = [0, 0];
  const server = createServer((request, response) => {
    most = Math.max(most, (open += 1));
    void (async () => {
      const body = (await buffer(request)).toString('utf8');
      const delivery = { headers: request.headers, body, events: parseWebhookBody(body) as Record<string, unknown>[] };
      deliveries.push(delivery);
      const status = await answer(delivery);
      open -= 1;
      response.writeHead(status).end();
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/hubspot`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, deliveries, mostAtOnce: () => most, [Symbol.asyncDispose]: close };
}
