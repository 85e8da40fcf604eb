import { byNumber, byText, inOrderOf } from './order.ts';
import type { Row } from './read-table.ts';

/**
 * Of the items with one key exactly one is kept: the lowest by `rank`, then the one whose row has the smallest text; so the choice does not
 * depend on the order of rows.
 */
export function keepOne<T extends { row: Row }>(
  items: readonly T[],
  keyOf: (item: T) => string,
  reject: (item: T) => void,
  rank: (item: T) => number = () => 0,
): T[] {
  const better = inOrderOf<T>(
    byNumber(rank),
    byText(textOf),
    byNumber(({ row }) => row.line),
  );
  return [...Map.groupBy(items, keyOf).values()].flatMap((same) => {
    const [kept, ...others] = same.length > 1 ? same.toSorted(better) : same;
    others.forEach(reject);
    return kept === undefined ? [] : [kept];
  });
}

function textOf({ row }: { row: Row }): string {
  return JSON.stringify(row.cells);
}

/** One key of several parts; NUL cannot occur in a cell. */
export function joinKey(...parts: readonly (string | number)[]): string {
  return parts.join('\0');
}
