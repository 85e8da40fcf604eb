import type { RecordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';

/** Who is in the audience (S2-61). */
export interface AudienceRequest {
  /** Accounts with at least this score … */
  readonly score: number;
  /** … and those that show intent, whatever their score. */
  readonly orIntent: boolean;
}

/** A list of companies in HubSpot, as it stands there. */
export interface CompanyList {
  readonly listId: string;
  readonly name: string;
  /** Whether it holds companies that people and apps put in, not a filter. */
  readonly isManual: boolean;
}

/** Lists of companies of one portal; its calls yield to all others. @throws ListScopeMissingError from each call where the app may not use lists */
export interface CompanyLists {
  /** @returns undefined where it was deleted, or never there */
  byId(listId: string): Promise<CompanyList | undefined>;
  byName(name: string): Promise<CompanyList | undefined>;
  /** Makes a list to put companies in; one that has the name already is answered as it is. */
  make(name: string): Promise<CompanyList>;
  members(listId: string): Promise<RecordId[]>;
  /** @returns those to add that HubSpot does not know */
  change(listId: string, change: MemberChange): Promise<RecordId[]>;
}

export interface MemberChange {
  readonly add: readonly RecordId[];
  readonly remove: readonly RecordId[];
}

/** The app was not granted the scopes of lists. */
export class ListScopeMissingError extends Error {
  override readonly name = 'ListScopeMissingError';
}

/** The list that is kept up to date with the audience. */
export interface AudienceList {
  readonly listId: string;
  readonly rule: AudienceRequest;
  /** When it last agreed with the audience, or was tried. */
  readonly keptAt: Instant;
  /** A person has deleted it in HubSpot: it is not kept any more. */
  readonly isGone: boolean;
}

export interface AudienceListStore {
  load(): Promise<AudienceList | undefined>;
  save(list: AudienceList): Promise<void>;
}
