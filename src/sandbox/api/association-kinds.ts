import { z } from 'zod';
import type { AssociationType } from '../association-types.ts';
import { invalid } from '../errors.ts';
import { singularName } from '../object-types.ts';
import type { Portal } from '../portal.ts';

/** One kind of link as a request names it. */
export const kindInput = z.object({ associationCategory: z.string(), associationTypeId: z.number().int() });
export const kindInputs = z.array(kindInput).min(1);
type KindInput = z.infer<typeof kindInput>;

/** @throws ApiError 400 for an id that is no kind of link between the two types, or is of another category */
export function kindBetween(portal: Portal, from: string, to: string, input: KindInput): AssociationType {
  const kind = portal.associationTypes.find(from, to, input.associationTypeId);
  if (kind?.category === input.associationCategory) return kind;
  throw unknownKind(input, `from ${singularName(from)} to ${singularName(to)}`);
}

/** @throws ApiError 400 for an id that is no kind of link leading from the type, or is of another category */
export function kindFrom(portal: Portal, from: string, input: KindInput): AssociationType {
  const kind = portal.associationTypes.from(from, input.associationTypeId);
  if (kind?.category === input.associationCategory) return kind;
  throw unknownKind(input, `from ${singularName(from)}`);
}

const unknownKind = ({ associationCategory, associationTypeId }: KindInput, where: string) =>
  invalid(`${associationTypeId} is not a valid association type of category ${associationCategory} ${where}`);
