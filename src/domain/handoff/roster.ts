import { nextInTurn } from './next-in-turn.ts';

/** `outbound`: those who take accounts without a person. */
export type Pool = 'sdr' | 'ae' | 'outbound';

/** Who may be given work: the active members of each pool, and who was given work last. */
export interface Roster {
  /** Everybody who works here, in a pool or not. */
  readonly active: readonly string[];
  readonly members: Readonly<Record<Pool, readonly string[]>>;
  readonly last: Readonly<Partial<Record<Pool, string>>>;
}

/** Deals out work in turn and remembers whose turn it was, for one decision. */
export class Dealer {
  readonly #roster: Roster;
  readonly #last: Map<Pool, string>;

  constructor(roster: Roster) {
    this.#roster = roster;
    this.#last = new Map(Object.entries(roster.last) as [Pool, string][]);
  }

  /** The next active member; none when the pool has none. */
  next(pool: Pool): string | undefined {
    const owner = nextInTurn(this.#roster.members[pool], this.#last.get(pool));
    if (owner !== undefined) this.#last.set(pool, owner);
    return owner;
  }

  isMember(pool: Pool, ownerId: string | undefined): boolean {
    return ownerId !== undefined && this.#roster.members[pool].includes(ownerId);
  }

  /** Turns that changed. */
  turns(): [Pool, string][] {
    return [...this.#last].filter(([pool, owner]) => this.#roster.last[pool] !== owner);
  }
}
