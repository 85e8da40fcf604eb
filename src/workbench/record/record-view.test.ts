import { expect, it } from 'vitest';
import { createAsApp, newPortal, noon, updateAsApp, updateAsPerson } from '../../../test/support/new-portal.ts';
import { linkRecords } from '../../sandbox/link-records.ts';
import { companyType, contactType, noteType, taskType } from '../../sandbox/object-types.ts';
import type { Portal } from '../../sandbox/portal.ts';
import { propertyDefinition } from '../../sandbox/property-definition.ts';
import type { CrmRecord } from '../../sandbox/record-table.ts';
import { recordView } from './record-view.ts';

const people = [{ userId: 5, ownerId: '11', email: 'o@own.example', name: 'Ola One', title: 'AE' }];

function contactWith(portal: Portal, ...others: readonly CrmRecord[]): CrmRecord {
  const contact = createAsApp(portal, contactType, { email: 'a@b.example', hubspot_owner_id: '11' });
  const origin = { at: noon, sourceType: 'CRM_UI', sourceId: 'userId:5' };
  for (const other of others) {
    const kind = portal.associationTypes.labelled(contactType, other.typeId, null);
    linkRecords(portal, contact, other, kind, origin);
  }
  return contact;
}

it('the record shows what people look for first, then what the app keeps, then the rest', () => {
  const portal = newPortal();
  const own = { name: 'l2r_stage', label: 'Stage', groupName: 'l2r' };
  portal.properties.put(contactType, propertyDefinition(own));
  const contact = contactWith(portal);
  const { groups, title } = recordView(portal, contact, people, 'Our app');
  expect(title).toBe('a@b.example');
  expect(groups.map(({ label }) => label)).toEqual(['About this contact', 'Lead to revenue', 'Other properties']);
  expect(groups[1]?.properties).toMatchObject([{ name: 'l2r_stage', managed: true, editable: true }]);
  const owner = groups[0]?.properties.find(({ name }) => name === 'hubspot_owner_id');
  expect(owner).toMatchObject({ value: '11', shown: 'O One', options: [{ value: '11', label: 'O One' }] });
});

it('changes are newest first and say who made them', () => {
  const portal = newPortal();
  const contact = contactWith(portal);
  updateAsApp(portal, contact, { jobtitle: 'Buyer' }, noon + 1_000);
  updateAsPerson(portal, contact, { jobtitle: '', lifecyclestage: 'lead' }, noon + 2_000);
  const { changes } = recordView(portal, contact, people, 'Our app');
  expect(changes.slice(0, 3)).toEqual([
    { at: noon + 2_000, label: 'Job Title', value: '', by: 'Ola One' },
    { at: noon + 2_000, label: 'Lifecycle Stage', value: 'Lead', by: 'Ola One' },
    { at: noon + 1_000, label: 'Job Title', value: 'Buyer', by: 'Our app' },
  ]);
});

it('open tasks come first, the most urgent at the top', () => {
  const portal = newPortal();
  const task = (hs_task_subject: string, dueAt: number, hs_task_status = 'NOT_STARTED') =>
    createAsApp(portal, taskType, { hs_task_subject, hs_timestamp: String(dueAt), hs_task_status });
  const tasks = [task('done', noon, 'COMPLETED'), task('later', noon + 2), task('first', noon + 1)];
  const note = createAsApp(portal, noteType, { hs_timestamp: String(noon), hs_note_body: 'Called' });
  const view = recordView(portal, contactWith(portal, ...tasks, note), people, 'Our app');
  expect(view.tasks.map(({ title, done, dueAt }) => [title, done, dueAt])).toEqual([
    ['first', false, noon + 1],
    ['later', false, noon + 2],
    ['done', true, noon],
  ]);
  expect(view.notes).toMatchObject([{ at: noon, body: 'Called' }]);
});

it('associated records are linked by name', () => {
  const portal = newPortal();
  const company = createAsApp(portal, companyType, { name: 'Acme', domain: 'acme.example' });
  const { associated } = recordView(portal, contactWith(portal, company), people, 'Our app');
  expect(associated).toEqual([
    { label: 'Companies', records: [{ type: 'company', id: company.id, title: 'Acme', subtitle: 'acme.example' }] },
    { label: 'Deals', records: [] },
  ]);
});
