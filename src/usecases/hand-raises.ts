import type { WorkRules } from '../domain/definitions/work-rules.ts';
import { HAND_RAISE } from '../domain/handoff/qualify.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { commitObservations, type CommitNeeds } from './commit-observations.ts';
import type { LinkNeeds } from './observe-links.ts';
import type { Clock, Lease, Observation, PortalGateway, PortalSettings, Store } from './ports.ts';
import { readIn } from './read-in.ts';

export interface HandRaise {
  readonly contactId: RecordId;
  readonly at: Instant;
  /** Coded reason of the definition set. */
  readonly reason: string;
  readonly trigger: 'workflow_action' | 'sweep';
}

export interface FindNeeds {
  readonly store: Store;
  readonly gateway: PortalGateway;
  readonly clock: Clock;
  readonly loadSince: (portalId: PortalId) => Promise<Instant | undefined>;
  readonly saveSince: (portalId: PortalId, at: Instant) => Promise<void>;
  readonly addHandRaises: (portalId: PortalId, raises: readonly HandRaise[]) => Promise<void>;
}

/** HubSpot's search lags behind its records, so each look goes back further than the last one ended. */
const LAG_MS = 2 * 60_000;

/**
 * The net under the workflow action: finds contacts who filled in a form that raises a hand (design D13). Found again, they change
 * nothing.
 *
 * @returns how many were found
 */
export async function findHandRaises(portalId: PortalId, needs: FindNeeds): Promise<number> {
  const { liveAt, definitions } = await needs.store.inPortal(portalId, (tx) => tx.settings());
  const rules = definitions.work?.handRaise;
  if (liveAt === undefined || !rules) return 0;
  const now = needs.clock();
  const since = Math.max(liveAt, ((await needs.loadSince(portalId)) ?? liveAt) - LAG_MS);
  const { conversionDate: dateProperty, conversionForm: formProperty } = rules;
  const found = await needs.gateway.recentConversions({ dateProperty, formProperty, since }, 'background');
  const raises = found.flatMap(({ contactId, at, form }): HandRaise[] => {
    const reason = reasonOf(form, rules);
    return reason === undefined ? [] : [{ contactId, at, reason, trigger: 'sweep' }];
  });
  await needs.addHandRaises(portalId, raises);
  await needs.saveSince(portalId, now);
  return raises.length;
}

/** The first form that fits: by whole words, without regard to case, so that "demo" is not in "Demographics". */
export const reasonOf = (form: string, { forms }: WorkRules['handRaise']): string | undefined =>
  forms.find(({ contains }) => wordsOf(form).includes(wordsOf(contains)))?.reason;

const wordsOf = (text: string): string =>
  ` ${text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ')} `;

export interface DrainRaisesNeeds extends CommitNeeds, LinkNeeds {
  readonly openHandRaises: (portalId: PortalId, limit: number) => Promise<HandRaise[]>;
  readonly finishHandRaises: (portalId: PortalId, raises: readonly HandRaise[]) => Promise<void>;
}

const RAISES_PER_COMMIT = 50;

/** Takes hand-raises into the history; the rules of work then qualify those that are new. Killed half-way, it repeats harmlessly. */
export async function drainHandRaises(portalId: PortalId, lease: Lease, needs: DrainRaisesNeeds): Promise<number> {
  let done = 0;
  for (;;) {
    const raises = await needs.openHandRaises(portalId, RAISES_PER_COMMIT);
    if (raises.length === 0) return done;
    const settings = await needs.store.inPortal(portalId, (tx) => tx.settings());
    const read = await readUnknown(portalId, raises, settings, needs);
    const observations = [...read, ...raises.map((raise) => observationOf(raise, needs.clock()))];
    await commitObservations(portalId, lease, { observations }, needs);
    await needs.finishHandRaises(portalId, raises);
    done += raises.length;
  }
}

async function readUnknown(
  portalId: PortalId,
  raises: readonly HandRaise[],
  settings: PortalSettings,
  needs: DrainRaisesNeeds,
): Promise<Observation[]> {
  const told = [...new Set(raises.map(({ contactId }) => contactId))];
  const unknown = await needs.unknownRecords(
    portalId,
    told.map((id) => ({ type: 'contact', id })),
  );
  return readIn(settings, unknown, [], 'live', needs);
}

const observationOf = ({ contactId, at, reason, trigger }: HandRaise, knownAt: Instant): Observation => ({
  kind: 'changed',
  fact: {
    record: { type: 'contact', id: contactId },
    property: HAND_RAISE,
    value: reason,
    occurredAt: at,
    knownAt,
    dated: true,
  },
  sourceType: trigger,
  sourceId: '',
});
