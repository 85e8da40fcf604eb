import { assessAccount, engagedBy } from '../domain/account/account-assessment.ts';
import type { CountedAccount } from '../domain/account/waterfall.ts';
import type { AccountRules } from '../domain/definitions/account-rules.ts';
import { assess } from '../domain/qualification/assess.ts';
import { KnownPerson } from '../domain/qualification/known-person.ts';
import { type Rules, rulesOf } from '../domain/qualification/rules.ts';
import type { Fact } from '../domain/journey/fact.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import type { Instant } from '../domain/values/instant.ts';
import { factsAbout } from './assess-people.ts';
import type { Neighborhood, Store } from './ports.ts';

export interface AccountsAt {
  readonly accounts: readonly CountedAccount[];
  readonly excluded: Readonly<Record<string, number>>;
}

const COMPANIES_PER_READ = 50;

/**
 * How accounts stood at an instant, by all that had happened by then, each in the one stage it was in. What we decided, and when, plays no
 * part: a history that is read in afterwards has no decisions of its days.
 *
 * @returns undefined for a definition set without rules of accounts
 */
export async function accountsAt(
  portalId: PortalId,
  asOf: Instant,
  { store }: { readonly store: Store },
): Promise<AccountsAt | undefined> {
  const [{ definitions }, companies] = await store.inPortal(
    portalId,
    async (tx) => [await tx.settings(), await tx.accounts.everyCompany()] as const,
  );
  const rules = rulesOf(definitions);
  if (!rules || !definitions.accounts) return undefined;
  const made = companies.filter(({ createdAt }) => createdAt <= asOf);
  const present = made.flatMap(({ id, deletedAt }) => (deletedAt === undefined ? [id] : []));
  const accounts: CountedAccount[] = [];
  for (let start = 0; start < present.length; start += COMPANIES_PER_READ) {
    const page = present.slice(start, start + COMPANIES_PER_READ);
    const near = await store.inPortal(portalId, (tx) =>
      tx.neighborhood(page.map((id) => ({ type: 'company' as const, id }))),
    );
    for (const id of page) accounts.push(accountAt(id, near, asOf, rules, definitions.accounts));
  }
  return { accounts, excluded: { deleted: made.length - present.length } };
}

function accountAt(
  companyId: RecordId,
  near: Neighborhood,
  asOf: Instant,
  rules: Rules,
  accounts: AccountRules,
): CountedAccount {
  const known = (facts: readonly Fact[]): KnownPerson => {
    const learned = new KnownPerson(rules);
    for (const fact of facts) if (fact.occurredAt <= asOf) learned.learn(fact);
    return learned;
  };
  const people = (near.contactsOfCompany.get(companyId) ?? []).flatMap((contactId) => {
    if (near.contacts.get(contactId)?.deletedAt !== undefined) return [];
    const { score } = assess(known(factsAbout(contactId, near)), asOf, rules);
    return [{ at: asOf, engagement: score.engagement + score.breadth }];
  });
  const company = known(near.companies.get(companyId)?.facts ?? []);
  const { stage, tier } = assessAccount({ company, engaged: engagedBy(people, rules.scoring) }, asOf, rules, accounts);
  return { companyId, tier, visits: stage === undefined ? [] : [{ milestone: stage, enteredAt: asOf }] };
}
