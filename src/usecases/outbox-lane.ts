/** Outbox lanes, most valuable first. `offered`: what somebody has been offered or works on, and looks at now. */
export const OUTBOX_LANE = { offered: 5, live: 10, background: 20, edition: 30 } as const;
