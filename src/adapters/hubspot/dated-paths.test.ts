import { expect, test } from 'vitest';
import { API_VERSION, toDatedUrl } from './dated-paths.ts';

const HOST = 'https://api.hubapi.com';
const dated = (path: string) => toDatedUrl(HOST + path).slice(HOST.length);

test.each([
  ['/crm/v3/objects/contacts/batch/read', `/crm/objects/${API_VERSION}/contacts/batch/read`],
  ['/crm/v3/objects/l2r_funnel_metric/batch/upsert', `/crm/objects/${API_VERSION}/l2r_funnel_metric/batch/upsert`],
  ['/crm/v4/objects/deals/1/associations/contacts', `/crm/objects/${API_VERSION}/deals/1/associations/contacts`],
  ['/crm/v4/associations/deals/contacts/batch/read', `/crm/associations/${API_VERSION}/deals/contacts/batch/read`],
  ['/crm/v3/properties/contacts/groups', `/crm/properties/${API_VERSION}/contacts/groups`],
  ['/crm/v3/pipelines/deals', `/crm/pipelines/${API_VERSION}/deals`],
  ['/crm/v3/owners', `/crm/owners/${API_VERSION}`],
  ['/crm/v3/owners/', `/crm/owners/${API_VERSION}`],
  ['/crm/v3/owners/12', `/crm/owners/${API_VERSION}/12`],
  ['/crm/v3/lists/', `/crm/lists/${API_VERSION}`],
  ['/crm/v3/lists/7/memberships', `/crm/lists/${API_VERSION}/7/memberships`],
  ['/crm-object-schemas/v3/schemas', `/crm-object-schemas/${API_VERSION}/schemas`],
])('%s goes out dated', (numbered, expected) => {
  expect(dated(numbered)).toBe(expected);
});

test('the query stays as it was, a slash at the end goes', () => {
  expect(dated('/crm/v3/objects/contacts/?limit=50&after=a%2Fv3%2Fb&properties=x')).toBe(
    `/crm/objects/${API_VERSION}/contacts?limit=50&after=a%2Fv3%2Fb&properties=x`,
  );
});

test('a path that is dated already stays as it is', () => {
  const path = `/account-info/${API_VERSION}/details`;
  expect(dated(path)).toBe(path);
  expect(dated(dated('/crm/v3/objects/deals'))).toBe(dated('/crm/v3/objects/deals'));
});

test.each(['/crm/v3/imports/7', '/oauth/v1/token', '/account-info/v3/details', '/crm/v5/objects/contacts', '/x/v3'])(
  'a numbered path of no known family is refused, with its name: %s',
  (path) => {
    expect(() => dated(path)).toThrow(`The numbered HubSpot path ${path} has no dated form`);
  },
);
