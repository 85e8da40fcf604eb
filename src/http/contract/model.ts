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

/** How the model is lived, over the last `days` days. */
export interface HealthTold {
  readonly days: number;
  /** Would be AQLs but for something, by what; each person once for each cause and barrier. */
  readonly keptBack: readonly { readonly why: string; readonly label: string; readonly count: number }[];
  readonly keptPeople: readonly {
    readonly contactId: string;
    readonly priority: string;
    readonly why: string;
    readonly at: number;
    readonly until: number | null;
  }[];
  /** Would pass by rules that are new, and have done nothing new since; the most active are named first. */
  readonly held: number;
  readonly heldPeople: readonly { readonly contactId: string; readonly heldAt: number; readonly points: number }[];
  /** Of the people who entered a stage, those who do not meet its entry criteria now (S5-13). */
  readonly inflation: readonly (RateTold & { readonly stage: string; readonly criterion: string })[];
  /** Decisions on offers by where they were made, by owner: on our cards, or past them in HubSpot itself. */
  readonly adoption: readonly {
    readonly owner: string;
    readonly onCards: number;
    readonly inHubSpot: number;
    readonly open: number;
    readonly late: number;
  }[];
  /** Leads by how long the first response took, and how many of them came to a meeting (S3-18). */
  readonly response: readonly (RateTold & { readonly bucket: string })[];
  /** Leads offered, by what became of them: the share that is refused for fit (S3-17). */
  readonly outcomes: readonly { readonly outcome: string; readonly label: string; readonly count: number }[];
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
  readonly health: HealthTold;
}
