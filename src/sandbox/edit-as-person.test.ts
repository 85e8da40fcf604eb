import { expect, it } from 'vitest';
import { createAsApp, newPortal, noon } from '../../test/support/new-portal.ts';
import { editAsPerson } from './edit-as-person.ts';
import { contactType } from './object-types.ts';

it('a person’s edit stands in the history under their user id and is announced', () => {
  const portal = newPortal();
  const contact = createAsApp(portal, contactType, { email: 'a@b.example', lifecyclestage: 'customer' });
  const changes = portal.changes.capture(() => void editAsPerson(portal, contact, { lifecyclestage: 'lead' }, 42));
  const origin = { at: noon, sourceType: 'CRM_UI', sourceId: 'userId:42' };
  expect(contact.versions.get('lifecyclestage')?.[0]).toEqual({ value: 'lead', ...origin });
  expect(changes).toMatchObject([{ kind: 'propertyChange', property: 'lifecyclestage', value: 'lead', origin }]);
});

it('a value that HubSpot refuses changes nothing', () => {
  const portal = newPortal();
  const contact = createAsApp(portal, contactType, { email: 'a@b.example' });
  expect(() => editAsPerson(portal, contact, { jobtitle: 'CEO', email: 'nonsense' }, 42)).toThrow('nonsense');
  expect(contact.values.get('jobtitle')).toBeUndefined();
});
