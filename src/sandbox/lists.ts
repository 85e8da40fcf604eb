import { ApiError, notFound } from './errors.ts';
import { compareIds } from './ids.ts';

export type ProcessingType = 'MANUAL' | 'DYNAMIC' | 'SNAPSHOT';

/** A list (HubSpot's screens say segment) of records of one type. */
export interface List {
  readonly id: string;
  readonly typeId: string;
  readonly processingType: ProcessingType;
  name: string;
  readonly createdAt: number;
  updatedAt: number;
  deletedAt: number | undefined;
  /** Ids of records, with the instant at which they joined. */
  readonly members: Map<string, number>;
}

/** The lists of a portal. A deleted one keeps its id and its members, for a while. */
export class Lists {
  readonly #lists = new Map<string, List>();
  #lastId = 0;

  /**
   * @throws ApiError 400 when another list of the type has the name
   * @source HubSpot's answers: subcategory ILS.DUPLICATE_LIST_NAMES
   */
  make(given: Pick<List, 'typeId' | 'processingType' | 'name'>, at: number): List {
    if (this.byName(given.typeId, given.name)) {
      throw new ApiError(400, 'VALIDATION_ERROR', `A list named '${given.name}' already exists.`, {
        subCategory: 'ILS.DUPLICATE_LIST_NAMES',
      });
    }
    this.#lastId += 1;
    const id = String(this.#lastId);
    const list: List = { ...given, id, createdAt: at, updatedAt: at, deletedAt: undefined, members: new Map() };
    this.#lists.set(id, list);
    return list;
  }

  /** Also a deleted one. */
  find(id: string): List | undefined {
    return this.#lists.get(id);
  }

  /** @throws ApiError 404 when there is none, or it was deleted */
  get(id: string): List {
    const list = this.#lists.get(id);
    if (list === undefined || list.deletedAt !== undefined) throw notFound(`No list exists with ID ${id}.`);
    return list;
  }

  byName(typeId: string, name: string): List | undefined {
    return [...this.#lists.values()].find(
      (list) => list.deletedAt === undefined && list.typeId === typeId && list.name === name,
    );
  }
}

/** Ids of members, lowest first, without those that are gone. */
export const membersOf = (list: List, isThere: (id: string) => boolean): string[] =>
  [...list.members.keys()].filter(isThere).sort(compareIds);
