import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import type { ContactList } from '../usecases/list-people.ts';
import type { Queryable } from './queryable.ts';

const COLUMNS = 'list_id as "listId", name, kind, program, at';

/** The list of this name: the one that is there, else this one. */
export async function keepList(
  tx: Queryable,
  portalId: PortalId,
  { listId, name, kind, program, at }: ContactList,
  now: Instant,
): Promise<ContactList> {
  await tx.query(
    `insert into contact_list (portal_id, list_id, name, kind, program, at, created_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (portal_id, name) do nothing`,
    [portalId, listId, name, kind, program, at, now],
  );
  const { rows } = await tx.query<ContactList>(
    `select ${COLUMNS} from contact_list where portal_id = $1 and name = $2`,
    [portalId, name],
  );
  return rows[0] as ContactList;
}

export async function loadList(tx: Queryable, portalId: PortalId, listId: string): Promise<ContactList | undefined> {
  const { rows } = await tx.query<ContactList>(
    `select ${COLUMNS} from contact_list where portal_id = $1 and list_id = $2`,
    [portalId, listId],
  );
  return rows[0];
}
