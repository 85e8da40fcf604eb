import type { Attempt, FrozenAql } from '../domain/health/attempt.ts';
import { type FrozenConversion, frozenConversion } from '../domain/health/frozen-conversion.ts';
import { type RecycledOffer, type RecycleYield, recycleYield } from '../domain/health/recycle-yield.ts';
import { type OpenContact, type StaleContacts, staleContacts } from '../domain/health/stale-contacts.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { MINUTE_MS, type Instant } from '../domain/values/instant.ts';
import type { Clock, Store } from './ports.ts';

/** What keeps a contact from being written to, the first that holds. */
export type Marketability = 'marketable' | 'no_email' | 'unsubscribed' | 'bounced' | 'no_consent';

/** What the store tells of everybody. */
export interface LifeRows {
  /** Attempts that became an AQL or were recycled. */
  readonly attempts: readonly Attempt[];
  readonly aqls: readonly FrozenAql[];
  /** Oldest first. */
  readonly offers: readonly RecycledOffer[];
  readonly contacts: readonly OpenContact[];
  /** Contacts in no open attempt from LEAD on, customers left out. */
  readonly stock: readonly { readonly kind: Marketability; readonly count: number }[];
}

/** Figures over everybody there is, as of an instant. */
export interface Lives {
  readonly at: Instant;
  readonly conversion: FrozenConversion;
  readonly recycling: readonly RecycleYield[];
  readonly stale: StaleContacts;
  readonly stock: LifeRows['stock'];
}

export interface LifeNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly rows: (portalId: PortalId) => Promise<LifeRows>;
}

/** At most so many contacts are named. */
const NAMED = 25;
/** A recycled lead rests so long where the definition set says nothing (S2-23). */
const EMBARGO_DAYS = 90;
/** Everybody is counted at most so often, however many look. */
const FRESH_MS = 5 * MINUTE_MS;

/** Counts what became of everybody: recycle yield, conversion by what was frozen at AQL, stale contacts, marketability. */
export async function countLives(portalId: PortalId, { store, clock, rows }: LifeNeeds): Promise<Lives> {
  const { definitions } = await store.inPortal(portalId, (tx) => tx.settings());
  const { attempts, aqls, offers, contacts, stock } = await rows(portalId);
  const at = clock();
  const embargoDays = definitions.qualification?.embargoDays ?? EMBARGO_DAYS;
  return {
    at,
    conversion: frozenConversion(attempts, aqls, at),
    recycling: recycleYield({ attempts, aqls, offers, embargoDays, now: at }),
    stale: staleContacts(contacts, at, NAMED),
    stock,
  };
}

/** The figures of one portal, counted anew once they are five minutes old; who asks meanwhile gets the same ones. */
export function livesKept(portalId: PortalId, needs: LifeNeeds): () => Promise<Lives> {
  let kept: { readonly since: Instant; readonly lives: Promise<Lives> } | undefined;
  return () => {
    const now = needs.clock();
    if (!kept || now - kept.since >= FRESH_MS) {
      const lives = countLives(portalId, needs);
      kept = { since: now, lives };
      lives.catch(() => (kept = undefined));
    }
    return kept.lives;
  };
}
