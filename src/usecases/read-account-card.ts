import { icpMissing } from '../domain/account/account-assessment.ts';
import { scoreParts } from '../domain/account/score-parts.ts';
import type { DropReason } from '../domain/account/suggest-swaps.ts';
import { labelOf } from '../domain/definitions/definition-set.ts';
import type { AccountRules } from '../domain/definitions/account-rules.ts';
import type { Handoff } from '../domain/handoff/handoff.ts';
import { ACCOUNT_MILESTONES } from '../domain/journey/milestone.ts';
import { valueAt } from '../domain/journey/timeline.ts';
import { describeMissing } from '../domain/predicate/describe.ts';
import { factNames } from '../domain/predicate/fact-labels.ts';
import { type Rules, rulesOf } from '../domain/qualification/rules.ts';
import { UNIT } from '../domain/scoring/faded-points.ts';
import { localDate } from '../domain/values/calendar.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import { DAY_MS, type Instant } from '../domain/values/instant.ts';
import { peopleViews } from './account-people-view.ts';
import { type AssessedAccount, assessOne, knownAccount, NOBODY } from './assess-accounts.ts';
import type { Crowd, NamedAccount } from './account-ports.ts';
import { suggestedSwaps } from './named-accounts.ts';
import type { Neighborhood, PortalSettings, PortalTransaction, RecordHistory } from './ports.ts';
import { type Allowed, type CardNeeds, handoffView, mayDecide, nameOf, personOf } from './read-cards.ts';
import { ownerOf } from './respond-to-handoff.ts';
import { type Viewer, viewerOf } from './viewer.ts';

export interface AccountCardNeeds extends CardNeeds {
  /** What the portal calls its properties, by `company.…`. */
  readonly propertyLabels: (portalId: PortalId) => Promise<ReadonlyMap<string, string>>;
}

const SIGNS = 20;

/** What the card *Account* shows of a company, from our own store alone. Points are those of now. */
export async function readAccountCard(
  portalId: PortalId,
  companyId: RecordId,
  userId: string,
  needs: AccountCardNeeds,
) {
  const labels = await needs.propertyLabels(portalId);
  return needs.store.inPortal(portalId, async (tx) => {
    const settings = await tx.settings();
    const { work, accounts } = settings.definitions;
    const now = needs.clock();
    const viewer = await viewerOf(tx, userId);
    const near = await tx.neighborhood([{ type: 'company', id: companyId }]);
    const company = near.companies.get(companyId);
    const rules = rulesOf(settings.definitions);
    const handoffs = await tx.accounts.handoffs([companyId]);
    const handoff = handoffs.at(-1);
    const crowd = (await tx.accounts.crowds([companyId])).get(companyId) ?? NOBODY;
    const account =
      company && rules && accounts
        ? await accountView(tx, { company, rules, accounts, near, settings, viewer, crowd, handoffs, labels, now })
        : null;
    const open = mayDecide(handoff, '', viewer, ['offered']);
    const startable =
      handoff?.contactId === undefined ? mayDecide(handoff, '', viewer, ['offered', 'accepted']) : BEGUN;
    return {
      zone: settings.timeZone,
      companyId,
      account,
      priority: handoff?.priority ?? null,
      handoff: handoff
        ? { ...handoffView(handoff, work, viewer.owners, now), reason: reasonOf(handoff, accounts) }
        : null,
      nextStep: nextStep(handoff, crowd, accounts, viewer, settings),
      accept: open,
      decline: open,
      start: startable,
      declineReasons: accounts?.declineReasons ?? [],
    };
  });
}

const BEGUN: Allowed = { allowed: false, why: 'Somebody of this account is being worked already.' };

interface Seen {
  readonly company: RecordHistory;
  readonly rules: Rules;
  readonly accounts: AccountRules;
  readonly near: Neighborhood;
  readonly settings: PortalSettings;
  readonly viewer: Viewer;
  readonly crowd: Crowd;
  readonly handoffs: readonly Handoff[];
  readonly labels: ReadonlyMap<string, string>;
  readonly now: Instant;
}

async function accountView(tx: PortalTransaction, seen: Seen) {
  const { company, rules, accounts, near, settings, viewer, crowd, handoffs, labels, now } = seen;
  const { definitions } = settings;
  const [named] = await tx.accounts.named([company.id]);
  const assessed = assessOne({ company, crowd, handoffs, named }, now, rules, accounts, 'store');
  const { assessment, visits } = assessed.state;
  const known = knownAccount(company.facts, crowd.people, rules);
  const names = factNames(labels);
  const stage = visits.find(({ exitedAt }) => exitedAt === undefined);
  return {
    path: pathOf(assessed, settings),
    stage: stage
      ? { id: stage.milestone, label: labelOf(definitions, stage.milestone), enteredAt: stage.enteredAt }
      : null,
    score: assessment.score,
    parts: scoreParts(known.company, assessment, rules).map(({ label, points }) => ({ label, points: points / UNIT })),
    icp: assessment.icp,
    missing: icpMissing(known, assessment, accounts).map((each) => describeMissing(each, names)),
    excluded: accounts.exclusions.find(({ id }) => id === assessment.excluded)?.label ?? null,
    tier: accounts.tiers.values.find(({ value }) => value === assessment.tier)?.label ?? null,
    engagement: { points: assessment.engagement / UNIT, from: accounts.awareFrom },
    intent: { points: assessment.intent / UNIT, from: accounts.inMarketFrom },
    signs: assessed.work.signs
      .slice(-SIGNS)
      .toReversed()
      .map(({ kind, topic, strength, source, at }) => ({ kind, topic, strength: strength / 1_000, source, at })),
    people: peopleViews(crowd, near, settings, await tx.assessments(crowd.people.map(({ contactId }) => contactId)), {
      near,
      settings,
      now,
      nameOf: names,
    }),
    peopleCount: crowd.people.length,
    namedBy: personOf(named?.ownerId, viewer.owners),
    swap: named ? await swapView(tx, named, viewer) : null,
  };
}

/** Each stage with its latest entry; what was passed without a stay is skipped. */
function pathOf({ state: { visits } }: AssessedAccount, { definitions }: PortalSettings) {
  const current = visits.find(({ exitedAt }) => exitedAt === undefined)?.milestone;
  const reached = current === undefined ? -1 : ACCOUNT_MILESTONES.indexOf(current);
  return ACCOUNT_MILESTONES.map((id, place) => {
    const last = visits.findLast(({ milestone }) => milestone === id);
    const passed = last ? ('done' as const) : ('skipped' as const);
    return {
      id,
      label: labelOf(definitions, id),
      enteredAt: place > reached ? null : (last?.enteredAt ?? null),
      state: place === reached ? ('current' as const) : place < reached ? passed : ('ahead' as const),
    };
  });
}

const DROP_WORDS: Readonly<Record<DropReason, string>> = {
  excluded: 'it is excluded',
  no_fit: 'it does not fit',
  no_engagement: 'nobody of it does anything, and it shows no intent',
  low_score: 'its score is the lower one',
};

async function swapView(tx: PortalTransaction, { companyId, ownerId }: NamedAccount, viewer: Viewer) {
  const swap = (await suggestedSwaps(tx)).find(({ out }) => out === companyId);
  if (!swap) return null;
  const other = (await tx.neighborhood([{ type: 'company', id: swap.in }])).companies.get(swap.in);
  const name = valueAt(other?.facts ?? [], 'name', Number.POSITIVE_INFINITY);
  const isOwn = ownerOf(viewer.userId, viewer.owners)?.ownerId === ownerId;
  const allowed: Allowed =
    isOwn || viewer.role !== 'member'
      ? { allowed: true }
      : { allowed: false, why: 'Only the account executive who named it, a manager or an admin may exchange it.' };
  return {
    why: DROP_WORDS[swap.reason],
    instead: swap.in,
    insteadName: name === '' ? `Company ${swap.in}` : name,
    allowed,
  };
}

const SETTLED: Readonly<Record<string, string>> = {
  responded: 'One of its people responded',
  deleted: 'The account was deleted',
};

const reasonOf = ({ reason }: Handoff, accounts: AccountRules | undefined): string | null =>
  reason === undefined
    ? null
    : (SETTLED[reason] ?? accounts?.declineReasons.find(({ value }) => value === reason)?.label ?? reason);

function nextStep(
  handoff: Handoff | undefined,
  { worked }: Crowd,
  accounts: AccountRules | undefined,
  { owners }: Viewer,
  { timeZone }: PortalSettings,
): string {
  if (handoff?.click) return 'Wait for HubSpot to take the decision.';
  if (handoff?.state === 'offered')
    return `${nameOf(handoff.ownerId, owners)}: start with a person, accept, or decline with a reason.`;
  if (worked > 0) return 'Somebody of this account is being worked: see their Lead card or deal.';
  if (handoff?.state === 'accepted') return `${nameOf(handoff.ownerId, owners)}: find a person to start with.`;
  if (handoff?.decidedAt !== undefined && accounts)
    return `Is not offered again before ${localDate(handoff.decidedAt + accounts.pauseDays * DAY_MS, timeZone)}.`;
  return 'Nothing to do now: it is offered when it shows intent.';
}
