import { expect, test } from 'vitest';
import { apiPath } from './api-paths.ts';

test.each([
  ['/crm/v3/objects/contacts', 'objects', 'numbered', '/objects/contacts'],
  ['/crm/objects/2026-09/contacts/1', 'objects', 'dated', '/objects/contacts/1'],
  ['/crm/objects/2026-03/0-1/batch/read', 'objects', 'dated', '/objects/0-1/batch/read'],
  ['//crm//v3/objects/contacts/', 'objects', 'numbered', '/objects/contacts'],
  [
    '/crm/v4/associations/deals/contacts/batch/read',
    'associations',
    'numbered',
    '/associations/deals/contacts/batch/read',
  ],
  ['/crm/associations/2026-09/deals/contacts/labels', 'associations', 'dated', '/associations/deals/contacts/labels'],
  [
    '/crm/objects/2026-09/deals/1/associations/contacts',
    'associations',
    'dated',
    '/objects/deals/1/associations/contacts',
  ],
  [
    '/crm/v4/objects/deals/1/associations/contacts',
    'associations',
    'numbered',
    '/objects/deals/1/associations/contacts',
  ],
  ['/crm/v3/owners/', 'owners', 'numbered', '/owners'],
  ['/crm/owners/2026-09', 'owners', 'dated', '/owners'],
  ['/crm/v3/lists/', 'lists', 'numbered', '/lists'],
  ['/crm/lists/2026-09/7/memberships', 'lists', 'dated', '/lists/7/memberships'],
  ['/crm-object-schemas/2026-09/schemas', 'schemas', 'dated', '/schemas'],
  ['/account-info/v3/details', 'account', 'numbered', '/account'],
  ['/account-info/2026-09/details', 'account', 'dated', '/account'],
])('%s is known', (url, family, generation, path) => {
  expect(apiPath(url)).toEqual({ family, generation, path });
});

test.each([
  '/',
  '/objects/contacts',
  '/crm/objects/2020-01/contacts',
  '/crm/v3/associations/deals/contacts/batch/read',
  '/crm/v3/objects/deals/1/associations/contacts/2/3',
  '/crm/v4/objects/deals/1',
  '/crm/v3/imports/',
])('%s is not', (url) => {
  expect(apiPath(url)).toBeUndefined();
});
