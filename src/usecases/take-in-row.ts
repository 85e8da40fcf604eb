import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { CommitNeeds } from './commit-observations.ts';
import type { LinkNeeds } from './observe-links.ts';
import type { RowContent } from './take-in.ts';

export interface OpenRow<Content = RowContent> {
  readonly rowId: number;
  readonly intakeId: string;
  readonly receivedAt: Instant;
  readonly lane: number;
  /** How often it failed before. */
  readonly attempts: number;
  readonly content: Content;
}

/** What became of a row. `again`: not known yet. Rejections name the field, never its value. */
export type RowOutcome =
  | { readonly rowId: number; readonly outcome: 'taken' | 'created' }
  | { readonly rowId: number; readonly outcome: 'rejected'; readonly field: string; readonly why: string }
  | { readonly rowId: number; readonly outcome: 'again' };

export interface RowNeeds extends CommitNeeds, LinkNeeds {
  /** The rows that are due, most valuable first, those that failed before last. */
  readonly openRows: (portalId: PortalId, limit: number) => Promise<OpenRow[]>;
  readonly finishRows: (
    portalId: PortalId,
    outcomes: readonly Exclude<RowOutcome, { outcome: 'again' }>[],
  ) => Promise<void>;
  readonly putOff: (portalId: PortalId, rowIds: readonly number[], until: Instant) => Promise<void>;
  /** Told why rows could not be worked on. */
  readonly failed: (fault: unknown, rows: number) => void;
}
