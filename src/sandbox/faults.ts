/** What goes wrong on purpose. Shares are between 0 and 1, of the calls that passed authentication and limits. */
export interface FaultSettings {
  /** 429 although the limit is not reached */
  readonly rateLimited: number;
  /** 500 with HubSpot's envelope; nothing was done */
  readonly serverError: number;
  /** 502 with an HTML body; nothing was done */
  readonly badGateway: number;
  /** 503 with HubSpot's envelope; nothing was done */
  readonly unavailable: number;
  /** The connection is cut and nothing was done. */
  readonly cutBefore: number;
  /** The connection is cut although the call was carried out. */
  readonly cutAfter: number;
  /** Share of rows of batch updates that are neither carried out nor mentioned in the answer. */
  readonly droppedRows: number;
  /** Ids of records whose rows are refused in batch updates. */
  readonly failingIds: readonly string[];
  /** Pause before every answer. */
  readonly latencyMs: number;
}

export type CallFault = 'rateLimited' | 'serverError' | 'badGateway' | 'unavailable' | 'cutBefore' | 'cutAfter';

const noFaults: FaultSettings = {
  rateLimited: 0,
  serverError: 0,
  badGateway: 0,
  unavailable: 0,
  cutBefore: 0,
  cutAfter: 0,
  droppedRows: 0,
  failingIds: [],
  latencyMs: 0,
};

const callFaults: readonly CallFault[] = [
  'rateLimited',
  'serverError',
  'badGateway',
  'unavailable',
  'cutBefore',
  'cutAfter',
];

/** Decides, repeatably for one seed, which calls and rows go wrong. */
export class Faults {
  readonly #random: () => number;
  #settings: FaultSettings = noFaults;
  #injected: Partial<Record<CallFault | 'droppedRow', number>> = {};

  constructor(random: () => number) {
    this.#random = random;
  }

  get settings(): FaultSettings {
    return this.#settings;
  }

  /** How often each fault has struck so far. */
  get injected(): Readonly<Record<string, number>> {
    return { ...this.#injected };
  }

  /** Replaces all settings; what is not named does not go wrong any more. */
  set(settings: Partial<FaultSettings>): void {
    this.#settings = { ...noFaults, ...settings };
  }

  nextCall(): CallFault | undefined {
    let drawn = this.#random();
    for (const fault of callFaults) {
      drawn -= this.#settings[fault];
      if (drawn < 0) return this.#count(fault);
    }
    return undefined;
  }

  dropsRow(): boolean {
    if (this.#settings.droppedRows === 0 || this.#random() >= this.#settings.droppedRows) return false;
    this.#count('droppedRow');
    return true;
  }

  failsRow(id: string): boolean {
    return this.#settings.failingIds.includes(id);
  }

  #count<Name extends CallFault | 'droppedRow'>(fault: Name): Name {
    this.#injected = { ...this.#injected, [fault]: (this.#injected[fault] ?? 0) + 1 };
    return fault;
  }
}
