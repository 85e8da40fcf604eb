import type { AssociationType } from './association-types.ts';
import { compareIds } from './ids.ts';

export interface RecordRef {
  readonly typeId: string;
  readonly id: string;
}

/** Links between records. A link is kept on both records, each side with the kind ids of its own direction. */
export class AssociationTable {
  readonly #links = new Map<string, Map<string, Set<number>>>();

  /** Number of links, each pair of records counted once. */
  get size(): number {
    let sides = 0;
    for (const links of this.#links.values()) sides += links.size;
    return sides / 2;
  }

  /** Kind ids of the link as seen from the first record; empty when the two are not linked. */
  kinds(from: RecordRef, to: RecordRef): ReadonlySet<number> {
    return this.#links.get(side(from, to.typeId))?.get(to.id) ?? new Set();
  }

  /** Ids of the linked records of one type, in the order of their ids. */
  linked(from: RecordRef, toType: string): string[] {
    return [...(this.#links.get(side(from, toType))?.keys() ?? [])].sort(compareIds);
  }

  add(from: RecordRef, to: RecordRef, kind: AssociationType): void {
    this.#side(from, to).add(kind.id);
    this.#side(to, from).add(kind.inverseId);
  }

  remove(from: RecordRef, to: RecordRef, kind: AssociationType): void {
    this.#links.get(side(from, to.typeId))?.get(to.id)?.delete(kind.id);
    this.#links.get(side(to, from.typeId))?.get(from.id)?.delete(kind.inverseId);
  }

  removeAll(from: RecordRef, to: RecordRef): void {
    this.#links.get(side(from, to.typeId))?.delete(to.id);
    this.#links.get(side(to, from.typeId))?.delete(from.id);
  }

  #side(from: RecordRef, to: RecordRef): Set<number> {
    const key = side(from, to.typeId);
    const links = this.#links.get(key) ?? new Map<string, Set<number>>();
    this.#links.set(key, links);
    const kinds = links.get(to.id) ?? new Set<number>();
    links.set(to.id, kinds);
    return kinds;
  }
}

const side = (from: RecordRef, toType: string): string => `${from.typeId}/${from.id}/${toType}`;
