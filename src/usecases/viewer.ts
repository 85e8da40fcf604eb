import type { Actor } from '../domain/handoff/respond.ts';
import type { Owner, PortalTransaction, Role } from './ports.ts';
import { ownerOf } from './respond-to-handoff.ts';

/** Who looks at a card, or clicks on it. */
export interface Viewer {
  readonly userId: string;
  readonly owners: readonly Owner[];
  readonly role: Role;
}

export async function viewerOf(tx: PortalTransaction, userId: string): Promise<Viewer> {
  return { userId, owners: await tx.owners(), role: await tx.roleOf(userId) };
}

export const actorOf = ({ userId, owners }: Viewer): Actor => ({ userId, ownerId: ownerOf(userId, owners)?.ownerId });
