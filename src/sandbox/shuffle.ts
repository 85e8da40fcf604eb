/**
 * A copy in which items swap places with others of the same stretch of `window` items; with a window as long as the list
 * every order is possible.
 */
export function shuffled<T>(items: readonly T[], random: () => number, window = items.length): T[] {
  const copy: T[] = [];
  for (let start = 0; start < items.length; start += Math.max(window, 1)) {
    const stretch = items.slice(start, start + Math.max(window, 1));
    for (let last = stretch.length - 1; last > 0; last -= 1) {
      const other = Math.floor(random() * (last + 1));
      [stretch[last], stretch[other]] = [stretch[other] as T, stretch[last] as T];
    }
    copy.push(...stretch);
  }
  return copy;
}
