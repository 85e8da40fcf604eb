import { compareIds } from '../values/ids.ts';

/** Who is next in a pool: the first member after the one who was given work last, in order of ids; none in an empty pool. */
export function nextInTurn(members: readonly string[], last: string | undefined): string | undefined {
  const order = members.toSorted(compareIds);
  return order.find((member) => last !== undefined && compareIds(member, last) > 0) ?? order[0];
}
