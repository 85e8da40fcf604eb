import type { PortalId } from '../domain/values/ids.ts';
import type { StoredDraft } from '../usecases/settings-ports.ts';
import type { Queryable } from './queryable.ts';

interface DraftRow {
  sections: string;
  based_on: number;
  saved_at: number;
  saved_by: string;
  asked_by: string | null;
  asked_why: string | null;
  asked_release_per_day: number | null;
}

export async function loadDraft(tx: Queryable, portalId: PortalId): Promise<StoredDraft | undefined> {
  const { rows } = await tx.query<DraftRow>('select * from definition_draft where portal_id = $1', [portalId]);
  const row = rows[0];
  return (
    row && {
      sections: JSON.parse(row.sections) as StoredDraft['sections'],
      basedOn: row.based_on,
      savedAt: row.saved_at,
      savedBy: row.saved_by,
      asked:
        row.asked_by === null
          ? undefined
          : { by: row.asked_by, why: row.asked_why ?? '', releasePerDay: row.asked_release_per_day ?? 0 },
    }
  );
}

export async function saveDraft(
  tx: Queryable,
  portalId: PortalId,
  { sections, basedOn, savedAt, savedBy, asked }: StoredDraft,
): Promise<void> {
  await tx.query(
    `insert into definition_draft (portal_id, sections, based_on, saved_at, saved_by, asked_by, asked_why, asked_release_per_day)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (portal_id) do update set sections = excluded.sections, based_on = excluded.based_on,
       saved_at = excluded.saved_at, saved_by = excluded.saved_by, asked_by = excluded.asked_by,
       asked_why = excluded.asked_why, asked_release_per_day = excluded.asked_release_per_day`,
    [portalId, JSON.stringify(sections), basedOn, savedAt, savedBy, asked?.by, asked?.why, asked?.releasePerDay],
  );
}

export async function dropDraft(tx: Queryable, portalId: PortalId): Promise<void> {
  await tx.query('delete from definition_draft where portal_id = $1', [portalId]);
}
