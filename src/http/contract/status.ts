/** What the status page asks for: one portal's waterfall and whether the machinery behind it moves. */
export interface StatusReport {
  readonly portalId: string;
  readonly asOf: string;
  readonly zone: string;
  readonly definitionVersion: number;
  readonly waterfall: readonly WaterfallRow[];
  /** Accounts by stage; null without rules of accounts. */
  readonly accounts: readonly AccountRow[] | null;
  readonly exits: readonly { readonly id: string; readonly label: string; readonly entered: number }[];
  readonly pipeline: {
    readonly open: number;
    readonly won: number;
    readonly lost: number;
    readonly winRate: number | null;
    readonly velocityPerDay: number | null;
    readonly currency: string;
  };
  readonly hygiene: { readonly journeys: number; readonly unknownChannel: number };
  readonly work: Readonly<Record<'events' | 'inboxOpen' | 'outboxOpen' | 'parked' | 'quarantined', number>>;
  /** Webhook deliveries since the process started, by result. */
  readonly deliveries: Readonly<Record<string, number>>;
  readonly hubspotCalls: Readonly<Record<string, number>>;
  readonly backfilledAt: string | null;
}

export interface AccountRow {
  readonly id: string;
  readonly label: string;
  readonly entered: number;
  readonly inferred: number;
  readonly current: number;
}

export interface WaterfallRow {
  readonly id: string;
  readonly label: string;
  readonly entered: number;
  readonly inferred: number;
  readonly stock: number;
  /** The step from the stage before, null for the first. */
  readonly step: {
    readonly entered: number;
    readonly converted: number;
    readonly open: number;
    readonly rate: number | null;
    readonly low: number | null;
    readonly high: number | null;
    readonly medianDays: number | null;
  } | null;
}
