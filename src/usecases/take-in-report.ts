import type { Instant } from '../domain/values/instant.ts';

/** What became of a request's rows, or of all rows of a list. */
export interface IntakeReport {
  readonly kind: 'signals' | 'touches' | 'list';
  /** When the last of them came. */
  readonly receivedAt: Instant;
  /** Rows a list had already; they are not among `rows`. */
  readonly duplicates: number;
  readonly rows: Readonly<Record<'waiting' | 'taken' | 'created' | 'rejected', number>>;
}

/** A row that was rejected, or taken with a remark. */
export interface ReportedRow {
  readonly rowId: number;
  readonly intakeId: string;
  /** Place in its request, from 0. */
  readonly row: number;
  readonly outcome: keyof IntakeReport['rows'];
  readonly field: string;
  readonly why: string;
}
