import { compareIds } from './ids.ts';

/** Someone who can own records. `team` is the name of the primary team, empty for none. */
export interface Owner {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly team: string;
  /** A deactivated user: still named on old records, no longer assignable by people. */
  readonly archived: boolean;
}

/** The user who is an owner: another number than the owner's, as in HubSpot; 0 for owner ids that are no numbers. */
export const userIdOf = ({ id }: Pick<Owner, 'id'>): number => (/^\d{1,15}$/.test(id) ? 1_000_000 + Number(id) : 0);

/** The owners of a portal, in the order of their ids. */
export class Owners {
  readonly #owners = new Map<string, Owner>();

  put(owner: Owner): void {
    this.#owners.set(owner.id, owner);
  }

  get(id: string): Owner | undefined {
    return this.#owners.get(id);
  }

  list(archived: boolean): Owner[] {
    const wanted = [...this.#owners.values()].filter((owner) => owner.archived === archived);
    return wanted.sort((left, right) => compareIds(left.id, right.id));
  }
}
