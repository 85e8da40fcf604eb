/** The list with another item at this place. */
export const replaced = <T>(list: readonly T[], index: number, item: T): T[] =>
  list.map((each, place) => (place === index ? item : each));

/** The list without the item at this place. */
export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, place) => place !== index);

/** The list with an item changed places with the one before it. */
export function movedUp<T>(list: readonly T[], index: number): T[] {
  const [item] = list.slice(index, index + 1);
  if (index < 1 || item === undefined) return [...list];
  return [...list.slice(0, index - 1), item, ...list.slice(index - 1, index), ...list.slice(index + 1)];
}

const LONGEST = 40;

/**
 * An id for something new, made from what people call it: ids stay when labels change, so that history can be told.
 *
 * @param taken  ids that are in use already
 */
export function newId(label: string, taken: readonly string[]): string {
  const plain = label.normalize('NFKD').toLowerCase();
  const words = plain.match(/[a-z0-9]+/g)?.join('_') ?? 'rule';
  const base = words.slice(0, LONGEST - 4);
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? base : `${base}_${count}`;
    if (!taken.includes(id)) return id;
  }
}

/** What was written one a line, without empty lines and repetitions. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
