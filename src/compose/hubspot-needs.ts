import type { AnnouncedWindow } from '../adapters/hubspot/client.ts';
import type { CallNeeds } from '../adapters/hubspot/call-policy.ts';
import { now, random, sleep } from '../adapters/system/system.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { adjustBudget, takeCall } from '../store/call-budget.ts';
import type { Database } from '../store/database.ts';
import type { Counters } from '../telemetry/counters.ts';

/** What HubSpot grants a marketplace app until it announces its own window. @source HubSpot docs: API usage guidelines */
const DEFAULT_WINDOW: AnnouncedWindow = { calls: 110, windowMs: 10_000 };

/** Calls to HubSpot within the budget that all processes of this database share. */
export function callHubSpotNeeds(
  database: Database,
  portal: () => PortalId,
  counters: Counters,
): CallNeeds & { announced: (window: AnnouncedWindow) => void } {
  let known: AnnouncedWindow = DEFAULT_WINDOW;
  let isNews = false;
  const adjust = (window: AnnouncedWindow | undefined, until: number | undefined) =>
    database.inPortal(portal(), (tx) => adjustBudget(tx, portal(), window, until));
  return {
    now,
    random,
    sleep,
    takeCall: async (lane) => {
      if (isNews) {
        isNews = false;
        await adjust(known, undefined);
      }
      return database.inPortal(portal(), (tx) => takeCall(tx, portal(), lane, now(), known));
    },
    pause: (until) => adjust(undefined, until),
    count: (outcome) => counters.hubspotCalls.inc({ outcome }),
    announced: (window) => {
      isNews ||= window.calls !== known.calls || window.windowMs !== known.windowMs;
      known = window;
    },
  };
}
