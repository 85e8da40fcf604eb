import { MINUTE_MS, toIso } from '../../src/domain/values/instant.ts';
import { linkRecords } from '../../src/sandbox/link-records.ts';
import { companyType, contactType } from '../../src/sandbox/object-types.ts';
import type { CrmRecord } from '../../src/sandbox/record-table.ts';
import { settleDown, type World } from './live-portal.ts';
import { createAsApp, updateAsPerson } from './new-portal.ts';

/** Gives the lead, or another contact, a company that fits, and a title: a head of operations unless told otherwise. */
export async function fittingLead(
  here: World,
  contact: CrmRecord = here.contact,
  jobtitle = 'Head of Operations',
): Promise<void> {
  const { sandbox, time } = here;
  const firm = { industry: 'COMPUTER_SOFTWARE', numberofemployees: '400', country: 'Germany' };
  const company = createAsApp(sandbox.portal, companyType, { name: 'Buyer', ...firm }, time.now);
  const kind = sandbox.portal.associationTypes.labelled(contactType, companyType, 'Primary');
  linkRecords(sandbox.portal, contact, company, kind, { at: time.now, sourceType: 'CRM_UI', sourceId: 'userId:1' });
  updateAsPerson(sandbox.portal, contact, { firstname: 'Kim', jobtitle }, time.now);
  await minute(here);
}

/** A minute passes, and everything it brings about is done. */
export async function minute(here: World): Promise<void> {
  here.time.now += MINUTE_MS;
  await here.backend.untilDone(() => here.backend.work.tick(here.backend.portalId));
  await settleDown(here);
}

/** Pricing page, a case study, an e-mail and a form: several channels within minutes. */
export async function becomeActive(here: World, contact: CrmRecord = here.contact): Promise<void> {
  const { sandbox, time } = here;
  const visits: Record<string, string>[] = [
    { hs_analytics_last_url: 'https://own.example/pricing' },
    { hs_analytics_last_url: 'https://own.example/case-studies/one' },
    { hs_email_last_click_date: toIso(time.now) },
    { recent_conversion_date: toIso(time.now + 3 * MINUTE_MS), recent_conversion_event_name: 'Whitepaper' },
  ];
  for (const values of visits) {
    updateAsPerson(sandbox.portal, contact, values, time.now);
    await minute(here);
  }
}
