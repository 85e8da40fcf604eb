import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { standardObjects } from '../../src/sandbox/default-properties.ts';
import { standardTypes } from '../../src/sandbox/object-types.ts';
import { readPortalFolder, type KnownProperty, type PortalFolder } from '../../src/sandbox/seed/read-portal-folder.ts';
import { tempFolder } from './temp-folder.ts';

/** File name to text; `null` makes a folder of that name. */
export type Files = Record<string, string | Uint8Array | null>;

const propertiesOf = (typeId: string): KnownProperty[] =>
  standardObjects
    .filter((object) => object.typeId === typeId)
    .flatMap((object) => object.properties)
    .map(({ name, type, options }) => ({ name, type, options: options.map(({ value }) => value) }));

/** HubSpot's own properties of each type. */
export const hubspotProperties = {
  contact: propertiesOf(standardTypes.contact),
  company: propertiesOf(standardTypes.company),
  deal: propertiesOf(standardTypes.deal),
};

/** Reads a portal folder made of these files; the folder is gone afterwards. */
export async function readFiles(files: Files): Promise<PortalFolder> {
  await using folder = await tempFolder();
  for (const [name, text] of Object.entries(files)) {
    if (text === null) await mkdir(join(folder.path, name));
    else await writeFile(join(folder.path, name), text);
  }
  return await readPortalFolder(folder.path, hubspotProperties);
}

/** A small folder without a single problem, with a row or more in every file. */
export const cleanFiles: Readonly<Record<string, string>> = {
  'contacts.csv': `id,email,createdate,lifecyclestage,hs_lead_status,hubspot_owner_id,hs_email_optout,favourite_colour
1,ann@acme.example,2026-01-05T09:00:00Z,marketingqualifiedlead,OPEN,11,false,green
2,bob@acme.example,2026-01-06,lead,,,,
10,"cy ""the"" lee",1767690000000,customer,,12,,"red,
blue"
`,
  'companies.csv': `id,name,createdate,numberofemployees,industry
100,Acme,2026-01-04T00:00:00+01:00,120,COMPUTER_SOFTWARE
`,
  'deals.csv': `id,dealname,createdate,pipeline,dealstage,amount,closedate
200,Acme starter,2026-01-08T10:00:00Z,default,qualifiedtobuy,1200.50,2027-05-01
201,Acme renewal,2026-01-09T10:00:00Z,renewals,quoted,80,2026-03-01T12:00:00+02:00
`,
  'owners.csv': `id,email,firstName,lastName,role,team,timezone,capacity,archived
11,o1@us.example,Olga,One,SDR,North,Europe/Berlin,20,false
12,o2@us.example,Otto,Two,SDR;AE,,,,
`,
  'associations.csv': `from_type,from_id,to_type,to_id,label
contact,1,company,100,
contact,1,deal,200,Champion
deal,200,company,100,
`,
  'property_history.csv': `object_type,object_id,property,value,timestamp,source_type,source_id
contact,1,lifecyclestage,lead,2026-01-05T09:00:00Z,FORM,f1
contact,1,lifecyclestage,marketingqualifiedlead,2026-01-06T10:00:00Z,CRM_UI,11
deal,200,dealstage,appointmentscheduled,2026-01-08T10:00:00Z,CRM_UI,11
deal,200,dealstage,qualifiedtobuy,2026-01-10T11:00:00+01:00,CRM_UI,11
`,
  'touches.csv': `contact_id,timestamp,type,channel,program,detail
1,2026-01-05T08:59:00Z,form,paid_search,spring,
`,
  'signals.csv': `object_type,object_id,timestamp,kind,topic,strength,source
company,100,2026-01-07T00:00:00Z,intent,crm,0.7,reviews
`,
  'spend.csv': `program,channel,period,amount,currency
spring,paid_search,2026-01,1500.00,EUR
`,
  'pipelines.csv': `object_type,pipeline,stage,label,display_order,probability,is_closed
deal,renewals,quoted,Quoted,0,0.5,false
deal,renewals,renewed,Renewed,1,1,true
`,
};
