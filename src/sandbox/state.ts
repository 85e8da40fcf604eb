import type { CallCounter, CallCounts } from './call-counter.ts';
import type { Faults, FaultSettings } from './faults.ts';
import type { Limits } from './limits.ts';
import { singularName } from './object-types.ts';
import type { Portal } from './portal.ts';
import type { Switches } from './switches.ts';
import type { SenderState, WebhookSender } from './webhooks.ts';

/** How a sandbox stands: what is in it and what happened to it. */
export interface SandboxState {
  readonly portalId: string;
  /** Number of records by type, archived ones included */
  readonly records: Readonly<Record<string, number>>;
  /** Linked pairs of records */
  readonly associations: number;
  readonly owners: number;
  readonly calls: CallCounts;
  readonly limits: { readonly callsPerTenSeconds: number; readonly refused: number };
  readonly webhooks: SenderState;
  readonly faults: { readonly settings: FaultSettings; readonly injected: Readonly<Record<string, number>> };
  readonly switches: Readonly<Switches>;
}

interface Parts {
  readonly portal: Portal;
  readonly calls: CallCounter;
  readonly limits: Limits;
  readonly webhooks: WebhookSender;
  readonly faults: Faults;
}

export function sandboxState({ portal, calls, limits, webhooks, faults }: Parts): SandboxState {
  const sizes = [...portal.tables()].map(([typeId, table]) => [singularName(typeId), table.size] as const);
  return {
    portalId: portal.setup.portalId,
    records: Object.fromEntries(sizes),
    associations: portal.associations.size,
    owners: portal.owners.list(false).length + portal.owners.list(true).length,
    calls: calls.counts,
    limits: { callsPerTenSeconds: limits.max, refused: limits.refused },
    webhooks: webhooks.state(),
    faults: { settings: faults.settings, injected: faults.injected },
    switches: portal.setup.switches,
  };
}
