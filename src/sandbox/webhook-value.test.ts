import { expect, test } from 'vitest';
import { newPortal } from '../../test/support/new-portal.ts';
import { dealType } from './object-types.ts';
import { webhookValue } from './webhook-value.ts';

const deal = (portal: ReturnType<typeof newPortal>, property: string, value: string) =>
  webhookValue(portal, dealType, property, value);

test('dates are told as the API prints them, or in milliseconds as recorded deliveries have them', () => {
  const date = '2026-12-31T12:00:00Z';
  expect(deal(newPortal({ webhookDates: 'iso' }), 'closedate', date)).toBe(date);
  const recorded = newPortal({ webhookDates: 'milliseconds' });
  expect(deal(recorded, 'closedate', date)).toBe(String(Date.parse(date)));
  expect(deal(recorded, 'closedate', '')).toBe('');
  expect(deal(recorded, 'dealname', date)).toBe(date);
});
