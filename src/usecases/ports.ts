import type { AccountRules } from '../domain/definitions/account-rules.ts';
import type { DefinitionSet } from '../domain/definitions/definition-set.ts';
import type { Handoff, Intent } from '../domain/handoff/handoff.ts';
import type { FollowUp } from '../domain/handoff/work.ts';
import type { Roster } from '../domain/handoff/roster.ts';
import type { Outcome } from '../domain/handoff/settle.ts';
import type { DealStage } from '../domain/journey/deal-stage.ts';
import type { Fact, RecordKey, RecordState, RecordType } from '../domain/journey/fact.ts';
import type { Journey, Visit } from '../domain/journey/journey.ts';
import type { Milestone } from '../domain/journey/milestone.ts';
import type { Assessment } from '../domain/qualification/assess.ts';
import type { DealRow } from '../domain/pipeline/pipeline.ts';
import type { RevenueEntry } from '../domain/pipeline/revenue-ledger.ts';
import type { Acquisition } from '../domain/touch/list-kinds.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { AccountState, AccountStore } from './account-ports.ts';
import type { CompanyLists } from './audience-ports.ts';
import type { StageCheckStore } from './stage-check-ports.ts';

export type Clock = () => Instant;

/** How urgent a call to HubSpot is: people wait for `person`, webhooks feed `live`, everything else yields as `background`. */
export type Lane = 'person' | 'live' | 'background';

// ---------------------------------------------------------------- HubSpot

/** What a portal says about itself. */
export interface PortalDetails {
  readonly portalId: PortalId;
  readonly timeZone: string;
  readonly currency: string;
}

/** A CRM record as read, with the history of the properties asked for. */
export interface CrmRecord {
  readonly type: RecordType;
  /** The id the record answers with; differs from the one asked for when it was merged into another. */
  readonly id: RecordId;
  readonly createdAt: Instant;
  readonly deletedAt?: Instant | undefined;
  readonly properties: Readonly<Record<string, string>>;
  readonly history: readonly { property: string; value: string; at: Instant; sourceType: string; sourceId: string }[];
}

export interface PropertyWrite {
  readonly type: string;
  readonly id: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** What HubSpot did with one write. `refused` is final until the record or a rule changes; `unknown` must be looked at again. */
export type WriteOutcome =
  | { readonly id: string; readonly kind: 'written' }
  | { readonly id: string; readonly kind: 'refused'; readonly reason: string }
  | { readonly id: string; readonly kind: 'unknown'; readonly reason: string };

export interface PortalGateway {
  details(): Promise<PortalDetails>;
  dealStages(): Promise<(DealStage & { readonly label: string })[]>;
  /** One page of records with history, oldest id first; `archived` reads the recycle bin. */
  listRecords(request: ListRequest, lane: Lane): Promise<{ records: CrmRecord[]; next?: string | undefined }>;
  /** The records that exist, with history; unknown and deleted ids are simply absent. */
  readRecords(request: ReadRequest, lane: Lane): Promise<CrmRecord[]>;
  contactsOfDeals(dealIds: readonly RecordId[], lane: Lane): Promise<ReadonlyMap<RecordId, readonly RecordId[]>>;
  /** The primary company of each contact, undefined where it has none; contacts that do not exist are absent. */
  companiesOfContacts(
    contactIds: readonly RecordId[],
    lane: Lane,
  ): Promise<ReadonlyMap<RecordId, RecordId | undefined>>;
  /** One page of the records changed since a place, with their values of now; the search it comes from lags some moments behind. */
  changedRecords(
    request: ChangedRequest,
    lane: Lane,
  ): Promise<{ records: ChangedRecord[]; next?: ChangePlace | undefined }>;
  /** Writes up to 100 records of one type; never throws for a row, only when the call as a whole must be tried again later. */
  writeRecords(type: string, writes: readonly PropertyWrite[], lane: Lane): Promise<WriteOutcome[]>;
  /** Everybody who can own records, active or not. */
  owners(lane: Lane): Promise<Owner[]>;
  /** Contacts whose last conversion came after an instant, oldest first; at most 10,000 of them. */
  recentConversions(request: ConversionRequest, lane: Lane): Promise<Conversion[]>;
  /** Makes a deal or a task once, known by its key, and links it to a record; repeated, it changes nothing. */
  create(record: NewRecord, lane: Lane): Promise<WriteOutcome>;
  /** People by their e-mail addresses, primary or secondary; addresses nobody has are simply absent. */
  peopleByEmail(emails: readonly string[], lane: Lane): Promise<FoundPerson[]>;
  /** Companies by their domains; the oldest where several have one. */
  companiesByDomain(domains: readonly string[], lane: Lane): Promise<ReadonlyMap<string, RecordId>>;
  /** Makes up to 100 people that are not there, known by e-mail address; whoever is there already is refused, not changed. */
  createPeople(people: readonly NewPerson[], lane: Lane): Promise<WriteOutcome[]>;
  /** Writes values of people by contact id. */
  fillIn(people: readonly { contactId: RecordId; values: PersonValues }[], lane: Lane): Promise<WriteOutcome[]>;
  /** The properties of contacts or companies as the portal defines them, archived ones left out. */
  properties(type: 'contact' | 'company', lane: Lane): Promise<PortalProperty[]>;
  /** Lists of companies, where the app has the scope for them. */
  readonly companyLists: CompanyLists;
  /** Creates or updates the properties and objects we own; returns what it did. */
  provision(lane: Lane): Promise<ProvisionReport>;
}

/** A property as a portal defines it. */
export interface PortalProperty {
  readonly name: string;
  readonly label: string;
  readonly kind: 'text' | 'number' | 'date' | 'choice' | 'yes_no';
  /** In the portal's order, hidden ones left out. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly isHidden: boolean;
  /** HubSpot works it out from other values and tells no change of it (design D13). */
  readonly isCalculated: boolean;
}

/** What a list may say of a person. */
export interface PersonValues {
  readonly firstName?: string | undefined;
  readonly lastName?: string | undefined;
  readonly phone?: string | undefined;
  readonly title?: string | undefined;
  readonly company?: string | undefined;
  readonly domain?: string | undefined;
}

export interface NewPerson {
  /** In small letters. */
  readonly email: string;
  readonly values: PersonValues;
  readonly acquisition: Acquisition;
}

export interface FoundPerson {
  readonly contactId: RecordId;
  readonly createdAt: Instant;
  /** All their addresses, in small letters. */
  readonly emails: readonly string[];
  /** What was written when a list made them; '' for everybody else. */
  readonly acquisition: string;
  readonly values: PersonValues;
}

export interface Owner {
  readonly ownerId: string;
  /** The user who is this owner; deactivated users have none. */
  readonly userId?: string | undefined;
  readonly name: string;
  readonly teams: readonly string[];
  readonly isActive: boolean;
}

export interface ConversionRequest {
  /** Contact properties that hold the moment and the name of the last conversion. */
  readonly dateProperty: string;
  readonly formProperty: string;
  readonly since: Instant;
}

export interface Conversion {
  readonly contactId: RecordId;
  readonly at: Instant;
  readonly form: string;
}

export interface NewRecord {
  readonly type: 'deal' | 'task';
  readonly key: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly linkTo: RecordKey;
}

export interface ListRequest {
  readonly type: RecordType;
  readonly properties: readonly string[];
  readonly after?: string | undefined;
  readonly archived: boolean;
}

export interface ReadRequest {
  readonly type: RecordType;
  readonly ids: readonly RecordId[];
  readonly properties: readonly string[];
}

export interface ChangedRequest {
  readonly type: RecordType;
  readonly properties: readonly string[];
  readonly from: ChangePlace;
}

/** How far a reading of changed records has come: at this instant and, where it holds more than a page, after this id. */
export interface ChangePlace {
  readonly at: Instant;
  readonly afterId?: RecordId | undefined;
}

/** A record as a search finds it: without history. */
export interface ChangedRecord {
  readonly id: RecordId;
  readonly changedAt: Instant;
  /** Undefined where more were asked for than a search can tell. */
  readonly properties: Readonly<Record<string, string>> | undefined;
  /** Its primary company; '' where it has none, undefined for what is no contact. */
  readonly companyId?: string | undefined;
  /** Ids of the records that were merged into it. */
  readonly mergedIds: readonly RecordId[];
}

export interface ProvisionReport {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly unchanged: number;
  /** Parts this portal cannot have (tier or scope), with the reason; everything else works without them. */
  readonly unavailable: readonly string[];
  /** Whether the portal has a place for Funnel Metric records. */
  readonly hasFunnelMetrics: boolean;
}

/** What a journey or a deal should say in HubSpot. Pure; the adapter knows the property names. */
export interface RecordMapping {
  contact(
    journeys: readonly Pick<Journey, 'attempt' | 'visits'>[],
    figures: StageFigures | undefined,
    lead?: Handoff,
    assessment?: PersonAssessment,
    disqualifiedReason?: string,
  ): Readonly<Record<string, string>>;
  /** Only the published figures; '' where there is none. */
  figures(figures: StageFigures | undefined): Readonly<Record<string, string>>;
  deal(visits: readonly Visit[], mqo?: Handoff): Readonly<Record<string, string>>;
  company(account: AccountState, rules: AccountRules): Readonly<Record<string, string>>;
  funnelMetric(figure: FunnelFigure): PropertyWrite;
  readonly writtenProperties: readonly { type: string; property: string; ownership: 'ours' | 'shared' }[];
}

/** Rate and median of leaving a stage for the next, as published with an edition for one channel. Null below 20 entries. */
export interface StageFigures {
  readonly rate: number | null;
  readonly medianDays: number | null;
}

/** One cell of the funnel as a record of HubSpot: period × segment × pair. */
export interface FunnelFigure {
  readonly period: string;
  readonly segment: string;
  readonly from: Milestone;
  readonly to: Milestone;
  readonly entered: number;
  readonly converted: number;
  readonly inferred: number;
  readonly open: number;
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly medianDays: number | null;
}

/** What one webhook event means to us. */
export type Understood =
  | {
      readonly kind: 'observed';
      readonly observations: readonly Observation[];
      /** Records to read if we do not know them yet; `always` even if we do. */
      readonly read: readonly (RecordKey & { readonly always: boolean })[];
      readonly companyChanges?: readonly CompanyChange[];
    }
  | { readonly kind: 'ignored'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A link between contact and company came or went. Which company is the contact's primary one has to be asked. */
export interface CompanyChange {
  readonly contactId: RecordId;
  readonly companyId: RecordId;
  readonly at: Instant;
  readonly isRemoved: boolean;
}

export interface WebhookReader {
  /**
   * Splits a delivery by portal, as one may mix several.
   * @throws MalformedDeliveryError when the body is no JSON array
   */
  split(body: string): { byPortal: ReadonlyMap<PortalId, string>; orphans: readonly string[] };
  events(body: string): readonly unknown[];
  understand(event: unknown, knownAt: Instant): Understood;
}

export class MalformedDeliveryError extends Error {
  override readonly name = 'MalformedDeliveryError';
  readonly code = 'malformed-delivery';
}

/** HubSpot cannot be asked now; the work stays where it is and is due again at `retryAt`. */
export class HubSpotUnavailableError extends Error {
  override readonly name = 'HubSpotUnavailableError';
  readonly exitCode = 1;
  readonly code: string;
  readonly retryAt: Instant;
  constructor(message: string, code: string, retryAt: Instant, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.retryAt = retryAt;
  }
}

// ---------------------------------------------------------------- store

export interface PortalSettings extends PortalDetails {
  readonly definitions: DefinitionSet;
  /** When they came into force. */
  readonly publishedAt: Instant;
  readonly stages: readonly DealStage[];
  readonly dimensions: readonly string[];
  /** What happened before was read from HubSpot's memory, not heard as it happened. */
  readonly connectedAt: Instant;
  readonly backfilledAt?: Instant | undefined;
  /** From this instant on the rules of work are applied; until then the portal is only observed (design D19). */
  readonly liveAt?: Instant | undefined;
}

/** A user's rights: admins and managers act on everybody's work, admins and ops on the definitions (design D15). */
export type Role = 'admin' | 'ops' | 'manager' | 'member';

export interface WaitingIntent {
  readonly intentId: number;
  readonly intent: Intent;
  readonly attempts: number;
}

export interface SettledIntent {
  readonly intentId: number;
  readonly key: string;
  readonly handoffId?: string | undefined;
  readonly outcome: Outcome;
}

/** Source of what people say on our cards, beside HubSpot's own sources. */
export const ON_CARD = 'L2R_CARD';

/** Something the outside world says, ready to be added to the history. */
export type Observation =
  | {
      readonly kind: 'changed';
      readonly fact: Fact;
      readonly sourceType: string;
      readonly sourceId: string;
      /** A value that may be personal: kept beside the history and erased with the person (design D10). */
      readonly isAttribute?: boolean;
    }
  | {
      readonly kind: 'seen';
      readonly record: RecordKey;
      readonly createdAt: Instant;
      readonly dimensions: DimensionHistory;
    }
  | {
      readonly kind: 'deleted' | 'restored';
      readonly record: RecordKey;
      readonly at: Instant;
      readonly knownAt: Instant;
    }
  | {
      readonly kind: 'merged';
      readonly record: RecordKey;
      readonly into: RecordId;
      readonly at: Instant;
      readonly knownAt: Instant;
    }
  | {
      readonly kind: 'associated' | 'dissociated';
      readonly contactId: RecordId;
      readonly dealId: RecordId;
      readonly at: Instant;
      readonly knownAt: Instant;
      readonly dated: boolean;
    }
  | {
      /** A contact has a company as its primary one, or has it no longer. */
      readonly kind: 'associated' | 'dissociated';
      readonly contactId: RecordId;
      readonly companyId: RecordId;
      readonly at: Instant;
      readonly knownAt: Instant;
      readonly dated: boolean;
    };

export type DimensionHistory = Readonly<Record<string, readonly (readonly [Instant, string])[]>>;

export interface InboxRow {
  readonly inboxId: number;
  readonly body: string;
  readonly receivedAt: Instant;
}

export interface OutboxRow {
  readonly type: string;
  readonly id: string;
  readonly ownership: 'ours' | 'shared';
  readonly lane: number;
  readonly desired: Readonly<Record<string, string>>;
  /** Null where HubSpot may say anything, as after a merge. */
  readonly confirmed: Readonly<Record<string, string | null>>;
  readonly attempts: number;
}

/** A contact, company or deal with all its facts; a contact or company has those of records merged into it too. */
export interface RecordHistory extends RecordState {
  readonly facts: readonly Fact[];
}

/** Everything the decision about some people and accounts needs: them, their deals, and all other contacts of those deals. */
export interface Neighborhood {
  /** Whose journeys and deals may have changed; the rest is only context. */
  readonly affectedContacts: readonly RecordId[];
  readonly affectedDeals: readonly RecordId[];
  /** Companies that were touched, and those to which affected contacts belong or have belonged. */
  readonly affectedCompanies: readonly RecordId[];
  readonly contacts: ReadonlyMap<RecordId, RecordHistory>;
  /** The affected ones that were ever read. */
  readonly companies: ReadonlyMap<RecordId, RecordHistory>;
  /** The primary company of each affected contact; left out while the company is in the recycle bin. */
  readonly companyOf: ReadonlyMap<RecordId, RecordId>;
  /** All contacts of each affected company; facts are at hand only of those in `contacts`. */
  readonly contactsOfCompany: ReadonlyMap<RecordId, readonly RecordId[]>;
  readonly deals: ReadonlyMap<RecordId, RecordHistory>;
  readonly links: readonly { contactId: RecordId; dealId: RecordId }[];
}

export interface PersonState {
  readonly contactId: RecordId;
  readonly journeys: readonly Journey[];
  readonly excluded?: string | undefined;
}

/** How a person stands before the gate to AQL, as it is kept. */
export interface PersonAssessment extends Omit<Assessment, 'gate'> {
  readonly contactId: RecordId;
  /** Id of the gate that is for this person. */
  readonly gate?: string | undefined;
  /** Everything known by this instant was looked at, and how many facts that were. */
  readonly until: Instant;
  readonly facts: number;
  /** Nothing that happened before is acted upon; infinite until the portal is live. */
  readonly actFrom: Instant;
  /** Since when the person would pass and is held, as nothing new has happened since the rules changed (design D5). */
  readonly heldAt?: Instant | undefined;
  /** When time alone will change something. */
  readonly lookAgainAt?: Instant | undefined;
}

export interface DealState extends DealRow {
  readonly originContactId?: RecordId | undefined;
  readonly pipeline: string;
  readonly stage: string;
  readonly milestone?: Milestone | undefined;
  readonly closeDate?: string | undefined;
  readonly ownerId?: string | undefined;
  readonly visits: readonly Visit[];
  readonly revenue: readonly RevenueEntry[];
  readonly excluded?: string | undefined;
}

export interface OutgoingRecord {
  readonly type: string;
  readonly id: string;
  readonly lane: number;
  readonly desired: Readonly<Record<string, string>>;
}

/** One portal's data inside one transaction: all of it is committed, or none. */
export interface PortalTransaction {
  readonly portalId: PortalId;
  settings(): Promise<PortalSettings>;
  /** @throws LeaseLostError when another process has taken over: nothing may be committed then */
  holdLease(lease: Lease): Promise<void>;
  /** Waits for every other decision about this portal, and makes later ones wait until this transaction ends. */
  lock(): Promise<void>;
  /** Adds what is new; returns the records whose history changed (survivors of merges), and how many facts were new. */
  observe(observations: readonly Observation[]): Promise<{ touched: RecordKey[]; added: number }>;
  /** The records ever seen, page by page, in a fixed order; companies with people come with these. */
  recordsAfter(after: RecordKey | undefined, limit: number): Promise<RecordKey[]>;
  neighborhood(touched: readonly RecordKey[]): Promise<Neighborhood>;
  savePeople(people: readonly PersonState[], definitionVersion: number): Promise<void>;
  saveDeals(deals: readonly DealState[], definitionVersion: number): Promise<void>;
  enqueue(records: readonly OutgoingRecord[], dueAt: Instant): Promise<void>;
  /** Takes back what was still to be written to records that are gone. */
  withdraw(records: readonly RecordKey[]): Promise<void>;
  finishInbox(inboxIds: readonly number[], at: Instant): Promise<void>;
  quarantine(events: readonly { event: string; reason: string; receivedAt: Instant }[]): Promise<void>;
  stageFigures(): Promise<(channel: string, milestone: Milestone) => StageFigures | undefined>;
  handoffs(contactIds: readonly RecordId[], dealIds: readonly RecordId[]): Promise<Handoff[]>;
  handoff(handoffId: string): Promise<Handoff | undefined>;
  /** Marks running clocks whose time has come; the handoffs whose clock was missed just now. */
  missClocks(now: Instant): Promise<Handoff[]>;
  /** Records whose open offer nobody who works here has. */
  unassignedRecords(): Promise<RecordKey[]>;
  roster(): Promise<Roster>;
  /** Keys of the deals that were already asked for because of these contacts. */
  dealIntentKeys(contactIds: readonly RecordId[]): Promise<ReadonlySet<string>>;
  saveFollowUp(followUp: FollowUp, at: Instant, definitionVersion: number): Promise<void>;
  assessments(contactIds: readonly RecordId[]): Promise<ReadonlyMap<RecordId, PersonAssessment>>;
  saveAssessments(assessments: readonly PersonAssessment[]): Promise<void>;
  /** People about whom time alone has something new to say. */
  dueAssessments(now: Instant, limit: number): Promise<RecordKey[]>;
  /** People who were assessed by other rules than those in force. */
  staleAssessments(limit: number): Promise<RecordKey[]>;
  /** Held people who may be let through on this local day (`YYYY-MM-DD`), the most active first; each once for each holding. */
  releasable(day: string, now: Instant, limit: number): Promise<RecordId[]>;
  noteReleased(contactIds: readonly RecordId[], day: string, at: Instant): Promise<void>;
  /** Since when people with these addresses are disqualified, by the address's hash; others are absent. */
  disqualifiedEmails(hashes: readonly string[]): Promise<ReadonlyMap<string, Instant>>;
  keepDisqualifiedEmails(emails: readonly DisqualifiedEmail[]): Promise<void>;
  forgetDisqualifiedEmails(hashes: readonly string[]): Promise<void>;
  /** The definition set that was in force at an instant; before the first publication, that one. */
  definitionsAt(at: Instant): Promise<DefinitionSet>;
  readonly accounts: AccountStore;
  readonly stageChecks: StageCheckStore;
  /** What the portal calls its properties, by `contact.…` and `company.…`. */
  propertyLabels(): Promise<ReadonlyMap<string, string>>;
  owners(): Promise<Owner[]>;
  roleOf(userId: string): Promise<Role>;
  /** The answer given to a request with this key before; undefined when it is new. */
  answeredRequest(key: string): Promise<AnsweredRequest | undefined>;
  rememberRequest(key: string, answer: AnsweredRequest, at: Instant): Promise<void>;
  settledIntents(limit: number): Promise<SettledIntent[]>;
  markApplied(intentIds: readonly number[], at: Instant): Promise<void>;
}

/** An address of somebody who was disqualified, by its hash, and when that was. */
export interface DisqualifiedEmail {
  readonly hash: string;
  readonly contactId: RecordId;
  readonly at: Instant;
}

export interface AnsweredRequest {
  readonly refused: { readonly kind: 'conflict' | 'invalid' | 'forbidden'; readonly why: string } | null;
}

export interface Lease {
  readonly portalId: PortalId;
  readonly name: string;
  readonly owner: string;
  readonly fence: number;
}

export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
  readonly code = 'lease-lost';
}

export interface Store {
  inPortal<T>(portalId: PortalId, work: (tx: PortalTransaction) => Promise<T>): Promise<T>;
  takeLease(portalId: PortalId, name: string): Promise<Lease | undefined>;
  releaseLease(lease: Lease): Promise<void>;
}
