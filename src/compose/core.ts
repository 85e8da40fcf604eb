import { readFile } from 'node:fs/promises';
import { callHubSpotNeeds } from './hubspot-needs.ts';
import { takeIn } from './take-in.ts';
import { createClient } from '../adapters/hubspot/client.ts';
import { recordMapping } from '../adapters/hubspot/mapping.ts';
import { createPortalGateway } from '../adapters/hubspot/portal-gateway.ts';
import { SHIPPED_DEFINITIONS } from '../adapters/hubspot/shipped-definitions.ts';
import { now, uniqueId } from '../adapters/system/system.ts';
import { type Config, ConfigError } from '../config/config.ts';
import {
  type DefinitionSet,
  InvalidDefinitionsError,
  parseDefinitionSet,
} from '../domain/definitions/definition-set.ts';
import { type PortalId, portalId } from '../domain/values/ids.ts';
import { type Database, openDatabase } from '../store/database.ts';
import { clearLeases } from '../store/lease-store.ts';
import { createStore } from '../store/portal-store.ts';
import { createCounters, type Counters } from '../telemetry/counters.ts';
import type { Logger } from '../telemetry/logger.ts';
import { type ConnectNeeds, connectPortal } from '../usecases/connect-portal.ts';
import type { Clock, PortalGateway, RecordMapping, Store } from '../usecases/ports.ts';

/** What every command needs: the database, the portal behind the token, and the ways to both. */
export interface Core extends AsyncDisposable {
  readonly config: Config;
  readonly log: Logger;
  readonly database: Database;
  readonly store: Store;
  readonly gateway: PortalGateway;
  readonly mapping: RecordMapping;
  readonly counters: Counters;
  readonly clock: Clock;
  /** Asks the portal who it is and takes it in; must come before anything else is done with it. */
  connect(): Promise<PortalId>;
}

/** @throws ConfigError when no access token is set */
export async function openCore(config: Config, log: Logger): Promise<Core> {
  const { accessToken, baseUrl } = config.hubspot;
  if (accessToken === undefined)
    throw new ConfigError('HUBSPOT_ACCESS_TOKEN is not set: it is the token of the portal to work with.');
  const definitions = await loadDefinitions(config.definitionsFile);
  const database = await openDatabase({ ...config.database, report: (event) => log.warn(event, 'database') });
  if (database.kind === 'embedded') await clearLeases(database);
  const counters = createCounters();
  const portal: { id: PortalId } = { id: portalId('0') };
  const calls = callHubSpotNeeds(database, () => portal.id, counters);
  const client = createClient({ accessToken, basePath: baseUrl, announced: calls.announced });
  const gateway = createPortalGateway(client, calls);
  const warn = (message: string) => log.warn(message);
  return {
    config,
    log,
    database,
    store: createStore(database, uniqueId(), now),
    gateway,
    mapping: recordMapping,
    counters,
    clock: now,
    async connect() {
      const owners = await gateway.owners('background');
      const save: ConnectNeeds['saveConnection'] = (connection) =>
        takeIn(database, connection, { owners, work: config.work, at: now() });
      portal.id = await connectPortal(
        { definitions, dimensions: config.breakdowns, zone: config.zone },
        { gateway, saveConnection: save, warn },
      );
      return portal.id;
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

/** The definition set of a file, or the shipped one. */
export async function loadDefinitions(file: string | undefined): Promise<DefinitionSet> {
  if (file === undefined) return SHIPPED_DEFINITIONS;
  try {
    return parseDefinitionSet(JSON.parse(await readFile(file, 'utf8')), file);
  } catch (fault) {
    if (fault instanceof InvalidDefinitionsError) throw fault;
    throw new InvalidDefinitionsError(
      `${file} cannot be read as JSON: ${fault instanceof Error ? fault.message : String(fault)}.`,
      { cause: fault },
    );
  }
}
