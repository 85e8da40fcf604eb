import { Signature } from '@hubspot/api-client';
import { expect, test } from 'vitest';
import { webhookTarget } from '../../test/support/webhook-target.ts';
import { seededRandom } from './random.ts';
import { WebhookSender } from './webhooks.ts';
import type { SenderSetup } from './webhooks.ts';

const now = 1_790_000_000_000;
const events = (count: number) => Array.from({ length: count }, (_, index) => ({ objectId: index }));
const senderTo = (targetUrl: string | undefined, more: Partial<SenderSetup> = {}) =>
  new WebhookSender({
    clientSecret: 'secret',
    now: () => now,
    random: seededRandom(3),
    targetUrl,
    retryPauseMs: 0.1,
    ...more,
  });
const delivered = (deliveries: readonly { events: readonly Record<string, unknown>[] }[]) =>
  deliveries.flatMap((delivery) => delivery.events.map((event) => Number(event['objectId'])));

test('events leave in arrays of up to 100, at most ten requests at once, and idle waits for all', async () => {
  await using target = await webhookTarget();
  const sender = senderTo(target.url);
  sender.push(events(1_450));
  expect(sender.pending()).toBe(1_450);
  await sender.idle();
  expect(Math.max(...target.deliveries.map((delivery) => delivery.events.length))).toBe(100);
  expect(target.mostAtOnce()).toBeLessThanOrEqual(10);
  expect(delivered(target.deliveries).sort((left, right) => left - right)).toEqual([...events(1_450).keys()]);
  expect(sender.state()).toMatchObject({ sent: 1_450, accepted: 1_450, pending: 0, retried: 0, failed: 0 });
});

test('both signatures are right over the body as sent', async () => {
  await using target = await webhookTarget();
  const sender = senderTo(target.url);
  sender.push([{ propertyValue: 'Grüße 🙂' }]);
  await sender.idle();
  const [delivery] = target.deliveries;
  const headers = delivery?.headers ?? {};
  expect(headers).toMatchObject({ 'x-hubspot-signature-version': 'v1', 'x-hubspot-request-timestamp': String(now) });
  const common = { signature: '', clientSecret: 'secret', requestBody: delivery?.body ?? '', url: target.url };
  expect(headers['x-hubspot-signature']).toBe(Signature.getSignature('POST', 'v1', common));
  expect(headers['x-hubspot-signature-v3']).toBe(Signature.getSignature('POST', 'v3', { ...common, timestamp: now }));
});

test('a refused batch comes back event by event with the attempt raised, until it is taken', async () => {
  await using target = await webhookTarget(({ events: batch }) =>
    batch.some((one) => one['attemptNumber'] === 2) ? 204 : 500,
  );
  const sender = senderTo(target.url);
  sender.push(events(250));
  await sender.idle();
  const attempts = new Set(target.deliveries.flatMap((delivery) => delivery.events.map((one) => one['attemptNumber'])));
  expect([...attempts].sort()).toEqual([0, 1, 2]);
  expect(sender.state()).toMatchObject({ accepted: 250, failed: 0 });
  expect(sender.state().retried).toBeGreaterThanOrEqual(250);
});

test('an event is given up after ten retries', async () => {
  await using target = await webhookTarget(() => 503);
  const sender = senderTo(target.url, { retryPauseMs: 0.01 });
  sender.push(events(1));
  await sender.idle();
  expect(target.deliveries.map((delivery) => delivery.events[0]?.['attemptNumber'])).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10,
  ]);
  expect(sender.state()).toMatchObject({ sent: 11, failed: 1, accepted: 0, pending: 0 });
});

test('what waits for a later attempt is sent at once when the target is said to be back', async () => {
  let isBack = false;
  await using target = await webhookTarget(() => (isBack ? 200 : 503));
  const sender = senderTo(target.url, { retryPauseMs: 60_000 });
  sender.push(events(250));
  await expect.poll(() => sender.state().retried).toBe(250);
  isBack = true;
  sender.retryNow();
  await sender.idle();
  expect(sender.state()).toMatchObject({ sent: 500, accepted: 250, failed: 0, pending: 0 });
});

test('an answer that takes too long counts as none', async () => {
  let release: (status: number) => void = () => undefined;
  const slow = new Promise<number>((resolve) => (release = resolve));
  await using target = await webhookTarget(({ events: [event] }) => (event?.['attemptNumber'] === 0 ? slow : 200));
  const sender = senderTo(target.url, { answerWithinMs: 50 });
  sender.push(events(1));
  await sender.idle();
  release(200);
  expect(sender.state()).toMatchObject({ sent: 2, accepted: 1, retried: 1 });
});

test('on request events are doubled, dropped, delayed and reordered', async () => {
  await using target = await webhookTarget();
  const sender = senderTo(target.url, {
    rates: { duplicated: 0.2, dropped: 0.1, delayed: 0.2, reordered: 0.3 },
    delayMs: 20,
  });
  sender.push(events(1_000));
  await sender.idle();
  const seen = delivered(target.deliveries);
  const { dropped, duplicated } = sender.state();
  expect(dropped).toBeGreaterThan(50);
  expect(duplicated).toBeGreaterThan(100);
  expect(seen).toHaveLength(1_000 - dropped + duplicated);
  expect(new Set(seen).size).toBe(1_000 - dropped);
  expect(seen).not.toEqual([...seen].sort((left, right) => left - right));
});

test('without a target nothing is kept', async () => {
  const sender = senderTo(undefined);
  sender.push(events(5));
  expect(sender.pending()).toBe(0);
  await sender.idle();
});

test('closing forgets what is undelivered and releases who waits', async () => {
  await using target = await webhookTarget(() => 500);
  const sender = senderTo(target.url, { retryPauseMs: 60_000 });
  sender.push(events(3));
  const waiting = sender.idle();
  await expect.poll(() => sender.state().retried).toBe(3);
  await sender.close();
  await waiting;
  expect(sender.pending()).toBe(0);
});
