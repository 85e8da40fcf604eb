/** Outbox lanes, most valuable first. */
export const OUTBOX_LANE = { live: 10, background: 20, edition: 30 } as const;
