import { REGIONS, type Region } from './demo-regions.ts';
import { FIRST_NAMES, FREE_MAIL, JOB_TITLES, LAST_NAMES, slug } from './demo-words.ts';
import type { Dice } from './dice.ts';
import { PLANTED_RATES } from './planted-rates.ts';
import { linkedIds, type Creation, type Link, type PortalView } from './portal-view.ts';

const FROM_KNOWN_COMPANY = 0.7;

/** A person nobody knew, often a colleague of someone who is in the portal already; the address is one that no contact has. */
export function newLead(view: PortalView, dice: Dice): Creation {
  const { contacts } = view;
  const firstname = dice.pick(FIRST_NAMES);
  const lastname = dice.pick(LAST_NAMES);
  const { source, detail } = dice.weighted(PLANTED_RATES, ({ share }) => share);
  const colleague = contacts.length > 0 && dice.chance(FROM_KNOWN_COMPANY) ? dice.pick(contacts) : undefined;
  const company = colleague?.properties['company'];
  const domain = colleague?.properties['email']?.split('@')[1] ?? dice.pick(FREE_MAIL);
  const taken = new Set(contacts.map(({ properties }) => properties['email']));
  const companyId = colleague && linkedIds(view, 'contact', 'company').get(colleague.id)?.[0];
  const region: Region = dice.weighted(REGIONS, ({ share }) => share);
  const associations: Link[] = companyId === undefined ? [] : [{ toType: 'company', toId: companyId }];
  return {
    kind: 'create',
    type: 'contact',
    properties: {
      email: freeAddress(`${slug(firstname)}.${slug(lastname)}`, domain, taken),
      firstname,
      lastname,
      jobtitle: dice.pick(JOB_TITLES),
      ...(company !== undefined && { company }),
      country: colleague?.properties['country'] ?? dice.pick(region.countries),
      lifecyclestage: 'lead',
      hs_analytics_source: source,
      hs_analytics_source_data_1: detail,
    },
    associations,
  };
}

function freeAddress(mailbox: string, domain: string, taken: ReadonlySet<string | undefined>): string {
  let address = `${mailbox}@${domain}`;
  for (let number = 2; taken.has(address); number += 1) address = `${mailbox}.${number}@${domain}`;
  return address;
}
