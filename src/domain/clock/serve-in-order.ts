/** Something that waits to be served. Times are of one clock that never stands still, as working time. */
export interface Waiting {
  readonly arrivesAt: number;
  /** Served by rank, the lowest first, and within a rank by due time, then by arrival, then by id. */
  readonly rank: number;
  readonly dueAt: number;
  readonly id: string;
}

/**
 * When each is begun, by so many servers who take the same time for everyone, are never idle while somebody waits, and finish what they
 * have begun. Nobody is begun without a server.
 */
export function serveInOrder<W extends Waiting>(
  arrivals: readonly W[],
  servers: number,
  serviceTime: number,
): { readonly one: W; readonly beginsAt: number }[] {
  if (servers === 0) return arrivals.map((one) => ({ one, beginsAt: Number.POSITIVE_INFINITY }));
  const coming = arrivals.toSorted((a, b) => a.arrivesAt - b.arrivesAt);
  const waiting: W[] = [];
  /** When each server is free, the next one first. */
  const free = Array.from({ length: servers }, () => Number.NEGATIVE_INFINITY);
  let now = Number.NEGATIVE_INFINITY;
  let next = 0;
  return arrivals.map(() => {
    const nobodyUntil = waiting.length > 0 ? now : (coming[next]?.arrivesAt ?? now);
    now = Math.max(now, nobodyUntil, free.shift() ?? now);
    for (let one = coming[next]; one && one.arrivesAt <= now; one = coming[(next += 1)]) insert(one, waiting, before);
    insert(now + serviceTime, free, (a, b) => a - b);
    const [one] = waiting.splice(0, 1) as [W];
    return { one, beginsAt: now };
  });
}

const before = (a: Waiting, b: Waiting): number =>
  a.rank - b.rank || a.dueAt - b.dueAt || a.arrivesAt - b.arrivesAt || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Into a list that is in order, behind its equals. */
function insert<T>(item: T, list: T[], order: (a: T, b: T) => number): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (order(list[middle] as T, item) <= 0) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, item);
}
