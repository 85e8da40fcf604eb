import { isoInstant } from '../iso-instant.ts';
import { notFound } from '../errors.ts';
import { compareIds } from '../ids.ts';
import { type Owner, userIdOf } from '../owners.ts';
import { flagOf, limitOf, param, textOf } from './route.ts';
import type { Api, Call, Route } from './route.ts';

/**
 * Owners, to read.
 *
 * @source HubSpot docs: Owners API
 */
export function ownerRoutes(api: Api): Route[] {
  return [
    { method: 'get', path: '/owners', handle: (call) => list(api, call) },
    { method: 'get', path: '/owners/:id', handle: (call) => get(api, call) },
  ];
}

function list({ portal }: Api, call: Call) {
  const limit = limitOf(call, { usual: 100, max: 500 });
  const [email, after] = [textOf(call, 'email'), textOf(call, 'after')];
  const rest = portal.owners
    .list(flagOf(call, 'archived'))
    .filter((owner) => email === undefined || owner.email.toLowerCase() === email.toLowerCase())
    .filter((owner) => after === undefined || compareIds(owner.id, after) >= 0);
  const next = rest[limit]?.id;
  const paging = next === undefined ? {} : { paging: { next: { after: next } } };
  return { status: 200, body: { results: rest.slice(0, limit).map(ownerAnswer), ...paging } };
}

function get({ portal }: Api, call: Call) {
  const owner = portal.owners.get(param(call, 'id'));
  if (owner === undefined || owner.archived !== flagOf(call, 'archived')) throw notFound();
  return { status: 200, body: ownerAnswer(owner) };
}

/** A deactivated user has no user id any more, only the one it had. */
function ownerAnswer(owner: Owner): Record<string, unknown> {
  const { id, email, firstName, lastName, team, archived } = owner;
  const user = userIdOf(owner);
  return {
    id,
    email,
    type: 'PERSON',
    firstName,
    lastName,
    ...(archived ? {} : { userId: user }),
    userIdIncludingInactive: user,
    createdAt: isoInstant(0),
    updatedAt: isoInstant(0),
    archived,
    ...(team === '' ? {} : { teams: [{ id: team, name: team, primary: true }] }),
  };
}
