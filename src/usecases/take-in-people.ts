import { ACQUISITION } from '../domain/touch/list-kinds.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { SECOND_MS } from '../domain/values/instant.ts';
import { commitObservations } from './commit-observations.ts';
import type { FoundPerson, Lease, PersonValues, PortalSettings, WriteOutcome } from './ports.ts';
import type { PersonRow } from './take-in.ts';
import { observationOf, readUnknown } from './take-in-facts.ts';
import type { OpenRow, RowNeeds, RowOutcome } from './take-in-row.ts';

type Row = OpenRow<PersonRow>;
type People = ReadonlyMap<string, FoundPerson>;

/** HubSpot's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 5 * SECOND_MS;

/**
 * People of lists: those HubSpot does not know are made, of the others only what is empty is filled in, and what the list says of each
 * goes into the history. Background work: it waits while people or webhooks need HubSpot.
 */
export async function takeInPeople(
  portalId: PortalId,
  lease: Lease,
  rows: readonly Row[],
  settings: PortalSettings,
  needs: RowNeeds,
): Promise<RowOutcome[]> {
  if (rows.length === 0) return [];
  const known = await find(rows, needs);
  const missing = rows.filter(({ content }) => !known.has(content.email));
  const made = await create(missing, needs);
  const found = new Map([...known, ...(await find(missing, needs))]);
  await fillIn(rows, found, needs);
  const people = rows.flatMap((row) => {
    const person = found.get(row.content.email);
    return person ? [{ row, person, record: { type: 'contact' as const, id: person.contactId } }] : [];
  });
  const { observations } = await readUnknown(
    settings,
    people.map(({ record }) => record),
    'background',
    needs,
  );
  const at = needs.clock();
  const told = people.flatMap(({ row, person, record }) =>
    factsOf(row, person).map((fact) => observationOf(record, fact, row.intakeId, at)),
  );
  if (people.length > 0) await commitObservations(portalId, lease, { observations: [...observations, ...told] }, needs);
  return rows.map((row) => outcomeOf(row, found.get(row.content.email), made.get(row.content.email)));
}

async function find(rows: readonly Row[], { gateway }: RowNeeds): Promise<People> {
  if (rows.length === 0) return new Map();
  const people = await gateway.peopleByEmail(
    rows.map(({ content }) => content.email),
    'background',
  );
  return new Map(people.flatMap((person) => person.emails.map((email) => [email, person] as const)));
}

/** What HubSpot said of each address; who came to be there meanwhile is refused and found afterwards. */
async function create(rows: readonly Row[], { gateway }: RowNeeds): Promise<ReadonlyMap<string, WriteOutcome>> {
  if (rows.length === 0) return new Map();
  // Two lists may have the same person: the first makes them.
  const people = new Map(
    rows
      .toReversed()
      .map(({ content: { email, values, acquisition } }) => [email, { email, values, acquisition }] as const),
  );
  const outcomes = await gateway.createPeople([...people.values()], 'background');
  return new Map(outcomes.map((outcome) => [outcome.id, outcome]));
}

/** Only what is empty, so that nothing a person typed is written over. What HubSpot refuses of it stays empty. */
async function fillIn(rows: readonly Row[], found: People, { gateway }: RowNeeds): Promise<void> {
  const wanted = rows.flatMap(({ content: { email, values } }) => {
    const person = found.get(email);
    const empty = person ? emptyOf(values, person.values) : {};
    return person && Object.keys(empty).length > 0 ? [{ contactId: person.contactId, values: empty }] : [];
  });
  const once = [...new Map(wanted.map((each) => [each.contactId, each])).values()];
  if (once.length > 0) await gateway.fillIn(once, 'background');
}

const emptyOf = (values: PersonValues, there: PersonValues): PersonValues =>
  Object.fromEntries(Object.entries(values).filter(([field]) => !there[field as keyof PersonValues]));

/** How they came to us is said only of people whom this list made known. */
const factsOf = (row: Row, person: FoundPerson) =>
  isMadeBy(row, person)
    ? [...row.content.facts, { property: ACQUISITION, value: row.content.acquisition, at: person.createdAt }]
    : row.content.facts;

/** Told by the record, not by who made it just now: a process killed after making it must say the same. */
const isMadeBy = ({ content, receivedAt }: Row, { createdAt, acquisition }: FoundPerson): boolean =>
  acquisition === content.acquisition && createdAt >= receivedAt - CLOCK_SKEW_MS;

function outcomeOf(row: Row, person: FoundPerson | undefined, made: WriteOutcome | undefined): RowOutcome {
  const { rowId, content } = row;
  if (person) return { rowId, outcome: isMadeBy(row, person) ? 'created' : 'taken' };
  return made?.kind === 'refused'
    ? { rowId, outcome: 'rejected', field: '', why: `HubSpot refused: ${withoutValues(made.reason, content)}` }
    : { rowId, outcome: 'again' };
}

/** HubSpot repeats what it does not like; reports are kept and name nobody. */
const withoutValues = (reason: string, { email, values }: PersonRow): string =>
  [email, ...Object.values<string | undefined>({ ...values })].reduce<string>(
    (text, value) => (value ? text.replaceAll(value, '…') : text),
    reason,
  );
