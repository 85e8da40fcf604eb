import type { Client } from '@hubspot/api-client';
import type { PropertyCreate } from '@hubspot/api-client/lib/codegen/crm/properties/models/PropertyCreate.js';
import type { ObjectSchemaEgg } from '@hubspot/api-client/lib/codegen/crm/schemas/models/ObjectSchemaEgg.js';
import type { Lane, ProvisionReport } from '../../usecases/ports.ts';
import { HubSpotRefusedError, UNAUTHORIZED } from './call-policy.ts';
import { type Call, chunks } from './read-records.ts';
import {
  ANSWER_PROPERTIES,
  COMPANY_PROPERTIES,
  CONTACT_PROPERTIES,
  DEAL_KEY,
  DEAL_PROPERTIES,
  FUNNEL_METRIC,
  GROUP,
  type OwnedProperty,
  TASK_KEY,
} from './schema.ts';

interface Work {
  readonly client: Client;
  readonly call: Call;
  readonly lane: Lane;
  readonly report: {
    created: string[];
    updated: string[];
    unchanged: number;
    unavailable: string[];
    hasFunnelMetrics: boolean;
  };
}

/** Creates or updates what we own in a portal; running it again changes nothing. It looks before it creates. */
export async function provision(client: Client, call: Call, lane: Lane): Promise<ProvisionReport> {
  const work: Work = {
    client,
    call,
    lane,
    report: { created: [], updated: [], unchanged: 0, unavailable: [], hasFunnelMetrics: true },
  };
  await provisionProperties('contacts', [...CONTACT_PROPERTIES, ...ANSWER_PROPERTIES], work);
  await provisionProperties('companies', COMPANY_PROPERTIES, work);
  await provisionProperties('deals', [DEAL_KEY, ...DEAL_PROPERTIES], work);
  await provisionTasks(work);
  await provisionFunnelMetric(work);
  return work.report;
}

async function provisionProperties(path: string, wanted: readonly OwnedProperty[], work: Work): Promise<void> {
  const { client, call, lane, report } = work;
  await provisionGroup(path, work);
  const { results } = await call(lane, () => client.crm.properties.coreApi.getAll(path, false));
  const present = new Map(results.map((each) => [each.name, each]));
  const missing = wanted.filter((property) => !present.has(property.name));
  for (const some of chunks(missing, 100)) {
    const inputs = some.map((property) => ({ ...creationOf(property), groupName: GROUP.name }));
    const answer = await call(lane, () => client.crm.properties.batchApi.create(path, { inputs }));
    report.created.push(...answer.results.map((each) => `${path}.${each.name}`));
    if ('errors' in answer)
      report.unavailable.push(...(answer.errors ?? []).map((error) => `${path}: ${error.message}`));
  }
  for (const property of wanted) {
    const there = present.get(property.name);
    if (!there) continue;
    if (there.label === property.label && there.description === property.description) report.unchanged += 1;
    else {
      const { label, description } = property;
      await call(lane, () => client.crm.properties.coreApi.update(path, property.name, { label, description }));
      report.updated.push(`${path}.${property.name}`);
    }
  }
}

/** A portal that gives tasks no properties of ours gets no tasks: without the key they would be made twice. */
async function provisionTasks(work: Work): Promise<void> {
  try {
    await provisionProperties('tasks', [TASK_KEY], work);
  } catch (fault) {
    if (!(fault instanceof HubSpotRefusedError) || fault.status === UNAUTHORIZED) throw fault;
    work.report.unavailable.push(`tasks: ${fault.message}`);
  }
}

async function provisionGroup(path: string, { client, call, lane, report }: Work): Promise<void> {
  const { results } = await call(lane, () => client.crm.properties.groupsApi.getAll(path));
  if (results.some((group) => group.name === GROUP.name)) return;
  await call(lane, () => client.crm.properties.groupsApi.create(path, { ...GROUP, displayOrder: -1 }));
  report.created.push(`${path} group ${GROUP.name}`);
}

/** Custom objects need an Enterprise tier and the schema scopes; without them the rest works, and the pages show the same figures. */
async function provisionFunnelMetric({ client, call, lane, report }: Work): Promise<void> {
  try {
    const { results } = await call(lane, () => client.crm.schemas.coreApi.getAll(false));
    if (results.some((schema) => schema.name === FUNNEL_METRIC.name)) {
      report.unchanged += 1;
      return;
    }
    await call(lane, () => client.crm.schemas.coreApi.create(funnelMetricSchema()));
    report.created.push(`object ${FUNNEL_METRIC.name}`);
  } catch (fault) {
    if (!(fault instanceof HubSpotRefusedError) || fault.status !== 403) throw fault;
    report.hasFunnelMetrics = false;
    report.unavailable.push(`custom object ${FUNNEL_METRIC.labels.plural}: ${fault.message}`);
  }
}

const funnelMetricSchema = (): ObjectSchemaEgg =>
  ({
    name: FUNNEL_METRIC.name,
    labels: { ...FUNNEL_METRIC.labels },
    description: FUNNEL_METRIC.description,
    primaryDisplayProperty: FUNNEL_METRIC.key,
    requiredProperties: [FUNNEL_METRIC.key],
    searchableProperties: [FUNNEL_METRIC.key],
    properties: FUNNEL_METRIC.properties.map(creationOf),
    associatedObjects: [],
  }) as unknown as ObjectSchemaEgg;

function creationOf(property: OwnedProperty): Omit<PropertyCreate, 'groupName'> {
  const options = (property.options ?? []).map((option, displayOrder) => ({ ...option, displayOrder, hidden: false }));
  return { ...property, options, formField: false, hidden: false } as unknown as Omit<PropertyCreate, 'groupName'>;
}
