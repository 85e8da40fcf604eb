import { expect, test } from 'vitest';
import { createAsApp, newPortal, noon } from '../../test/support/new-portal.ts';
import { bookMeeting } from './book-meeting.ts';
import type { Change } from './changes.ts';
import { fillInForm } from './fill-in-form.ts';
import { contactType } from './object-types.ts';

function contactInPortal() {
  const portal = newPortal();
  const contact = createAsApp(portal, contactType, { email: 'a@buyer.example', lifecyclestage: 'lead' });
  const changes: Change[] = [];
  portal.changes.onChange((change) => changes.push(change));
  return { portal, contact, changes };
}

test('a form that is filled in tells when and which, and webhooks hear of it', () => {
  const { portal, contact, changes } = contactInPortal();
  fillInForm(portal, contact, 'Website: Pricing');
  expect(contact.values.get('recent_conversion_date')).toBe('2026-03-02T12:00:00Z');
  expect(contact.values.get('recent_conversion_event_name')).toBe('Website: Pricing');
  expect(contact.versions.get('recent_conversion_date')?.[0]).toMatchObject({ at: noon, sourceType: 'FORM' });
  expect(changes.map((change) => change.kind === 'propertyChange' && change.property)).toEqual([
    'recent_conversion_date',
    'recent_conversion_event_name',
  ]);
});

test('a booked meeting tells when, and makes nothing else', () => {
  const { portal, contact, changes } = contactInPortal();
  bookMeeting(portal, contact, 7101);
  const version = { value: '2026-03-02T12:00:00Z', at: noon, sourceType: 'MEETINGS', sourceId: 'userId:7101' };
  expect(contact.versions.get('engagements_last_meeting_booked')).toEqual([version]);
  expect(changes.map(({ kind }) => kind)).toEqual(['propertyChange']);
});
