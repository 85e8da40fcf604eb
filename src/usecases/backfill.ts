import type { RecordKey, RecordType } from '../domain/journey/fact.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { commitObservations, type CommitNeeds } from './commit-observations.ts';
import { observeLinks, type LinkNeeds } from './observe-links.ts';
import { observationsOf, readProperties } from './observe-record.ts';
import type { CrmRecord, Lease, Observation, PortalSettings } from './ports.ts';

/** How far a whole read has come, kept after each commit so that an interrupted one goes on where it stopped. */
export interface BackfillProgress {
  load(portalId: PortalId, step: string): Promise<{ cursor?: string | undefined; done: boolean }>;
  save(portalId: PortalId, step: string, cursor: string | undefined): Promise<void>;
  finish(portalId: PortalId): Promise<void>;
}

export interface BackfillNeeds extends CommitNeeds, LinkNeeds {
  readonly progress: BackfillProgress;
  readonly report: (step: string, records: number) => void;
  /** Which of these records we hold for deleted. */
  readonly deletedRecords: (portalId: PortalId, keys: readonly RecordKey[]) => Promise<RecordKey[]>;
}

/** Companies first: their people then find them there. */
const STEPS: readonly { name: string; type: RecordType; archived: boolean }[] = [
  { name: 'companies', type: 'company', archived: false },
  { name: 'deleted companies', type: 'company', archived: true },
  { name: 'contacts', type: 'contact', archived: false },
  { name: 'deleted contacts', type: 'contact', archived: true },
  { name: 'deals', type: 'deal', archived: false },
  { name: 'deleted deals', type: 'deal', archived: true },
];

/** Pages gathered before one commit: few enough to lose little when killed, enough to make a commit worth it. */
const PAGES_PER_COMMIT = 10;

/**
 * Reads the whole portal into the history. The same call repairs drift: what is known already changes nothing, and what webhooks did
 * not tell is added with its original time.
 *
 * @returns how many lines of history were new; zero for a portal whose webhooks all arrived
 */
export async function backfill(portalId: PortalId, lease: Lease, needs: BackfillNeeds): Promise<number> {
  let added = 0;
  for (const step of STEPS) {
    const start = await needs.progress.load(portalId, step.name);
    if (!start.done) added += await readStep(portalId, lease, step, start.cursor, needs);
  }
  await needs.progress.finish(portalId);
  return added;
}

async function readStep(
  portalId: PortalId,
  lease: Lease,
  step: (typeof STEPS)[number],
  from: string | undefined,
  needs: BackfillNeeds,
): Promise<number> {
  const settings = await needs.store.inPortal(portalId, (tx) => tx.settings());
  const properties = readProperties(step.type, settings);
  let added = 0;
  let after = from;
  do {
    const records: CrmRecord[] = [];
    const since = needs.clock();
    for (let page = 0; page < PAGES_PER_COMMIT; page += 1) {
      const list = await needs.gateway.listRecords(
        { type: step.type, properties, after, archived: step.archived },
        'background',
      );
      records.push(...list.records);
      after = list.next;
      if (after === undefined) break;
    }
    added += await commitObservations(
      portalId,
      lease,
      { observations: await observationsOfAll(portalId, records, since, settings, needs) },
      needs,
    );
    await needs.progress.save(portalId, step.name, after);
    needs.report(step.name, records.length);
  } while (after !== undefined);
  return added;
}

/** A record that is listed though we hold it for deleted has been restored, at the latest when we began to read the list. */
async function observationsOfAll(
  portalId: PortalId,
  records: readonly CrmRecord[],
  since: Instant,
  settings: PortalSettings,
  needs: BackfillNeeds,
): Promise<Observation[]> {
  const now = needs.clock();
  const live = records.filter((record) => record.deletedAt === undefined);
  const back = await needs.deletedRecords(portalId, live);
  return [
    ...observationsOf(records, settings, now),
    ...back.map((record): Observation => ({ kind: 'restored', record, at: since, knownAt: now })),
    ...(await observeLinks(settings, live, [], 'background', needs)),
  ];
}
