import type { PortalId } from '../domain/values/ids.ts';
import { MINUTE_MS } from '../domain/values/instant.ts';
import { HubSpotUnavailableError, type Lease, LeaseLostError } from './ports.ts';
import type { PersonRow, ToldRow } from './take-in.ts';
import { takeInFacts } from './take-in-facts.ts';
import { takeInPeople } from './take-in-people.ts';
import type { OpenRow, RowNeeds, RowOutcome } from './take-in-row.ts';

/** As many as HubSpot reads with history in one call. */
const ROWS_PER_COMMIT = 50;
/** Then a row is rejected; the pauses between add up to about a day. */
const MOST_ATTEMPTS = 8;
const LONGEST_PAUSE_MINUTES = 6 * 60;

/**
 * Takes some waiting rows into the history. Killed half-way, they are done again and change nothing that was done. A row that failed is
 * tried alone, so that it keeps nobody else waiting.
 *
 * @returns whether more may be waiting
 */
export async function takeInRows(portalId: PortalId, lease: Lease, needs: RowNeeds): Promise<boolean> {
  const open = await needs.openRows(portalId, ROWS_PER_COMMIT);
  const [first] = open;
  if (!first) return false;
  const isHealthy = first.attempts === 0;
  const rows = isHealthy ? open.filter(({ lane, attempts }) => lane === first.lane && attempts === 0) : [first];
  await settle(portalId, rows, await workOn(portalId, lease, rows, needs), needs);
  return true;
}

async function workOn(
  portalId: PortalId,
  lease: Lease,
  rows: readonly OpenRow[],
  needs: RowNeeds,
): Promise<RowOutcome[]> {
  try {
    const settings = await needs.store.inPortal(portalId, (tx) => tx.settings());
    return [
      ...(await takeInFacts(portalId, lease, rows.filter(isTold), settings, needs)),
      ...(await takeInPeople(portalId, lease, rows.filter(isPerson), settings, needs)),
    ];
  } catch (fault) {
    // Then no row is at fault.
    if (fault instanceof HubSpotUnavailableError || fault instanceof LeaseLostError) throw fault;
    needs.failed(fault, rows.length);
    return rows.map(({ rowId }) => ({ rowId, outcome: 'again' }));
  }
}

async function settle(
  portalId: PortalId,
  rows: readonly OpenRow[],
  outcomes: readonly RowOutcome[],
  { finishRows, putOff, clock }: RowNeeds,
): Promise<void> {
  const attempts = new Map(rows.map((row) => [row.rowId, row.attempts + 1]));
  const attemptsOf = ({ rowId }: RowOutcome) => attempts.get(rowId) ?? 1;
  const again = outcomes.filter(({ outcome }) => outcome === 'again');
  const givenUp = again.filter((each) => attemptsOf(each) >= MOST_ATTEMPTS);
  const done = outcomes.flatMap((each) => (each.outcome === 'again' ? [] : [each]));
  await finishRows(portalId, [...done, ...givenUp.map(({ rowId }) => ({ rowId, ...GIVEN_UP }))]);
  for (const each of again) {
    if (attemptsOf(each) >= MOST_ATTEMPTS) continue;
    const pause = Math.min(4 ** (attemptsOf(each) - 1), LONGEST_PAUSE_MINUTES) * MINUTE_MS;
    await putOff(portalId, [each.rowId], clock() + pause);
  }
}

const GIVEN_UP = {
  outcome: 'rejected',
  field: '',
  why: 'could not be worked on for a day; send the row again once HubSpot can be reached',
} as const;

const isTold = (row: OpenRow): row is OpenRow<ToldRow> => row.content.kind === 'told';
const isPerson = (row: OpenRow): row is OpenRow<PersonRow> => row.content.kind === 'person';
