import type { Milestone } from '../domain/journey/milestone.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { EditionRow } from '../usecases/publish-edition.ts';
import type { StageFigures } from '../usecases/ports.ts';
import type { Queryable } from './queryable.ts';

/** The latest edition, by channel and stage. */
export async function loadStageFigures(
  tx: Queryable,
  portalId: PortalId,
): Promise<(channel: string, milestone: Milestone) => StageFigures | undefined> {
  const { rows } = await tx.query<{
    channel: string;
    milestone: Milestone;
    rate: number | null;
    median_days: number | null;
  }>(
    `select channel, milestone, rate, median_days from edition_figure
      where portal_id = $1 and edition = (select max(edition) from edition_figure where portal_id = $1)`,
    [portalId],
  );
  const figures = new Map(
    rows.map((row) => [`${row.channel} ${row.milestone}`, { rate: row.rate, medianDays: row.median_days }]),
  );
  return (channel, milestone) => figures.get(`${channel} ${milestone}`);
}

/** @param edition first local day of its week (`YYYY-MM-DD`); an edition is written once and then stays */
export async function saveEdition(
  tx: Queryable,
  portalId: PortalId,
  edition: string,
  rows: readonly EditionRow[],
): Promise<void> {
  await tx.query(
    `insert into edition_figure (portal_id, edition, channel, milestone, entered, rate, median_days)
     select $1, $2, f.channel, f.milestone, f.entered, f.rate, f."medianDays"
       from jsonb_to_recordset($3::jsonb) as f(channel text, milestone text, entered integer, rate double precision, "medianDays" double precision)
     on conflict (portal_id, edition, channel, milestone) do nothing`,
    [portalId, edition, JSON.stringify(rows)],
  );
}

export async function hasEdition(tx: Queryable, portalId: PortalId, edition: string): Promise<boolean> {
  const { rowCount } = await tx.query('select 1 from edition_figure where portal_id = $1 and edition = $2 limit 1', [
    portalId,
    edition,
  ]);
  return rowCount > 0;
}
