import { type Waterfall, waterfall } from '../domain/account/waterfall.ts';
import { labelOf } from '../domain/definitions/definition-set.ts';
import { PRESETS } from '../domain/definitions/preset.ts';
import { trackOf } from '../domain/journey/milestone.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { loadUnits } from '../store/account-people-store.ts';
import { loadAccounts } from '../store/account-store.ts';
import type { Database, Queryable } from '../store/database.ts';
import { countExcluded, loadDeals, loadFunnelJourneys } from '../store/funnel-store.ts';
import { loadSettings } from '../store/settings-store.ts';
import type { AccountsAt } from '../usecases/accounts-at.ts';
import { type Measurement, measure, pathFor } from '../usecases/measure.ts';
import type { PortalSettings } from '../usecases/ports.ts';

export interface WaterfallReport extends Pick<Measurement, 'asOf' | 'definitionVersion'> {
  readonly waterfall: Waterfall & { readonly path: readonly PathPlace[] };
}

/** A place of the preset's path, in the unit that is counted there. */
interface PathPlace {
  readonly unit: 'account' | 'person' | 'deal';
  readonly id: string;
  readonly label: string;
  readonly entered: number;
  readonly inferred: number;
}

/**
 * From accounts to persons to deals as of an instant, read in one transaction.
 *
 * @param given  how accounts stood, instead of what is stored of them
 */
export const measureWaterfall = (
  database: Database,
  portalId: PortalId,
  asOf: Instant,
  given?: AccountsAt,
): Promise<WaterfallReport> =>
  database.inPortal(portalId, async (tx) => {
    const settings = await loadSettings(tx, portalId);
    const standing = given ?? (await storedAccounts(tx, portalId));
    const journeys = await loadFunnelJourneys(tx, portalId);
    const deals = await loadDeals(tx, portalId);
    const population = { settings, journeys, deals, excluded: await countExcluded(tx, portalId) };
    const figures = waterfall(
      {
        ...standing,
        journeys,
        deals,
        ...(await loadUnits(tx, portalId)),
      },
      asOf,
      settings.definitions.accounts?.tiers.values ?? [],
      (id) => labelOf(settings.definitions, id),
    );
    const { measurement } = measure(population, asOf);
    return {
      asOf: measurement.asOf,
      definitionVersion: measurement.definitionVersion,
      waterfall: { path: pathOf(figures, measurement, settings), ...figures },
    };
  });

async function storedAccounts(tx: Queryable, portalId: PortalId): Promise<AccountsAt> {
  const states = await loadAccounts(tx, portalId);
  const counted = states.filter(({ excluded }) => excluded === undefined);
  return {
    accounts: counted.map(({ companyId, assessment: { tier }, visits }) => ({ companyId, tier, visits })),
    excluded: { deleted: states.length - counted.length },
  };
}

/** The preset's accounts first, where it has them, then its persons, then its deals. */
function pathOf({ accounts }: Waterfall, { stages }: Measurement, settings: PortalSettings): PathPlace[] {
  const { accountPath } = PRESETS[settings.definitions.preset];
  const place = (unit: PathPlace['unit'], { id, label, entered, inferred }: Omit<PathPlace, 'unit'>): PathPlace => ({
    unit,
    id,
    label,
    entered,
    inferred,
  });
  return [
    ...accounts.stages
      .filter(({ id }) => accountPath.some((each) => each === id))
      .map((each) => place('account', each)),
    ...pathFor(settings).flatMap((id) => {
      const stage = stages.find((each) => each.id === id);
      return stage ? [place(trackOf(id) === 'person' ? 'person' : 'deal', stage)] : [];
    }),
  ];
}
