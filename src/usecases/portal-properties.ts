import { askedProperties } from '../domain/definitions/asked-properties.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS, type Instant } from '../domain/values/instant.ts';
import type { Clock, PortalGateway, PortalProperty, PortalSettings, Store } from './ports.ts';

export const ASKABLE_TYPES = ['contact', 'company'] as const;
export type AskableType = (typeof ASKABLE_TYPES)[number];

export interface StoredProperty extends PortalProperty {
  /** Share of records with a value; null where no rule asks about it. */
  readonly fillRate: number | null;
}

export interface RefreshNeeds {
  readonly store: Store;
  readonly gateway: Pick<PortalGateway, 'properties'>;
  readonly clock: Clock;
  readonly readAt: (portalId: PortalId) => Promise<Instant | undefined>;
  readonly fillRates: (
    portalId: PortalId,
    type: AskableType,
    properties: readonly string[],
  ) => Promise<ReadonlyMap<string, number>>;
  readonly save: (
    portalId: PortalId,
    type: AskableType,
    properties: readonly PortalProperty[],
    fillRates: ReadonlyMap<string, number>,
  ) => Promise<void>;
  readonly markRead: (portalId: PortalId, at: Instant) => Promise<void>;
}

/**
 * Asks the portal for its properties once a day, and after each whole read, which may have brought values of properties that rules ask
 * about since.
 *
 * @param isStart  this process has not asked yet
 * @returns whether it asked
 */
export async function refreshProperties(portalId: PortalId, isStart: boolean, needs: RefreshNeeds): Promise<boolean> {
  const { store, gateway, clock } = needs;
  const settings = await store.inPortal(portalId, (tx) => tx.settings());
  const readAt = await needs.readAt(portalId);
  if (!isStart && readAt !== undefined && !isDue(readAt, settings, clock())) return false;
  const at = clock();
  for (const type of ASKABLE_TYPES) {
    const properties = await gateway.properties(type, 'background');
    const rates = await needs.fillRates(portalId, type, askedProperties(settings.definitions, type));
    await needs.save(portalId, type, properties, rates);
  }
  await needs.markRead(portalId, at);
  return true;
}

const isDue = (readAt: Instant, { backfilledAt }: PortalSettings, now: Instant): boolean =>
  now - readAt > DAY_MS || (backfilledAt !== undefined && readAt < backfilledAt);

/** HubSpot hands on answers of at most 1 MB; beyond this the longest lists of options are left out, and values are typed. */
const MOST_CHARACTERS = 700_000;
/** Names that rules can ask about; what we write ourselves is asked about as what it says, not as a property. */
const ASKABLE = /^(?!l2r_)[a-z][a-z0-9_]{0,99}$/;

/**
 * The properties of the portal that rules can ask about, by label.
 *
 * @param isSubscribed  whether a webhook tells its changes
 */
export function askable(
  type: AskableType,
  properties: readonly StoredProperty[],
  isSubscribed: (property: string) => boolean,
) {
  const shown = properties
    .filter(({ name }) => ASKABLE.test(name))
    .map((property) => ({
      fact: `${type}.${property.name}`,
      label: property.label,
      kind: property.kind,
      options: property.options,
      fillRate: property.fillRate,
      seen: seenIn(property, isSubscribed(property.name)),
    }));
  return withinLimit(shown);
}

function seenIn({ isHidden, isCalculated }: StoredProperty, isTold: boolean): string {
  const seen = isTold
    ? 'at once'
    : isCalculated
      ? 'worked out by HubSpot: within about 2 minutes after the record is changed otherwise, at the latest within a day'
      : 'within about 2 minutes';
  return isHidden ? `${seen}; hidden in HubSpot` : seen;
}

function withinLimit<P extends { readonly options: readonly unknown[] }>(properties: P[]): P[] {
  const sizes = properties.map(({ options }) => JSON.stringify(options).length);
  let size = JSON.stringify(properties).length;
  const dropped = new Set<number>();
  for (const [index] of [...sizes.entries()].sort(([, a], [, b]) => b - a)) {
    if (size <= MOST_CHARACTERS) break;
    dropped.add(index);
    size -= sizes[index] ?? 0;
  }
  return properties.map((property, index) => (dropped.has(index) ? { ...property, options: [] } : property));
}
