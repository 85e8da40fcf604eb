import type { PortalId } from '../domain/values/ids.ts';
import type { Clock, PortalTransaction, Store } from './ports.ts';

/** Why nothing was done, for the person who clicked. */
export interface Refused {
  readonly kind: 'conflict' | 'invalid' | 'forbidden';
  readonly why: string;
}

/**
 * Does what a click asks for while no other decision is made in the portal. The same click again is answered alike and done once.
 *
 * @param click  the user and the key the card made for this click
 */
export function answerOnce(
  portalId: PortalId,
  click: { readonly userId: string; readonly key: string },
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  work: (tx: PortalTransaction) => Promise<Refused | undefined>,
): Promise<Refused | undefined> {
  return store.inPortal(portalId, (tx) => onceFor(tx, `card-${click.userId}-${click.key}`, clock, work));
}

/** The same inside a transaction of any kind; the key is one of the whole portal. */
export async function onceFor<Tx extends Pick<PortalTransaction, 'lock' | 'answeredRequest' | 'rememberRequest'>>(
  tx: Tx,
  key: string,
  clock: Clock,
  work: (tx: Tx) => Promise<Refused | undefined>,
): Promise<Refused | undefined> {
  await tx.lock();
  const before = await tx.answeredRequest(key);
  if (before !== undefined) return before.refused ?? undefined;
  const refused = await work(tx);
  await tx.rememberRequest(key, { refused: refused ?? null }, clock());
  return refused;
}
