import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/objects/models/AssociationSpec.js';
import { FilterOperatorEnum as Operator } from '@hubspot/api-client/lib/codegen/crm/objects/models/Filter.js';
import {
  PropertyCreateFieldTypeEnum as FieldType,
  PropertyCreateTypeEnum as Type,
} from '@hubspot/api-client/lib/codegen/crm/properties/models/PropertyCreate.js';
import { createClient } from '../../src/adapters/hubspot/client.ts';
import { createPortalGateway } from '../../src/adapters/hubspot/portal-gateway.ts';
import { type RecordId, recordId } from '../../src/domain/values/ids.ts';
import type { CompanyLists } from '../../src/usecases/audience-ports.ts';
import { datedClient } from './dated-client.ts';

const due = '2026-03-02T09:00:00Z';

/**
 * Makes every call to HubSpot that the adapter can make, in an empty portal with an owner of id 11.
 *
 * @param url where the adapter's calls go
 * @param direct where the records they need are made
 */
export async function makeAdapterCalls(url: string, direct: string, token: string): Promise<void> {
  const client = createClient({ accessToken: token, basePath: url, announced: () => undefined });
  const gateway = createPortalGateway(client, {
    now: Date.now,
    random: () => 0.5,
    sleep: () => Promise.resolve(),
    takeCall: () => Promise.resolve(0),
    pause: () => Promise.resolve(),
    count: () => undefined,
  });
  const { crm } = datedClient(direct, token);
  const make = async (type: string, properties: Record<string, string>) =>
    recordId((await crm.objects.basicApi.create(type, { properties, associations: [] })).id);
  await gateway.details();
  await gateway.dealStages();
  await gateway.provision('background');
  await crm.properties.coreApi.update('contacts', 'l2r_stage', { label: 'Changed by hand' });
  await gateway.provision('background');

  const contact = await make('contacts', { email: 'a@b.example', lifecyclestage: 'lead', hubspot_owner_id: '11' });
  const deals = [await make('deals', { dealname: 'D' }), await make('deals', { dealname: 'E' })] as const;
  await crm.associations.v4.basicApi.createDefault('deals', deals[0], 'contacts', contact);
  for (const archived of [false, true]) {
    await gateway.listRecords({ type: 'contact', properties: ['email', 'lifecyclestage'], archived }, 'background');
  }
  await gateway.readRecords({ type: 'contact', ids: [contact, recordId('404')], properties: ['email'] }, 'live');
  await gateway.contactsOfDeals(deals, 'live');
  await gateway.companiesOfContacts([contact], 'live');
  await gateway.changedRecords(
    { type: 'company', properties: ['industry'], from: { at: Date.parse(due) } },
    'background',
  );
  await gateway.peopleByEmail(['a@b.example', 'nobody@b.example'], 'live');
  await gateway.companiesByDomain(['b.example'], 'live');
  const person = { email: 'new@b.example', values: { firstName: 'N' }, acquisition: 'event' } as const;
  await gateway.createPeople([person, { ...person, email: 'a@b.example' }], 'background');
  await gateway.fillIn([{ contactId: contact, values: { title: 'T' } }], 'background');
  const write = (id: string, properties: Record<string, string>) => ({ type: 'contact', id, properties });
  await gateway.writeRecords('contact', [write(contact, { l2r_attempt: '1' }), write('404', {})], 'live');
  const metric = { type: 'funnel_metric', id: 'all|all|AQL|MAL', properties: { l2r_entered: '3' } };
  await gateway.writeRecords('funnel_metric', [metric], 'background');
  await gateway.owners('background');
  const conversion = { dateProperty: 'recent_conversion_date', formProperty: 'recent_conversion_event_name' };
  await gateway.recentConversions({ ...conversion, since: Date.parse(due) }, 'live');
  await audienceCalls(gateway.companyLists, await make('companies', { name: 'C' }));
  const linkTo = { type: 'contact' as const, id: contact };
  const properties = { hs_timestamp: due, hs_task_subject: 'Call', hs_task_status: 'NOT_STARTED' };
  await gateway.create({ type: 'task', key: 'task-1', properties, linkTo }, 'live');
  await gateway.create({ type: 'deal', key: 'deal-1', properties: { dealname: 'F' }, linkTo }, 'live');
}

async function audienceCalls(lists: CompanyLists, company: RecordId): Promise<void> {
  const { listId } = await lists.make('Audience');
  await lists.make('Audience');
  await lists.byId(listId);
  await lists.byId('404');
  await lists.change(listId, { add: [company, recordId('404')], remove: [recordId('405')] });
  await lists.members(listId);
}

/** Makes the calls the adapter does not make, but that the sandbox answers. */
export async function makeOtherCalls(url: string, token: string): Promise<void> {
  const { crm } = datedClient(url, token);
  for (const type of ['contacts', 'companies', 'deals', 'tasks', 'notes']) await recordCalls(url, token, type);
  await linkCalls(url, token);
  const key = { name: 'key', label: 'Key', groupName: 'task', type: Type.String, fieldType: FieldType.Text };
  await crm.properties.groupsApi.getByName('tasks', 'task');
  await crm.properties.coreApi.create('tasks', key);
  await crm.properties.coreApi.getByName('tasks', 'key');
  await crm.properties.batchApi.read('tasks', { inputs: [{ name: 'key' }, { name: 'gone' }], archived: false });
  await crm.properties.coreApi.archive('tasks', 'key');
  await crm.properties.batchApi.archive('tasks', { inputs: [{ name: 'key' }] });
  await crm.pipelines.pipelinesApi.getById('deals', 'default');
  await crm.owners.ownersApi.getById(11);
  const { list } = await crm.lists.listsApi.create({ name: 'L', objectTypeId: '0-1', processingType: 'MANUAL' });
  await crm.lists.listsApi.updateName(list.listId, 'M');
  await crm.lists.listsApi.remove(list.listId);
  await schemaCalls(url, token);
}

const newValues: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  contacts: { email: 'other@b.example' },
  companies: { name: 'Company' },
  deals: { dealname: 'Deal', dealstage: 'closedwon' },
  tasks: { hs_timestamp: due, hs_task_reminders: '1772438400000' },
  notes: { hs_timestamp: due, hs_note_body: 'Called' },
};

async function recordCalls(url: string, token: string, type: string): Promise<void> {
  const { basicApi, batchApi, searchApi } = datedClient(url, token).crm.objects;
  const properties = { ...newValues[type] };
  const second = type === 'contacts' ? { email: 'second@b.example' } : properties;
  const { id } = await basicApi.create(type, { properties, associations: [] });
  await basicApi.update(type, id, { properties: { hubspot_owner_id: '11' } });
  await basicApi.getById(type, id, ['hubspot_owner_id'], ['hubspot_owner_id'], ['contacts', 'companies']);
  await basicApi.getPage(type, 1, undefined, [], [], ['contacts']);
  await refused(basicApi.getById(type, '404'));
  await refused(basicApi.update(type, id, { properties: { nothing_like_it: '1' } }));
  const { results } = await batchApi.create(type, {
    inputs: [
      { properties: second, associations: [], objectWriteTraceId: 'a' },
      { properties: { nothing_like_it: '1' }, associations: [], objectWriteTraceId: 'b' },
    ],
  });
  await batchApi.update(type, { inputs: [{ id, properties: {}, objectWriteTraceId: 'a' }] });
  await searchApi.doSearch(type, {
    filterGroups: [{ filters: [{ propertyName: 'hs_object_id', operator: Operator.Gt, value: '1' }] }],
    sorts: ['hs_object_id'],
    properties: [],
    limit: 1,
    after: '0',
  });
  await batchApi.archive(type, { inputs: results.map((each) => ({ id: each.id })) });
  await basicApi.archive(type, id);
}

async function linkCalls(url: string, token: string): Promise<void> {
  const { crm } = datedClient(url, token);
  const make = async (type: string) =>
    (await crm.objects.basicApi.create(type, { properties: { ...newValues[type] }, associations: [] })).id;
  const [deal, company] = [await make('deals'), await make('companies')];
  const { basicApi, batchApi, schema } = crm.associations.v4;
  const types = [{ associationCategory: Category.HubspotDefined, associationTypeId: 5 }];
  const pair = { _from: { id: deal }, to: { id: company } };
  await schema.definitionsApi.getAll('deals', 'companies');
  await basicApi.create('deals', deal, 'companies', company, types);
  await basicApi.getPage('deals', deal, 'companies');
  await batchApi.create('deals', 'companies', {
    inputs: [
      { ...pair, types },
      { ...pair, to: { id: '404' }, types },
    ],
  });
  await batchApi.createDefault('deals', 'companies', { inputs: [pair] });
  await batchApi.archiveLabels('deals', 'companies', { inputs: [{ ...pair, types }] });
  await batchApi.archive('deals', 'companies', { inputs: [{ _from: { id: deal }, to: [{ id: company }] }] });
  await basicApi.archive('deals', deal, 'companies', company);
}

async function schemaCalls(url: string, token: string): Promise<void> {
  const { coreApi } = datedClient(url, token).crm.schemas;
  const [{ objectTypeId: type = '' } = {}] = (await coreApi.getAll(false)).results;
  await coreApi.getById(type);
  await coreApi.update(type, { description: 'Changed' });
  await coreApi.createAssociation(type, { fromObjectTypeId: type, toObjectTypeId: '0-2', name: 'metric_to_company' });
  await refused(coreApi.archive(type));
}

/** A call that HubSpot is meant to refuse. */
const refused = (call: Promise<unknown>): Promise<void> =>
  call.then(
    () => {
      throw new Error('The call was meant to be refused.');
    },
    () => undefined,
  );
