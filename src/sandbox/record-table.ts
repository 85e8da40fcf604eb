import { compareIds } from './ids.ts';

/** Who changed something, and when (UTC milliseconds). `sourceId` is `userId:5` for a person, an app id for an app. */
export interface Origin {
  readonly at: number;
  readonly sourceType: string;
  readonly sourceId: string;
}

/** One entry of a property's history. The empty value says that the property was cleared. */
export interface PropertyVersion extends Origin {
  readonly value: string;
}

export interface CrmRecord {
  readonly typeId: string;
  readonly id: string;
  createdAt: number;
  updatedAt: number;
  archivedAt: number | undefined;
  /** Current values; a property without a value is absent. */
  readonly values: Map<string, string>;
  /** Newest first. */
  readonly versions: Map<string, PropertyVersion[]>;
}

export interface RecordPage {
  readonly records: CrmRecord[];
  /** Id of the first record of the next page; absent on the last one. */
  readonly next: string | undefined;
}

/** The records of one type, in the order of their ids, with an index on properties whose values are unique. */
export class RecordTable {
  readonly #records = new Map<string, CrmRecord>();
  readonly #ids: string[] = [];
  readonly #unique = new Map<string, Map<string, string>>();
  readonly #mergedInto = new Map<string, string>();

  get size(): number {
    return this.#records.size;
  }

  /** Archived or not. */
  get(id: string): CrmRecord | undefined {
    return this.#records.get(id);
  }

  /** Like `get`, but the id of a record that was merged away gives the one it was merged into. */
  resolve(id: string): CrmRecord | undefined {
    const survivor = this.#mergedInto.get(id);
    return survivor === undefined ? this.get(id) : this.resolve(survivor);
  }

  /** Ids of the records that were merged into this one, directly or by way of another. */
  mergedIds(id: string): string[] {
    const own = [...this.#mergedInto].filter(([, survivor]) => survivor === id).map(([merged]) => merged);
    return own.flatMap((merged) => [merged, ...this.mergedIds(merged)]).sort(compareIds);
  }

  add(record: CrmRecord): void {
    this.#records.set(record.id, record);
    this.#ids.splice(this.#position(record.id), 0, record.id);
  }

  /** Takes a merged record out; its id and unique values lead to the survivor from now on. */
  mergeAway(id: string, survivorId: string): void {
    this.#records.delete(id);
    this.#ids.splice(this.#position(id), 1);
    this.#mergedInto.set(id, survivorId);
    for (const index of this.#unique.values()) {
      for (const [value, owner] of index) if (owner === id) index.set(value, survivorId);
    }
  }

  /** Up to `limit` records from the id `after` on (included), in the order of their ids. */
  page(request: { after?: string | undefined; limit: number; archived: boolean }): RecordPage {
    const records: CrmRecord[] = [];
    for (let at = request.after === undefined ? 0 : this.#position(request.after); at < this.#ids.length; at += 1) {
      const record = this.#records.get(this.#ids[at] ?? '');
      if (record === undefined || (record.archivedAt !== undefined) !== request.archived) continue;
      if (records.length === request.limit) return { records, next: record.id };
      records.push(record);
    }
    return { records, next: undefined };
  }

  trackUnique(property: string): void {
    if (!this.#unique.has(property)) this.#unique.set(property, new Map());
  }

  isUnique(property: string): boolean {
    return this.#unique.has(property);
  }

  /** The record that holds a value of a unique property; the case of letters does not matter. */
  findUnique(property: string, value: string): CrmRecord | undefined {
    const id = this.#unique.get(property)?.get(value.toLowerCase());
    return id === undefined ? undefined : this.get(id);
  }

  /** Sets (or with `''` removes) the current value and keeps the index of unique values in step. */
  setValue(record: CrmRecord, property: string, value: string): void {
    const index = this.#unique.get(property);
    const before = record.values.get(property)?.toLowerCase();
    if (before !== undefined && index?.get(before) === record.id) index.delete(before);
    if (value === '') record.values.delete(property);
    else record.values.set(property, value);
    if (value !== '' && record.archivedAt === undefined) index?.set(value.toLowerCase(), record.id);
  }

  /** An archived record gives its unique values free. */
  releaseUnique(record: CrmRecord): void {
    for (const index of this.#unique.values()) {
      for (const [value, owner] of index) if (owner === record.id) index.delete(value);
    }
  }

  /** A restored record takes its unique values back, unless another record holds them by now. */
  claimUnique(record: CrmRecord): void {
    for (const [property, index] of this.#unique) {
      const value = record.values.get(property)?.toLowerCase();
      if (value !== undefined && !index.has(value)) index.set(value, record.id);
    }
  }

  #position(id: string): number {
    let low = 0;
    let high = this.#ids.length;
    const last = this.#ids[high - 1];
    if (last !== undefined && compareIds(last, id) < 0) return high;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compareIds(this.#ids[middle] ?? '', id) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
