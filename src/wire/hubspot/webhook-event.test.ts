import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { describeWithShared } from '../../../test/support/shared-data.ts';
import { parseWebhookBody, webhookEvent } from './webhook-event.ts';

const base = {
  portalId: 900,
  appId: 7,
  eventId: 100,
  subscriptionId: 1,
  occurredAt: 1_790_000_000_000,
  attemptNumber: 0,
};

test('an id above 2^53 keeps all its digits', () => {
  const [event] = parseWebhookBody('[{"objectId":9007199254740993,"occurredAt":1790000000000,"x":1.5}]');
  expect(event).toEqual({ objectId: '9007199254740993', occurredAt: 1_790_000_000_000, x: 1.5 });
});

test.each(['{}', '"text"', 'null', '[', ''])('a body that is no JSON array is refused: %s', (text) => {
  expect(() => parseWebhookBody(text)).toThrow(SyntaxError);
});

test('ids come out as text and unknown keys stay', () => {
  const event = webhookEvent.parse({
    ...base,
    subscriptionType: 'contact.creation',
    objectId: 123,
    somethingNew: true,
  });
  expect(event).toMatchObject({ portalId: '900', objectId: '123', eventId: '100', somethingNew: true });
});

test('eventType is accepted for subscriptionType', () => {
  const event = webhookEvent.parse({ ...base, eventType: 'deal.deletion', objectId: '5' });
  expect(event.subscriptionType).toBe('deal.deletion');
});

test('a cleared property has the empty value', () => {
  const cleared = { ...base, subscriptionType: 'contact.propertyChange', objectId: 1, propertyName: 'email' };
  expect(webhookEvent.parse({ ...cleared, propertyValue: null })).toMatchObject({ propertyValue: '' });
  expect(webhookEvent.parse(cleared)).toMatchObject({ propertyValue: '' });
});

test('a property change without its property, and a merge without its records, are refused', () => {
  expect(webhookEvent.safeParse({ ...base, subscriptionType: 'contact.propertyChange', objectId: 1 }).success).toBe(
    false,
  );
  expect(webhookEvent.safeParse({ ...base, subscriptionType: 'contact.merge', primaryObjectId: 1 }).success).toBe(
    false,
  );
  expect(webhookEvent.safeParse({ ...base, subscriptionType: 'contact.creation' }).success).toBe(false);
});

test('a subscription type we do not know is no error', () => {
  const event = webhookEvent.parse({ ...base, subscriptionType: 'conversation.newMessage', messageId: 'a' });
  expect(event).toMatchObject({ subscriptionType: 'conversation.newMessage', messageId: 'a' });
});

test('an event without portal or time is refused', () => {
  expect(webhookEvent.safeParse({ subscriptionType: 'contact.creation', objectId: 1, occurredAt: 1 }).success).toBe(
    false,
  );
  expect(webhookEvent.safeParse({ subscriptionType: 'contact.creation', objectId: 1, portalId: 1 }).success).toBe(
    false,
  );
});

describeWithShared('recorded deliveries', ['hubspot-webhook-payloads'], (folder) => {
  test('every event is understood', () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json') && name !== 'index.json');
    const events = files.flatMap((name) => parseWebhookBody(readFileSync(join(folder, name), 'utf8')));
    expect(events.length).toBeGreaterThanOrEqual(31);
    for (const event of events) {
      expect(webhookEvent.parse(event)).toMatchObject({ objectId: expect.stringMatching(/^\d+$/) as unknown });
    }
  });
});
