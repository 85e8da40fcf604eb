import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { now } from '../adapters/system/system.ts';
import type { Config } from '../config/config.ts';
import { environment } from '../config/env.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { loadFolder } from '../sandbox/load-folder.ts';
import { replayFolder } from '../sandbox/replay.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import type { LoadReport, PortalFolder } from '../sandbox/seed/portal-folder.ts';
import { mergeProblems } from '../sandbox/seed/problems.ts';
import { placeOfRow } from '../sandbox/seed/read-activity.ts';
import { readPortalFolder } from '../sandbox/seed/read-portal-folder.ts';
import type { Logger } from '../telemetry/logger.ts';
import { accountsAt } from '../usecases/accounts-at.ts';
import type { Measurement } from '../usecases/measure.ts';
import { type BackendProcess, freePort, startBackendProcess } from './backend-process.ts';
import { openCore } from './core.ts';
import { knownProperties } from './known-properties.ts';
import { measurePortal } from './measure-portal.ts';
import { measureWaterfall, type WaterfallReport } from './measure-waterfall.ts';
import { createPortalWork } from './portal-work.ts';
import { takeInFolder, type UntakenRow } from './preview-inputs.ts';
import { createPreviewDatabase, type PreviewDatabase } from './preview-database.ts';

export interface PreviewRequest {
  readonly folder: PortalFolder;
  readonly definitionsFile: string | undefined;
  readonly by: readonly string[];
  readonly zone: string;
  readonly asOf: Instant | undefined;
  readonly replay: boolean;
  readonly report: (step: string, records: number) => void;
  readonly say: (message: string) => void;
}

export type PreviewResult = Measurement & {
  readonly load: LoadReport;
  /** From accounts to persons to deals, each account in the stage it was in; null without rules of accounts. */
  readonly accounts: WaterfallReport['waterfall'] | null;
};

/** Nobody shares this portal: there is nobody to spare it for. */
const NO_LIMIT = 1_000_000;

/**
 * What a portal folder's history says: the folder goes into a sandbox portal, the ordinary backfill (or, replayed, the live webhooks)
 * brings it into a history of its own, and the ordinary engine measures that.
 */
export async function preview(request: PreviewRequest, config: Config, log: Logger): Promise<PreviewResult> {
  const { folder } = request;
  await using database = await createPreviewDatabase(config.database.url);
  const secrets = { token: randomBytes(24).toString('hex'), clientSecret: randomBytes(24).toString('hex') };
  const port = await freePort();
  await using sandbox = await startSandbox({
    ...secrets,
    portalId: '10000001',
    now,
    seed: 1,
    callsPerTenSeconds: NO_LIMIT,
    callsPerDay: NO_LIMIT,
    ...(request.replay
      ? { webhooks: { targetUrl: `http://127.0.0.1:${port}/webhooks/hubspot`, retryPauseMs: 100 } }
      : {}),
  });
  const own = previewConfig(config, request, database, sandbox, secrets);
  if (request.replay) await replay(request, own, sandbox, port);
  else loadFolder(sandbox.portal, folder);
  await using core = await openCore(own, log);
  const portalId = await core.connect();
  await readIn(
    request,
    portalId,
    createPortalWork(core, () => Promise.resolve(), false),
  );
  const untaken = await takeInFolder(core, portalId, folder);
  const at = request.asOf ?? folder.asOf;
  const { measurement, problems } = await measurePortal(core.database, portalId, at);
  const standing = await accountsAt(portalId, at, core);
  const accounts = standing ? (await measureWaterfall(core.database, portalId, at, standing)).waterfall : null;
  const { asOf, definitionVersion, ...metrics } = measurement;
  return { asOf, definitionVersion, load: loadOf(folder, problems, untaken), ...metrics, accounts };
}

/** The folder's own report, with what was found when its history was put together. */
function loadOf(folder: PortalFolder, problems: MeasuredProblems, untaken: readonly UntakenRow[]): LoadReport {
  const places = problems.map(({ carrier, at, reason }) => ({ place: { ...carrier, at }, reason }));
  const rows = untaken.map(({ row, column, reason }) => ({
    place: { ...placeOfRow(row), column },
    id: 'contactId' in row ? row.contactId : row.id,
    reason,
  }));
  const { accepted, rejected } = folder.load;
  return {
    ...folder.load,
    accepted: accepted - rows.length,
    rejected: rejected + rows.length,
    problems: mergeProblems(folder, places, rows),
  };
}

type MeasuredProblems = Awaited<ReturnType<typeof measurePortal>>['problems'];

/** Backfill reads everything in. After a replay it finds nothing new but breakdown values, which no webhook tells. */
async function readIn(
  request: PreviewRequest,
  portalId: PortalId,
  work: ReturnType<typeof createPortalWork>,
): Promise<void> {
  if (request.replay && request.by.length === 0) return;
  const added = await work.sweep(portalId, request.report);
  if (request.replay) request.say(`The sweep after the replay found ${added} changes that webhooks had not told.`);
}

function previewConfig(
  config: Config,
  request: PreviewRequest,
  database: PreviewDatabase,
  sandbox: Sandbox,
  secrets: { token: string; clientSecret: string },
): Config {
  return {
    ...config,
    database: {
      folder: database.folder,
      schema: database.schema,
      ...(database.url === undefined ? {} : { url: database.url }),
    },
    hubspot: {
      baseUrl: sandbox.url,
      accessToken: secrets.token,
      clientSecrets: [secrets.clientSecret],
      appId: undefined,
    },
    breakdowns: request.by,
    zone: request.zone,
    definitionsFile: request.definitionsFile,
  };
}

/** The same history told live: the backend is a process of its own, started again when it is killed. */
async function replay(request: PreviewRequest, config: Config, sandbox: Sandbox, port: number): Promise<void> {
  await using backend = await startBackendProcess({
    env: serveEnvironment(config, request),
    port,
    crashPoints: config.crashPoints,
    staysUp: () => sandbox.webhooks.retryNow(),
  });
  await replayFolder(sandbox, request.folder, { seed: 1, report: (applied) => request.report('replayed', applied) });
  await drained(backend);
  if (backend.restarts > 0) request.say(`The backend was killed and started again ${backend.restarts} times.`);
}

const serveEnvironment = (config: Config, request: PreviewRequest) => ({
  ...environment(),
  DATABASE_URL: config.database.url ?? '',
  DATABASE_SCHEMA: config.database.schema,
  L2R_DATA: config.database.folder,
  HUBSPOT_BASE_URL: config.hubspot.baseUrl,
  HUBSPOT_ACCESS_TOKEN: config.hubspot.accessToken,
  HUBSPOT_CLIENT_SECRET: config.hubspot.clientSecrets.join(','),
  L2R_BREAKDOWNS: request.by.join(','),
  L2R_ZONE: request.zone,
  L2R_DEFINITIONS: request.definitionsFile ?? '',
  L2R_SWEEP: 'off',
  LOG_LEVEL: config.logLevel,
});

/** Waits until nothing is left to decide or to write. */
async function drained(backend: BackendProcess): Promise<void> {
  for (;;) {
    const status = await backend.status();
    if (status && status.work.inboxOpen === 0 && status.work.outboxOpen === 0) return;
    await wait(200);
  }
}

/** @throws PortalFolderError when the folder or a required file or column is missing */
export const readFolder = (path: string): Promise<PortalFolder> => readPortalFolder(path, knownProperties());
