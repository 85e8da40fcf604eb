import { tellRules, tellStages } from '../domain/definitions/tell-model.ts';
import { factNames } from '../domain/predicate/fact-labels.ts';
import type { PortalId } from '../domain/values/ids.ts';
import { DAY_MS } from '../domain/values/instant.ts';
import type { Lives } from './count-lives.ts';
import { criteriaOf, healthOf, type HealthQuestion, type HealthRows } from './health-view.ts';
import { pathFor } from './measure.ts';
import { tellHealth } from './model-page/model-page.ts';
import { followedProperties } from './observe-record.ts';
import type { Clock, Store } from './ports.ts';
import { goalQuestion } from './stage-goals-view.ts';

export interface ModelNeeds {
  readonly store: Store;
  readonly clock: Clock;
  readonly propertyLabels: (portalId: PortalId) => Promise<ReadonlyMap<string, string>>;
  readonly health: (portalId: PortalId, question: HealthQuestion) => Promise<HealthRows>;
  readonly lives: (portalId: PortalId) => Promise<Lives>;
}

const DAYS = 90;
const NAMED = 50;

/** The published model in sentences, and how it was lived over the last 90 days, as figures. */
export const readModel = async (portalId: PortalId, needs: Omit<ModelNeeds, 'lives'>) =>
  modelOf(portalId, await stateOf(portalId, needs), needs);

/** What the tab *Model & health* and its print say: the model, and its health as tables. */
export async function readModelPage(portalId: PortalId, needs: ModelNeeds) {
  const state = await stateOf(portalId, needs);
  const { health, ...model } = await modelOf(portalId, state, needs);
  const lives = await needs.lives(portalId);
  const read = new Set(followedProperties('contact', state.settings));
  return { ...model, ...tellHealth({ health, lives, definitions: state.settings.definitions, read }) };
}

const stateOf = (portalId: PortalId, { store }: Pick<ModelNeeds, 'store'>) =>
  store.inPortal(portalId, async (tx) => ({ settings: await tx.settings(), owners: await tx.owners() }));

async function modelOf(
  portalId: PortalId,
  { settings, owners }: Awaited<ReturnType<typeof stateOf>>,
  needs: Omit<ModelNeeds, 'lives'>,
) {
  const nameOf = factNames(await needs.propertyLabels(portalId));
  const now = needs.clock();
  const since = now - DAYS * DAY_MS;
  const { definitions, publishedAt, timeZone: zone } = settings;
  const path = pathFor(settings);
  const stages = [...new Set(criteriaOf(definitions).map(({ stage }) => stage))];
  const rows = await needs.health(portalId, {
    since,
    now,
    stages,
    goals: goalQuestion(definitions, path, since),
    named: NAMED,
  });
  return {
    zone,
    version: definitions.version,
    publishedAt,
    ...rows.publication,
    stages: tellStages(definitions, path, nameOf),
    parts: tellRules(definitions, nameOf),
    health: healthOf(rows, { days: DAYS, now, path }, definitions, owners),
  };
}
