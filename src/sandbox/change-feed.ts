import type { Change } from './changes.ts';

/** Tells one listener what changes, or keeps changes back while they are captured. */
export class ChangeFeed {
  #listener: (change: Change) => void = () => undefined;

  onChange(listener: (change: Change) => void): void {
    this.#listener = listener;
  }

  announce(change: Change): void {
    this.#listener(change);
  }

  /** Does the work and returns what changed, without telling the listener. */
  capture(work: () => void): Change[] {
    const changes: Change[] = [];
    const listener = this.#listener;
    this.#listener = (change) => changes.push(change);
    try {
      work();
    } finally {
      this.#listener = listener;
    }
    return changes;
  }
}
