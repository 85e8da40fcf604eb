import { createHash } from 'node:crypto';
import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS, type Instant, MINUTE_MS } from '../domain/values/instant.ts';
import type { Clock } from './ports.ts';

/** Where links are kept, by a hash of their secret. */
export interface PrintLinks {
  /** Also forgets links that ended before `forgetBefore`. */
  readonly add: (
    portalId: PortalId,
    link: { readonly hash: string; readonly askedBy: string; readonly expiresAt: Instant },
    forgetBefore: Instant,
  ) => Promise<void>;
  /** `open` for the first who asks in time, once. */
  readonly open: (portalId: PortalId, hash: string, now: Instant) => Promise<'open' | 'used' | 'late' | 'unknown'>;
}

interface PrintNeeds {
  readonly clock: Clock;
  /** 256 random bits as 43 characters of base64url. */
  readonly secret: () => string;
  readonly links: PrintLinks;
}

/** A link opens for so long (design §10). */
export const PRINT_LINK_MS = 5 * MINUTE_MS;
/** For so long a late or a second visitor is told which of the two it was. */
const REMEMBERED_MS = DAY_MS;

const SECRET = /^[\w-]{43}$/;

/** Makes a link to the printable page, for whoever asked on HubSpot's page. @returns its secret, told now and never again */
export async function makePrintLink(
  portalId: PortalId,
  askedBy: string,
  { clock, secret, links }: PrintNeeds,
): Promise<{ readonly secret: string; readonly expiresAt: Instant }> {
  const made = secret();
  const now = clock();
  const expiresAt = now + PRINT_LINK_MS;
  await links.add(portalId, { hash: hashOf(made), askedBy, expiresAt }, now - REMEMBERED_MS);
  return { secret: made, expiresAt };
}

/** Uses a link up. It is found by its hash, so how long that takes says nothing of the secret. */
export async function openPrint(
  portalId: PortalId,
  secret: string,
  { clock, links }: Omit<PrintNeeds, 'secret'>,
): Promise<'open' | 'used' | 'late' | 'unknown'> {
  return SECRET.test(secret) ? links.open(portalId, hashOf(secret), clock()) : 'unknown';
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
