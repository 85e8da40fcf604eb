import type { Client } from '@hubspot/api-client';
import { portalId } from '../../domain/values/ids.ts';
import type { Lane, PortalDetails, PortalGateway } from '../../usecases/ports.ts';
import { type CallNeeds, callHubSpot } from './call-policy.ts';
import { changedRecords } from './changed-records.ts';
import { failedAnswer } from './client.ts';
import { API_VERSION } from './dated-paths.ts';
import { companyLists } from './company-lists.ts';
import { createRecord, NEW_RECORD } from './create-record.ts';
import { listOwners } from './list-owners.ts';
import { listProperties } from './list-properties.ts';
import { companiesByDomain } from './companies-by-domain.ts';
import { createPeople, fillIn, peopleByEmail } from './people.ts';
import { provision } from './provision.ts';
import { companiesOfContacts, contactsOfDeals } from './read-links.ts';
import { type Call, listRecords, OBJECT_PATH, readRecords } from './read-records.ts';
import { recentConversions } from './recent-conversions.ts';
import { FUNNEL_METRIC } from './schema.ts';
import { writeRecords, type WriteTarget } from './write-records.ts';

/** One portal of HubSpot, spoken to through the official client on dated paths, within the portal's shared budget. */
export function createPortalGateway(client: Client, needs: CallNeeds): PortalGateway {
  const call: Call = (lane, run) => callHubSpot(lane, run, needs);
  return {
    details: () => call('background', () => accountDetails(client)),
    dealStages: () => dealStages(client, call),
    listRecords: (request, lane) => listRecords(client, call, request, lane),
    readRecords: (request, lane) => readRecords(client, call, request, lane),
    contactsOfDeals: (ids, lane) => contactsOfDeals(client, call, ids, lane),
    companiesOfContacts: (ids, lane) => companiesOfContacts(client, call, ids, lane),
    changedRecords: (request, lane) => changedRecords(client, call, request, lane),
    writeRecords: (type, writes, lane) => writeRecords(client, call, targetOf(type), writes, lane),
    owners: (lane) => listOwners(client, call, lane),
    recentConversions: (request, lane) => recentConversions(client, call, request, lane),
    create: (record, lane) => createRecord(client, call, record, lane),
    peopleByEmail: (emails, lane) => peopleByEmail(client, call, emails, lane),
    companiesByDomain: (domains, lane) => companiesByDomain(client, call, domains, lane),
    createPeople: (people, lane) => createPeople(client, call, people, lane),
    fillIn: (people, lane) => fillIn(client, call, people, lane),
    properties: (type, lane) => listProperties(client, call, type, lane),
    companyLists: companyLists(client, call),
    provision: (lane: Lane) => provision(client, call, lane),
  };
}

function targetOf(type: string): WriteTarget {
  if (type === 'funnel_metric') return { path: FUNNEL_METRIC.name, key: FUNNEL_METRIC.key };
  if (type === 'task') return NEW_RECORD.task;
  return { path: OBJECT_PATH[type as keyof typeof OBJECT_PATH] };
}

/** @source HubSpot docs: Account information, details. The client has no call for it; `apiRequest` does not throw by itself. */
async function accountDetails(client: Client): Promise<PortalDetails> {
  const response = await client.apiRequest({ method: 'GET', path: `/account-info/${API_VERSION}/details` });
  const text = await response.text();
  if (!response.ok) throw failedAnswer(response.status, text, Object.fromEntries(response.headers));
  const {
    portalId: id,
    timeZone,
    companyCurrency,
  } = JSON.parse(text) as { portalId: number; timeZone: string; companyCurrency: string };
  return { portalId: portalId(String(id)), timeZone, currency: companyCurrency };
}

async function dealStages(client: Client, call: Call): ReturnType<PortalGateway['dealStages']> {
  const { results } = await call('background', () => client.crm.pipelines.pipelinesApi.getAll('deals'));
  return results.flatMap((pipeline) =>
    pipeline.stages
      .filter((stage) => !stage.archived)
      .map((stage) => ({
        pipeline: pipeline.id,
        stage: stage.id,
        label: stage.label,
        displayOrder: stage.displayOrder,
        probability: Number(stage.metadata?.['probability'] ?? 0),
        isClosed: isClosed(stage.metadata),
      })),
  );
}

/** Answers name it; where they do not, certain outcomes are closed. */
const isClosed = (metadata: Readonly<Record<string, string>> | undefined): boolean =>
  metadata?.['isClosed'] === undefined
    ? ['0', '0.0', '1', '1.0'].includes(metadata?.['probability'] ?? '')
    : metadata['isClosed'] === 'true';
