/**
 * Runs `act` for each pair of names one at a time. Calls that come while one runs share the next one, which begins after all of them: so
 * each call is followed by a whole run, and a thousand at once need two.
 */
export function shareWaiting<A extends string, B extends string>(
  act: (a: A, b: B) => Promise<void>,
): (a: A, b: B) => Promise<void> {
  const running = new Map<string, Promise<void>>();
  const next = new Map<string, Promise<void>>();

  const run = (key: string, a: A, b: B): Promise<void> => {
    const done = act(a, b).finally(() => {
      if (running.get(key) === done) running.delete(key);
    });
    running.set(key, done);
    return done;
  };

  return (a, b) => {
    const key = `${a} ${b}`;
    const current = running.get(key);
    if (current === undefined) return run(key, a, b);
    const shared =
      next.get(key) ??
      current
        .catch(() => undefined)
        .then(() => {
          next.delete(key);
          return run(key, a, b);
        });
    next.set(key, shared);
    return shared;
  };
}
