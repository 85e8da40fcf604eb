import { recordId } from '../../src/domain/values/ids.ts';
import { MINUTE_MS } from '../../src/domain/values/instant.ts';
import { linkRecords } from '../../src/sandbox/link-records.ts';
import { companyType, contactType } from '../../src/sandbox/object-types.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import { SIGNAL, signalValue } from '../../src/domain/touch/signal.ts';
import { commitObservations } from '../../src/usecases/commit-observations.ts';
import type { Observation } from '../../src/usecases/ports.ts';
import { readAccountCard } from '../../src/usecases/read-account-card.ts';
import { type AccountClick, respondToAccount } from '../../src/usecases/respond-to-account.ts';
import { DESPITE, SDR, settleDown, type World } from './live-portal.ts';
import { createAsApp } from './new-portal.ts';

/** A company that fits, of the widest tier. */
export const FITTING = {
  name: 'Buyer',
  industry: 'COMPUTER_SOFTWARE',
  numberofemployees: '400',
  country: 'Germany',
  hs_ideal_customer_profile: 'tier_3',
} as const;

export const aCompany = ({ sandbox, time }: World, values: Readonly<Record<string, string>> = FITTING): CrmRecord =>
  createAsApp(sandbox.portal, companyType, values, time.now);

/** Makes the contact one of the company's people. */
export function belongsTo({ sandbox, time }: World, contact: CrmRecord, company: CrmRecord): void {
  const kind = sandbox.portal.associationTypes.labelled(contactType, companyType, 'Primary');
  linkRecords(sandbox.portal, contact, company, kind, { at: time.now, sourceType: 'CRM_UI', sourceId: 'userId:1' });
}

export async function minute(here: World): Promise<void> {
  here.time.now += MINUTE_MS;
  await here.backend.untilDone(() => here.backend.work.tick(here.backend.portalId));
  await settleDown(here);
}

/** Tells of a buying sign that was seen now, or so long ago. */
export async function showIntent(
  here: World,
  company: CrmRecord,
  { topic = 'crm_software', strength = 900, agoMs = 0, kind = 'intent' } = {},
): Promise<void> {
  const { backend, time } = here;
  const record = { type: 'company', id: recordId(company.id) } as const;
  const value = signalValue({ kind, topic, strength, source: 'feed' });
  const fact = { record, property: SIGNAL, value, occurredAt: time.now - agoMs, knownAt: time.now, dated: true };
  const told: Observation = { kind: 'changed', fact, sourceType: 'API', sourceId: 'feed' };
  const lease = await backend.core.store.takeLease(backend.portalId, 'decide');
  if (!lease) throw new Error('Somebody else decides about this portal.');
  await commitObservations(backend.portalId, lease, { observations: [told] }, backend.core);
  await backend.core.store.releaseLease(lease);
  await settleDown(here);
}

export const accountCard = ({ backend }: World, company: CrmRecord, userId = SDR.userId) =>
  readAccountCard(backend.portalId, recordId(company.id), userId, {
    ...backend.core,
    propertyLabels: () => Promise.resolve(new Map()),
  });

let clicks = 0;
/** Whoever starts with a person does so all the same, whatever is missing, unless the click says what was seen. */
export const click = ({ backend }: World, company: CrmRecord, what: AccountClick, userId = SDR.userId) =>
  respondToAccount(
    backend.portalId,
    {
      companyId: recordId(company.id),
      userId,
      key: `account-${(clicks += 1)}`,
      click: what.action === 'start' ? { despite: DESPITE, ...what } : what,
    },
    backend.core,
  );
