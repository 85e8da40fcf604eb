import { companyType, contactType, dealType, noteType, taskType } from './object-types.ts';

/** One kind of link in one direction. `inverseId` is the kind that shows on the other record. */
export interface AssociationType {
  readonly id: number;
  readonly inverseId: number;
  readonly from: string;
  readonly to: string;
  readonly category: 'HUBSPOT_DEFINED' | 'USER_DEFINED';
  /** Null for the unlabelled kind that every link has. */
  readonly label: string | null;
}

type Row = readonly [from: string, to: string, id: number, inverseId: number, label: string | null, inverse?: string];

const published: readonly Row[] = [
  [contactType, companyType, 279, 280, null],
  [contactType, companyType, 1, 2, 'Primary'],
  [contactType, dealType, 4, 3, null],
  [dealType, companyType, 341, 342, null],
  [dealType, companyType, 5, 6, 'Primary'],
  [companyType, companyType, 13, 14, 'Parent Company', 'Child Company'],
  [taskType, contactType, 204, 203, null],
  [taskType, companyType, 192, 191, null],
  [taskType, dealType, 216, 215, null],
  [noteType, contactType, 202, 201, null],
  [noteType, companyType, 190, 189, null],
  [noteType, dealType, 214, 213, null],
];
const betweenEquals: readonly (readonly [string, number])[] = [
  [contactType, 449],
  [companyType, 450],
  [dealType, 451],
];

const hubspotDefined: readonly AssociationType[] = [
  ...published.flatMap(([from, to, id, inverseId, label, inverse = label]): AssociationType[] => [
    { id, inverseId, from, to, category: 'HUBSPOT_DEFINED', label },
    { id: inverseId, inverseId: id, from: to, to: from, category: 'HUBSPOT_DEFINED', label: inverse },
  ]),
  ...betweenEquals.map(([type, id]): AssociationType => {
    return { id, inverseId: id, from: type, to: type, category: 'HUBSPOT_DEFINED', label: null };
  }),
];

/**
 * The kinds of links a portal knows: HubSpot's published ones, and the portal's own (labels, links of custom objects),
 * whose ids differ from portal to portal and must be asked for.
 *
 * @source HubSpot docs: Associations API v4, association type ids
 */
export class AssociationTypes {
  readonly #types: AssociationType[] = [...hubspotDefined];
  #lastId = 10_000;

  between(from: string, to: string): AssociationType[] {
    return this.#types.filter((type) => type.from === from && type.to === to);
  }

  leadingFrom(typeId: string): AssociationType[] {
    return this.#types.filter((type) => type.from === typeId);
  }

  /** The kind with this id that leads away from the type, wherever to. */
  from(typeId: string, id: number): AssociationType | undefined {
    return this.leadingFrom(typeId).find((type) => type.id === id);
  }

  find(from: string, to: string, id: number): AssociationType | undefined {
    return this.between(from, to).find((type) => type.id === id);
  }

  /** The kind with this label, null for the unlabelled one; made on first use. */
  labelled(from: string, to: string, label: string | null): AssociationType {
    return this.between(from, to).find((type) => sameLabel(type.label, label)) ?? this.#add(from, to, label);
  }

  primary(from: string, to: string): AssociationType | undefined {
    return to === companyType ? this.between(from, to).find((type) => type.label === 'Primary') : undefined;
  }

  #add(from: string, to: string, label: string | null): AssociationType {
    const id = (this.#lastId += 1);
    const inverseId = from === to ? id : (this.#lastId += 1);
    const made: AssociationType = { id, inverseId, from, to, category: 'USER_DEFINED', label };
    this.#types.push(made);
    if (from !== to)
      this.#types.push({ id: inverseId, inverseId: id, from: to, to: from, category: made.category, label });
    return made;
  }
}

const sameLabel = (left: string | null, right: string | null): boolean => left?.toLowerCase() === right?.toLowerCase();
