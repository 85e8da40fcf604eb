import type { Acquisition } from '../domain/touch/list-kinds.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS, type Instant, MINUTE_MS } from '../domain/values/instant.ts';
import type { Clock, PersonValues } from './ports.ts';

/** Which record a row is about. */
export type Reference =
  | { readonly type: 'contact' | 'company'; readonly id: string }
  | { readonly type: 'contact'; readonly email: string }
  | { readonly type: 'company'; readonly domain: string };

export interface CodedFact {
  readonly property: string;
  /** Codes only, nothing personal. */
  readonly value: string;
  readonly at: Instant;
}

/** A signal or a touch that somebody tells of. */
export interface ToldRow extends CodedFact {
  readonly kind: 'told';
  readonly of: Reference;
}

/** A person on a list. */
export interface PersonRow {
  readonly kind: 'person';
  /** In small letters. */
  readonly email: string;
  readonly values: PersonValues;
  readonly facts: readonly CodedFact[];
  readonly acquisition: Acquisition;
}

export type RowContent = ToldRow | PersonRow;

/** A row with what is wrong with it, or what was left out of it. */
export interface Remark {
  /** Place in the request, from 0. */
  readonly row: number;
  readonly field: string;
  readonly why: string;
}

export interface NewRow {
  readonly position: number;
  /** In a list: the person, hashed. */
  readonly key?: string | undefined;
  readonly content: RowContent;
  readonly remark?: Omit<Remark, 'row'> | undefined;
}

export interface NewIntake {
  readonly intakeId: string;
  readonly kind: 'signals' | 'touches' | 'list';
  readonly listId?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  readonly contentHash: string;
  readonly receivedAt: Instant;
  readonly rows: readonly NewRow[];
  readonly rejected: readonly Remark[];
}

export interface Receipt {
  readonly intakeId: string;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: readonly Remark[];
}

/** Why a request as a whole was not taken. */
export type TakeInRefusal =
  | { readonly kind: 'no-rows'; readonly rejected: readonly Remark[] }
  | { readonly kind: 'key-used' }
  | { readonly kind: 'other-list'; readonly why: string }
  | { readonly kind: 'busy' };

export interface TakeInNeeds {
  readonly clock: Clock;
  readonly uniqueId: () => string;
  /** Whether so many rows wait that no more are taken. */
  readonly isFull: (portalId: PortalId) => Promise<boolean>;
  /** Stores all or nothing; `undefined` when the idempotency key came with other content before. */
  readonly save: (
    portalId: PortalId,
    intake: NewIntake,
  ) => Promise<{ intakeId: string; duplicates: number } | undefined>;
}

/** Stores a request's good rows; a job works on them. The same request again, by its key, is the one that is there. */
export async function takeIn(
  portalId: PortalId,
  request: Omit<NewIntake, 'intakeId' | 'receivedAt'>,
  { clock, uniqueId, isFull, save }: TakeInNeeds,
): Promise<Receipt | TakeInRefusal> {
  const { rows, rejected } = request;
  if (rows.length === 0) return { kind: 'no-rows', rejected };
  if (await isFull(portalId)) return { kind: 'busy' };
  const saved = await save(portalId, { ...request, intakeId: uniqueId(), receivedAt: clock() });
  if (!saved) return { kind: 'key-used' };
  const { intakeId, duplicates } = saved;
  return { intakeId, accepted: rows.length - duplicates, duplicates, rejected };
}

const AHEAD_MS = 10 * MINUTE_MS;
const EARLIEST = 10_957 * DAY_MS;

/** What is wrong with the moment of a row: clocks may differ by ten minutes, and nothing here is older than the year 2000. */
export function problemOfInstant(at: Instant, now: Instant): string | undefined {
  if (at > now + AHEAD_MS) return 'lies in the future';
  return at < EARLIEST ? 'lies before the year 2000' : undefined;
}
