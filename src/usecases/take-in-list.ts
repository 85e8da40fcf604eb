import type { ListKind } from '../domain/touch/list-kinds.ts';
import type { PortalId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { type ContactList, listedPeople, type SentPerson } from './list-people.ts';
import { problemOfInstant, type Receipt, takeIn, type TakeInNeeds, type TakeInRefusal } from './take-in.ts';
import { inOrder, type SentRows } from './take-in-told.ts';

export interface SentList extends SentRows<SentPerson> {
  readonly name: string;
  readonly kind: ListKind;
  readonly program?: string | undefined;
  readonly at?: Instant | undefined;
}

export interface ListNeeds extends TakeInNeeds {
  /** The list of this name that is there, else this one. */
  readonly keepList: (portalId: PortalId, list: ContactList) => Promise<ContactList>;
}

/** Takes people into the list of a name: a new one, or the one that is there if it is the same kind of list. */
export async function takeInList(
  portalId: PortalId,
  { name, kind, program, at, sent, rejected, ...request }: SentList,
  needs: ListNeeds,
): Promise<(Receipt & { listId: string }) | TakeInRefusal> {
  const now = needs.clock();
  if (sent.length === 0) return { kind: 'no-rows', rejected };
  const wrong = at === undefined ? undefined : problemOfInstant(at, now);
  if (wrong !== undefined) return { kind: 'other-list', why: `at: ${wrong}` };
  const asked = { listId: needs.uniqueId(), name, kind, program: program ?? name, at: at ?? now };
  const list = await needs.keepList(portalId, asked);
  const why = difference(list, { kind, program, at });
  if (why !== undefined) return { kind: 'other-list', why };
  const people = await listedPeople(sent, list, now);
  const taken = await takeIn(
    portalId,
    {
      ...request,
      kind: 'list',
      listId: list.listId,
      rows: people.rows,
      rejected: inOrder(rejected, people.rejected),
    },
    needs,
  );
  return 'kind' in taken ? taken : { ...taken, listId: list.listId };
}

function difference(list: ContactList, asked: Pick<SentList, 'kind' | 'program' | 'at'>): string | undefined {
  const other = (['kind', 'program', 'at'] as const).find(
    (member) => asked[member] !== undefined && asked[member] !== list[member],
  );
  return other && `There is a list of this name with another ${other}. Give this one a name of its own.`;
}
