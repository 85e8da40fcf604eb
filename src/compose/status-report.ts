import { now } from '../adapters/system/system.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { type Instant, SECOND_MS, toIso } from '../domain/values/instant.ts';
import { accountStages } from '../domain/account/waterfall.ts';
import { labelOf } from '../domain/definitions/definition-set.ts';
import { EXITS } from '../domain/journey/milestone.ts';
import type { StatusReport } from '../http/contract/status.ts';
import { loadAccounts } from '../store/account-store.ts';
import { loadSettings } from '../store/settings-store.ts';
import { workStatus } from '../store/status-store.ts';
import { totals } from '../telemetry/counters.ts';
import { type Measurement, pathFor } from '../usecases/measure.ts';
import type { PortalSettings } from '../usecases/ports.ts';
import type { Core } from './core.ts';
import { measurePortal } from './measure-portal.ts';

/** Figures are computed anew only when the history grew, at most once a second, and a tenth of the time at most. */
const FRESH_MS = SECOND_MS;
const SHARE_OF_TIME = 1 / 10;

type Accounts = StatusReport['accounts'];

export function createStatusReport(core: Core, portalId: PortalId): () => Promise<StatusReport> {
  let cached: { freshUntil: number; events: number; measurement: Measurement; accounts: Accounts } | undefined;
  return async () => {
    const { work, settings } = await core.database.inPortal(portalId, async (tx) => ({
      work: await workStatus(tx, portalId),
      settings: await loadSettings(tx, portalId),
    }));
    if (!cached || (cached.events !== work.events && now() >= cached.freshUntil)) {
      const began = now();
      const { measurement } = await measurePortal(core.database, portalId, began);
      const accounts = await accountsOf(core, settings, began);
      const freshMs = Math.max(FRESH_MS, (now() - began) / SHARE_OF_TIME);
      cached = { freshUntil: now() + freshMs, events: work.events, measurement, accounts };
    }
    return {
      ...figures(cached.measurement, settings),
      accounts: cached.accounts,
      work,
      deliveries: await totals(core.counters.deliveries),
      hubspotCalls: await totals(core.counters.hubspotCalls),
    };
  };
}

async function accountsOf(
  { database }: Core,
  { portalId, definitions }: PortalSettings,
  at: Instant,
): Promise<Accounts> {
  if (!definitions.accounts) return null;
  const states = await database.inPortal(portalId, (tx) => loadAccounts(tx, portalId));
  const counted = states.filter(({ excluded }) => excluded === undefined);
  return accountStages(counted, at, (id) => labelOf(definitions, id));
}

function figures(
  measurement: Measurement,
  settings: PortalSettings,
): Omit<StatusReport, 'accounts' | 'work' | 'deliveries' | 'hubspotCalls'> {
  const path = pathFor(settings);
  const stage = (id: string) => measurement.stages.find((each) => each.id === id);
  return {
    portalId: settings.portalId,
    asOf: measurement.asOf,
    zone: settings.timeZone,
    definitionVersion: measurement.definitionVersion,
    backfilledAt: settings.backfilledAt === undefined ? null : toIso(settings.backfilledAt),
    pipeline: measurement.pipeline,
    hygiene: measurement.hygiene,
    exits: EXITS.map((id) => ({ id, label: stage(id)?.label ?? id, entered: stage(id)?.entered ?? 0 })),
    waterfall: path.map((id, place) => ({
      id,
      label: stage(id)?.label ?? id,
      entered: stage(id)?.entered ?? 0,
      inferred: stage(id)?.inferred ?? 0,
      stock: stage(id)?.stock ?? 0,
      step: stepTo(measurement, path[place - 1], id),
    })),
  };
}

function stepTo(
  measurement: Measurement,
  from: string | undefined,
  to: string,
): StatusReport['waterfall'][number]['step'] {
  const conversion = measurement.conversion.find((pair) => pair.from === from && pair.to === to);
  const duration = measurement.durations.find((pair) => pair.from === from && pair.to === to);
  if (!conversion) return null;
  const { entered, converted, open, rate, low, high } = conversion;
  return { entered, converted, open, rate, low, high, medianDays: duration?.medianDays ?? null };
}
