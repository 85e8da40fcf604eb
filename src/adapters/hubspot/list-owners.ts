import type { Client } from '@hubspot/api-client';
import type { Lane, Owner } from '../../usecases/ports.ts';
import type { Call } from './read-records.ts';

/** @source HubSpot docs: Owners API, 500 a page */
const PAGE = 500;

/** Everybody who can own records; the deactivated are archived owners without a user id. */
export async function listOwners(client: Client, call: Call, lane: Lane): Promise<Owner[]> {
  return [...(await ownersOf(client, call, lane, false)), ...(await ownersOf(client, call, lane, true))];
}

async function ownersOf(client: Client, call: Call, lane: Lane, archived: boolean): Promise<Owner[]> {
  const owners: Owner[] = [];
  let after: string | undefined;
  do {
    const page = await call(lane, () => client.crm.owners.ownersApi.getPage(undefined, after, PAGE, archived));
    for (const { id, userId, email = '', firstName = '', lastName = '', teams = [], type } of page.results) {
      const name = `${firstName} ${lastName}`.trim() || email || `Owner ${id}`;
      owners.push({
        ownerId: id,
        userId: userId === undefined ? undefined : String(userId),
        name,
        teams: teams.map((team) => team.id),
        isActive: !archived && (type as string) === 'PERSON',
      });
    }
    after = page.paging?.next?.after;
  } while (after !== undefined);
  return owners;
}
