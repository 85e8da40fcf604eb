import type { AccountAssessment } from '../domain/account/account-assessment.ts';
import type { AccountVisit } from '../domain/account/account-visits.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import type { Fact, RecordKey, RecordState } from '../domain/journey/fact.ts';
import type { RecordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';

/** The people of one company. */
export interface Crowd {
  readonly people: readonly CrowdMember[];
  /** Journeys that have not ended, and those of them at AQL or later. */
  readonly openJourneys: number;
  readonly worked: number;
}

/** As last assessed; all zero for somebody of whom no rule has heard anything. Points are thousandths. */
export interface CrowdMember {
  readonly contactId: RecordId;
  readonly at: Instant;
  readonly engagement: number;
  readonly fit: number;
}

/** An account as it is kept. */
export interface AccountState {
  readonly companyId: RecordId;
  readonly assessment: AccountAssessment;
  readonly visits: readonly AccountVisit[];
  readonly people: number;
  readonly openJourneys: number;
  readonly worked: number;
  /** Why it is left out of every figure. */
  readonly excluded?: string | undefined;
  /** When time alone will change something. */
  readonly lookAgainAt?: Instant | undefined;
}

export interface NamedAccount {
  readonly companyId: RecordId;
  readonly ownerId: string;
  readonly since: Instant;
}

/** A line of the swap log: an account added, given up, or one for another. */
export interface NamedAccountChange {
  readonly ownerId: string;
  readonly added?: RecordId | undefined;
  readonly dropped?: RecordId | undefined;
  /** Coded. */
  readonly reason: string;
  /** Who did it: a name as given on the command line, or a user id. */
  readonly by: string;
  readonly at: Instant;
}

/** One portal's accounts inside one transaction. Without ids: all of them, lowest id first. */
export interface AccountStore {
  crowds(companyIds: readonly RecordId[]): Promise<ReadonlyMap<RecordId, Crowd>>;
  load(companyIds?: readonly RecordId[]): Promise<AccountState[]>;
  /** Those that were ever read, merged ones left out, lowest id first. */
  everyCompany(): Promise<
    { readonly id: RecordId; readonly createdAt: Instant; readonly deletedAt?: Instant | undefined }[]
  >;
  /** But for their visits. */
  save(accounts: readonly AccountState[]): Promise<void>;
  saveVisits(accounts: readonly Pick<AccountState, 'companyId' | 'visits'>[]): Promise<void>;
  /** Those about which time, other rules or a first look have something to say. */
  due(now: Instant, limit: number): Promise<RecordKey[]>;
  /** Accounts that nobody has named and nobody works on, the most worth going after first. */
  best(limit: number): Promise<RecordId[]>;
  /** Accounts of which a sign was ever told, also of one merged into them, lowest id first. */
  signaled(): Promise<RecordId[]>;
  /** With all that is known of the companies themselves; only those that were ever read. */
  companies(
    companyIds: readonly RecordId[],
  ): Promise<ReadonlyMap<RecordId, RecordState & { readonly facts: readonly Fact[] }>>;
  /** Offers of these accounts, oldest first. */
  handoffs(companyIds?: readonly RecordId[]): Promise<Handoff[]>;
  named(companyIds?: readonly RecordId[]): Promise<NamedAccount[]>;
  name(account: NamedAccount): Promise<void>;
  giveUp(companyId: RecordId): Promise<void>;
  log(change: NamedAccountChange): Promise<void>;
  changes(): Promise<NamedAccountChange[]>;
}
