import { expect, it } from 'vitest';
import { recordId } from '../values/ids.ts';
import { DAY_MS } from '../values/instant.ts';
import { type OpenContact, staleContacts } from './stale-contacts.ts';

const NOW = Date.UTC(2026, 10, 1);
const contact = (id: string, quietDays: number, more: Partial<OpenContact> = {}): OpenContact => ({
  contactId: recordId(id),
  stage: 'LEAD',
  heardAt: NOW - quietDays * DAY_MS,
  bounced: false,
  unsubscribed: false,
  titleChanged: false,
  companyChanged: false,
  ...more,
});

it('counts who was not heard of, whose address or role is not what it was, and names the gravest first', () => {
  const told = staleContacts(
    [
      contact('1', 1),
      contact('2', 90),
      contact('3', 91),
      contact('4', 200, { unsubscribed: true }),
      contact('5', 400),
      contact('6', 1, { stage: 'MQO', titleChanged: true }),
      contact('7', 1, { stage: 'SQL', bounced: true, companyChanged: true }),
    ],
    NOW,
    4,
  );
  expect(told).toMatchObject({
    contacts: 7,
    quiet: [
      { days: 90, count: 3 },
      { days: 180, count: 2 },
      { days: 365, count: 1 },
    ],
    bounced: 1,
    unsubscribed: 1,
    titleChanged: 1,
    companyChanged: 1,
  });
  expect(told.named.map(({ contactId, reasons }) => [contactId, reasons])).toEqual([
    ['7', ['bounced', 'company_changed']],
    ['6', ['title_changed']],
    ['5', ['quiet']],
    ['4', ['quiet', 'unsubscribed']],
  ]);
});
