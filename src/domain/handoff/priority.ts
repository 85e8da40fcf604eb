/** How urgent an offer is: P1 and P2 are leads, P3 and P4 accounts without a person. */
export const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const;
export type Priority = (typeof PRIORITIES)[number];
