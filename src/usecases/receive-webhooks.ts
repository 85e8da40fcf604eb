import { type PortalId, portalId } from '../domain/values/ids.ts';
import type { Clock, WebhookReader } from './ports.ts';

export interface ReceiveNeeds {
  readonly webhooks: WebhookReader;
  readonly clock: Clock;
  readonly isConnected: (portalId: PortalId) => Promise<boolean>;
  /** Stores one portal's part of a delivery and asks for it to be worked on, in one transaction. */
  readonly store: (portalId: PortalId, body: string, receivedAt: number) => Promise<void>;
  readonly quarantine: (
    portalId: PortalId,
    events: readonly { event: string; reason: string; receivedAt: number }[],
  ) => Promise<void>;
}

export interface Receipt {
  readonly portals: number;
  /** Events of portals that are not connected: answered, counted, not stored. */
  readonly unknownPortals: number;
  /** Events that name no portal: kept in quarantine. */
  readonly orphans: number;
}

/** Events that belong to no portal are kept under this id, which no portal has. */
const NOBODY = portalId('0');

/**
 * Takes a verified delivery in: stored before it is answered, worked on later.
 *
 * @throws MalformedDeliveryError when the body is no JSON array; nothing is stored then
 */
export async function receiveWebhooks(body: string, needs: ReceiveNeeds): Promise<Receipt> {
  const receivedAt = needs.clock();
  const { byPortal, orphans } = needs.webhooks.split(body);
  let unknownPortals = 0;
  for (const [portal, part] of byPortal) {
    if (await needs.isConnected(portal)) await needs.store(portal, part, receivedAt);
    else unknownPortals += 1;
  }
  if (orphans.length > 0) {
    await needs.quarantine(
      NOBODY,
      orphans.map((event) => ({ event, reason: 'the event names no portal', receivedAt })),
    );
  }
  return { portals: byPortal.size - unknownPortals, unknownPortals, orphans: orphans.length };
}
