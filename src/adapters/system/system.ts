import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

/** The machine's clock, chance and ids: the only place that asks for them. */
export const now = (): number => Date.now();
export const random = (): number => Math.random();
export const uniqueId = (): string => randomUUID();
/** 256 random bits as 43 characters of base64url. */
export const uniqueSecret = (): string => randomBytes(32).toString('base64url');
export const sleep = async (ms: number): Promise<void> => {
  await wait(ms);
};
