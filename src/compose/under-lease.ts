import type { PortalId } from '../domain/values/ids.ts';
import type { Lease } from '../usecases/ports.ts';
import type { Core } from './core.ts';

/** Does a piece of a portal's work unless another process is at it. @returns whether it did */
export async function underLease(
  { store }: Core,
  portalId: PortalId,
  name: string,
  work: (lease: Lease) => Promise<void>,
): Promise<boolean> {
  const lease = await store.takeLease(portalId, name);
  if (!lease) return false;
  try {
    await work(lease);
    return true;
  } finally {
    await store.releaseLease(lease);
  }
}
