import type { RecordView } from '../contract.ts';
import { getText, RefusedError } from './server.ts';

const EVERY_MS = 1_000;

/** Neither before the first answer; `problem` when there is no such record (any more). */
export interface FeedState {
  readonly view?: RecordView;
  readonly problem?: string;
}

/** The record shown, read anew every second while the page can be seen. Listeners hear of changes only. */
export class RecordFeed {
  readonly path: string;
  #text = '';
  #state: FeedState = {};
  readonly #listeners = new Set<() => void>();

  /** @param path such as `contacts/17` */
  constructor(path: string) {
    this.path = path;
  }

  readonly state = (): FeedState => this.#state;

  /** @returns a function that ends the subscription */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Begins to read. @returns a function that stops */
  start(): () => void {
    void this.refresh();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void this.refresh();
    }, EVERY_MS);
    return () => clearInterval(timer);
  }

  async refresh(): Promise<void> {
    const [text, state] = await this.#read();
    if (text === this.#text) return;
    this.#text = text;
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }

  /** A server that does not answer is tried again; what was last seen stays on the page. */
  async #read(): Promise<[string, FeedState]> {
    try {
      const text = await getText(`/api/records/${this.path}`);
      return [text, { view: JSON.parse(text) as RecordView }];
    } catch (error) {
      if (error instanceof RefusedError) return [error.message, { problem: error.message }];
      return [this.#text, this.#state];
    }
  }
}
