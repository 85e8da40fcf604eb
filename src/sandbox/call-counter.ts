import type { ApiPath } from './api-paths.ts';

export interface CallCounts {
  readonly total: number;
  /** Calls on `/crm/v3/…` and `/crm/v4/…` paths, which HubSpot will stop answering. */
  readonly numbered: number;
  readonly dated: number;
  /** Calls that the sandbox does not emulate, answered 501 */
  readonly unknown: number;
  readonly byFamily: Readonly<Record<string, number>>;
}

/** Counts what was called, so that a test can tell which paths an app uses. */
export class CallCounter {
  #counts: CallCounts = { total: 0, numbered: 0, dated: 0, unknown: 0, byFamily: {} };

  get counts(): CallCounts {
    return this.#counts;
  }

  note(path: ApiPath | undefined): void {
    const { byFamily, ...rest } = this.#counts;
    const family = path?.family ?? 'unknown';
    const kind = path?.generation ?? 'unknown';
    this.#counts = {
      ...rest,
      total: rest.total + 1,
      [kind]: rest[kind] + 1,
      byFamily: { ...byFamily, [family]: (byFamily[family] ?? 0) + 1 },
    };
  }
}
