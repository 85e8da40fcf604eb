import { hubspot } from '@hubspot/ui-extensions';
import type { BaseContext, UiePlatformActions } from '@hubspot/ui-extensions';
import { type Outcome, readAnswer } from '../../backend/read-answer.ts';

/** What HubSpot hands to the settings page. */
export interface PageApi {
  readonly context: BaseContext;
  readonly actions: UiePlatformActions;
}

/** HubSpot gives up after 15 s. */
const TIMEOUT_MS = 12_000;

export const settingsUrl = (origin: string): string => `${origin}/extension/v1/settings`;

export const ask = <A extends { readonly now: number }>(url: string): Promise<Outcome<A>> =>
  readAnswer<A>(() => hubspot.fetch(url, { timeout: TIMEOUT_MS }));

/** Sends a request with a key of its own: HubSpot may repeat it, and it is done once. */
export function send<A extends { readonly now: number }>(
  url: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<Outcome<A>> {
  const body = { key: crypto.randomUUID(), ...fields };
  return readAnswer<A>(() => hubspot.fetch(url, { method: 'POST', body, timeout: TIMEOUT_MS }));
}
