import { z } from 'zod';

/** One stage as the published definition set has it, in sentences made from the rules themselves (S1-16, S1-17). */
export interface StageTold {
  readonly id: string;
  readonly label: string;
  readonly owner: string;
  readonly sentences: readonly string[];
}

/** A part of the model beside the stages: a gate, a group of points, the clocks. */
export interface PartTold {
  readonly label: string;
  readonly sentences: readonly string[];
}

export interface RateTold {
  readonly part: number;
  readonly whole: number;
  /** 0–1 with its 95 % interval; null below 20. */
  readonly rate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Text, or an instant (UTC milliseconds) that is shown as a day in the reporting zone. */
export type CellTold = string | { readonly day: number };

/** A table as the page and its print say it, worded here so that both say the same. */
export interface TableTold {
  readonly title: string;
  /** What is counted, over which time, and what is left out; '' where the title says it. */
  readonly note: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CellTold[])[];
  /** Said in place of a table without rows. */
  readonly empty: string;
}

/** Tables that answer one question. */
export interface GroupTold {
  readonly id: string;
  readonly label: string;
  readonly tables: readonly TableTold[];
}

/** What the tab *Model & health* of the app home shows. */
export interface ModelAnswer {
  readonly now: number;
  readonly revision: string;
  readonly zone: string;
  readonly version: number;
  readonly publishedAt: number;
  readonly publishedBy: string;
  readonly why: string;
  readonly stages: readonly StageTold[];
  readonly parts: readonly PartTold[];
  /** When everybody was last counted: at most five minutes ago. */
  readonly countedAt: number;
  readonly glance: readonly { readonly label: string; readonly number: number }[];
  /** What stands out, in sentences; none where nothing does. */
  readonly attention: readonly string[];
  readonly groups: readonly GroupTold[];
}

/** Asks for a link to the printable page. */
export const printModelSchema = z.strictObject({ key: z.string().regex(/^[A-Za-z0-9-]{8,64}$/) });

/** A link that opens once, until `expiresAt`. */
export interface PrintAnswer {
  readonly now: number;
  readonly revision: string;
  readonly url: string;
  readonly expiresAt: number;
}
