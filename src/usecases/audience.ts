import { assessAccount } from '../domain/account/account-assessment.ts';
import { rulesOf } from '../domain/qualification/rules.ts';
import { UNIT } from '../domain/scoring/faded-points.ts';
import type { PortalId, RecordId } from '../domain/values/ids.ts';
import { knownAccount } from './assess-accounts.ts';
import type { AudienceRequest } from './audience-ports.ts';
import type { Clock, Store } from './ports.ts';

export interface AudienceMember {
  readonly companyId: RecordId;
  /** 0–100, now. */
  readonly score: number;
  /** Whole points, now. */
  readonly intent: number;
  readonly isInMarket: boolean;
  readonly tier?: string | undefined;
}

const PER_TRANSACTION = 500;

/**
 * The accounts worth advertising to, lowest id first: by score, or by intent. Scores and intent are those of now, with everything faded.
 * Deleted and excluded accounts and those outside the universe are never among them.
 */
export async function audience(
  portalId: PortalId,
  { score, orIntent }: AudienceRequest,
  { store, clock }: { readonly store: Store; readonly clock: Clock },
): Promise<AudienceMember[]> {
  const known = await store.inPortal(portalId, (tx) => tx.accounts.load());
  const present = known.flatMap(({ companyId, excluded }) => (excluded === undefined ? [companyId] : []));
  const members: AudienceMember[] = [];
  for (let start = 0; start < present.length; start += PER_TRANSACTION)
    members.push(...(await assessed(portalId, present.slice(start, start + PER_TRANSACTION), { store, clock })));
  return members.filter((member) => member.score >= score || (orIntent && member.isInMarket));
}

const assessed = (
  portalId: PortalId,
  companyIds: readonly RecordId[],
  { store, clock }: { readonly store: Store; readonly clock: Clock },
): Promise<AudienceMember[]> =>
  store.inPortal(portalId, async (tx) => {
    const { definitions } = await tx.settings();
    const rules = rulesOf(definitions);
    const { accounts } = definitions;
    if (!rules || !accounts) return [];
    const companies = await tx.accounts.companies(companyIds);
    return companyIds.flatMap((companyId): AudienceMember[] => {
      const facts = companies.get(companyId)?.facts ?? [];
      const { score, intent, tier, stage, excluded } = assessAccount(
        knownAccount(facts, [], rules),
        clock(),
        rules,
        accounts,
      );
      if (stage === undefined || excluded !== undefined) return [];
      return [{ companyId, score, intent: Math.round(intent / UNIT), isInMarket: stage === 'IN_MARKET', tier }];
    });
  });
