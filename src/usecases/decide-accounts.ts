import { offerAccount } from '../domain/account/offer-account.ts';
import { Dealer } from '../domain/handoff/roster.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import type { RecordKey } from '../domain/journey/fact.ts';
import { rulesOf } from '../domain/qualification/rules.ts';
import { SIGNAL } from '../domain/touch/signal.ts';
import type { Instant } from '../domain/values/instant.ts';
import { type AssessedAccount, assessOne, NOBODY } from './assess-accounts.ts';
import { OUTBOX_LANE } from './outbox-lane.ts';
import type { Clock, Neighborhood, PortalSettings, PortalTransaction, RecordMapping } from './ports.ts';

/**
 * Decides anew about the affected accounts, after their people: their stage, and with `work` whether they are offered. Without it what is
 * known is only stored anew, and no stage is decided.
 */
export async function decideAccounts(
  tx: PortalTransaction,
  { affectedCompanies, companies }: Pick<Neighborhood, 'affectedCompanies' | 'companies'>,
  settings: PortalSettings,
  needs: { readonly mapping: RecordMapping; readonly clock: Clock },
  mode: 'work' | 'store',
): Promise<void> {
  const rules = rulesOf(settings.definitions);
  const { accounts } = settings.definitions;
  const present = affectedCompanies.flatMap((id) => companies.get(id) ?? []).filter((each) => !each.mergedInto);
  if (!rules || !accounts || present.length === 0) return;
  const now = needs.clock();
  const ids = present.map(({ id }) => id);
  const crowds = await tx.accounts.crowds(ids);
  // An account of which no sign was ever told was never offered.
  const signaled = present.filter(({ facts }) => facts.some(({ property }) => property === SIGNAL)).map(({ id }) => id);
  const handoffsOf = Map.groupBy(await tx.accounts.handoffs(signaled), ({ companyId }) => companyId);
  const named = new Map((await tx.accounts.named(signaled)).map((each) => [each.companyId, each]));
  const assessed = present.map((company) => {
    const { id } = company;
    const facts = {
      company,
      crowd: crowds.get(id) ?? NOBODY,
      handoffs: handoffsOf.get(id) ?? [],
      named: named.get(id),
    };
    return assessOne(facts, now, rules, accounts, mode);
  });
  if (mode === 'work') await decideAndOffer(tx, assessed, settings, now);
  await tx.accounts.save(assessed.map(({ state }) => state));
  await tx.accounts.saveVisits(
    assessed.filter(({ decision, isMerged }) => decision || isMerged || mode === 'store').map(({ state }) => state),
  );
  await tx.enqueue(
    assessed
      .filter(({ state }) => state.excluded === undefined)
      .map(({ state }) => ({
        type: 'company',
        id: state.companyId,
        lane: OUTBOX_LANE.live,
        desired: needs.mapping.company(state, accounts),
      })),
    now,
  );
  await tx.withdraw(
    assessed.flatMap(({ state }): RecordKey[] => (state.excluded ? [{ type: 'company', id: state.companyId }] : [])),
  );
}

async function decideAndOffer(
  tx: PortalTransaction,
  assessed: readonly AssessedAccount[],
  settings: PortalSettings,
  now: Instant,
): Promise<void> {
  const decisions = assessed.flatMap(({ decision }) => decision ?? []);
  const work = await workToDo(tx, assessed, settings, now);
  if (decisions.length + work.handoffs.length + work.intents.length > 0)
    await tx.saveFollowUp({ decisions, ...work }, now, settings.definitions.version);
}

/** Nothing is offered before the portal is live. */
async function workToDo(
  tx: PortalTransaction,
  assessed: readonly AssessedAccount[],
  { liveAt, publishedAt, timeZone: zone, definitions }: PortalSettings,
  now: Instant,
) {
  const { work: rules, accounts } = definitions;
  const concerned = assessed.filter(
    ({ work }) => work.assessment.stage === 'IN_MARKET' || work.handoffs.some(isOffered),
  );
  if (liveAt === undefined || !rules || !accounts || concerned.length === 0)
    return { handoffs: [], intents: [], turns: [] };
  const roster = await tx.roster();
  const dealer = new Dealer(roster);
  const context = { now, actFrom: Math.max(liveAt, publishedAt), zone, rules, accounts, roster };
  const steps = concerned.map(({ work }) => offerAccount(work, context, dealer));
  return {
    handoffs: steps.flatMap((step) => step.handoffs ?? []),
    intents: steps.flatMap((step) => step.intents ?? []),
    turns: dealer.turns(),
  };
}

const isOffered = ({ state }: Handoff): boolean => state === 'offered';

/** Accounts about which there is something new to say without anything being told of them. */
export const dueAccounts = async (
  tx: PortalTransaction,
  { definitions }: PortalSettings,
  now: Instant,
  limit: number,
): Promise<RecordKey[]> => (definitions.accounts && rulesOf(definitions) ? tx.accounts.due(now, limit) : []);
