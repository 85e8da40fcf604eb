import type { Client } from '@hubspot/api-client';
import { ACQUISITION } from '../../domain/touch/list-kinds.ts';
import { type RecordId, recordId } from '../../domain/values/ids.ts';
import type { FoundPerson, Lane, NewPerson, PersonValues, WriteOutcome } from '../../usecases/ports.ts';
import { type Call, chunks } from './read-records.ts';
import { writeRecords } from './write-records.ts';

/** Where HubSpot keeps what a list may say of a person. @source HubSpot Knowledge Base: default contact properties */
const PERSON_PROPERTY: Readonly<Record<keyof PersonValues, string>> = {
  firstName: 'firstname',
  lastName: 'lastname',
  phone: 'phone',
  title: 'jobtitle',
  company: 'company',
  domain: 'website',
};
const EMAIL = 'email';
/** Several, separated by `;`. */
const MORE_EMAILS = 'hs_additional_emails';
/** @source HubSpot docs: CRM objects, batch read without history */
const BATCH = 100;

interface WirePerson {
  readonly id: string;
  readonly createdAt: Date;
  readonly properties: Readonly<Record<string, string | null>>;
}

/** @source HubSpot docs: CRM objects, batch read by `idProperty`; who is not there is an error row, not a failure */
export async function peopleByEmail(
  client: Client,
  call: Call,
  emails: readonly string[],
  lane: Lane,
): Promise<FoundPerson[]> {
  const properties = [EMAIL, MORE_EMAILS, ACQUISITION, ...Object.values(PERSON_PROPERTY)];
  const found: FoundPerson[] = [];
  for (const some of chunks(emails, BATCH)) {
    const inputs = some.map((id) => ({ id }));
    const batch = await call(lane, () =>
      client.crm.objects.batchApi.read(
        'contacts',
        { inputs, idProperty: EMAIL, properties, propertiesWithHistory: [] },
        false,
      ),
    );
    found.push(...batch.results.map(foundPerson));
  }
  return found;
}

function foundPerson({ id, createdAt, properties }: WirePerson): FoundPerson {
  const emails = [properties[EMAIL] ?? '', ...(properties[MORE_EMAILS] ?? '').split(';')];
  const values = Object.entries(PERSON_PROPERTY).map(([field, name]) => [field, properties[name] ?? '']);
  return {
    contactId: recordId(id),
    createdAt: createdAt.getTime(),
    emails: emails.map((each) => each.trim().toLowerCase()).filter((each) => each !== ''),
    acquisition: properties[ACQUISITION] ?? '',
    values: Object.fromEntries(values) as PersonValues,
  };
}

/**
 * Creation, not an upsert: HubSpot refuses an address that somebody has, so what a person typed meanwhile is never written over, and
 * repeating it makes nobody twice.
 *
 * @source HubSpot docs: Contacts, batch create; Error handling, multi-status errors
 */
export const createPeople = (
  client: Client,
  call: Call,
  people: readonly NewPerson[],
  lane: Lane,
): Promise<WriteOutcome[]> =>
  writeRecords(
    client,
    call,
    { path: 'contacts', key: EMAIL, create: true },
    people.map(({ email, values, acquisition }) => ({
      type: 'contact',
      id: email,
      properties: { [EMAIL]: email, ...named(values), [ACQUISITION]: acquisition },
    })),
    lane,
  );

export const fillIn = (
  client: Client,
  call: Call,
  people: readonly { contactId: RecordId; values: PersonValues }[],
  lane: Lane,
): Promise<WriteOutcome[]> =>
  writeRecords(
    client,
    call,
    { path: 'contacts' },
    people.map(({ contactId, values }) => ({ type: 'contact', id: contactId, properties: named(values) })),
    lane,
  );

const named = (values: PersonValues): Record<string, string> =>
  Object.fromEntries(
    (Object.entries(values) as [keyof PersonValues, string | undefined][]).flatMap(([field, value]) =>
      value === undefined || value === '' ? [] : [[PERSON_PROPERTY[field], value] as const],
    ),
  );
