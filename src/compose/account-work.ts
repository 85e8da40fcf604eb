import { type PortalId, recordId } from '../domain/values/ids.ts';
import { toIso } from '../domain/values/instant.ts';
import { csvText } from '../http/csv.ts';
import type { Refused } from '../usecases/answer-once.ts';
import { audience } from '../usecases/audience.ts';
import type { AudienceRequest } from '../usecases/audience-ports.ts';
import { changeNamedAccounts, type NamedAccountRequest, suggestedSwaps } from '../usecases/named-accounts.ts';
import type { Core } from './core.ts';

/** As many as HubSpot reads in one call. */
const READ_AT_ONCE = 100;

/** What can be done with a portal's accounts from the command line. */
export function createAccountWork(
  { store, clock, gateway }: Pick<Core, 'store' | 'clock' | 'gateway'>,
  portalId: PortalId,
) {
  /** The domains of companies, which are asked from HubSpot: we hold none. */
  async function domainsOf(companyIds: readonly string[]): Promise<Map<string, string>> {
    const domains = new Map<string, string>();
    for (let start = 0; start < companyIds.length; start += READ_AT_ONCE) {
      const ids = companyIds.slice(start, start + READ_AT_ONCE).map(recordId);
      for (const { id, properties } of await gateway.readRecords(
        { type: 'company', ids, properties: ['domain'] },
        'background',
      ))
        domains.set(id, properties['domain'] ?? '');
    }
    return domains;
  }

  return {
    /** The audience as CSV text with a head. */
    async audience({ withDomain, ...request }: AudienceRequest & { readonly withDomain: boolean }): Promise<string> {
      const members = await audience(portalId, request, { store, clock });
      const domains = withDomain ? await domainsOf(members.map(({ companyId }) => companyId)) : undefined;
      return csvText([
        ['company_id', 'score', 'intent', 'in_market', 'tier', ...(domains ? ['domain'] : [])],
        ...members.map(({ companyId, score, intent, isInMarket, tier = '' }) => [
          ...[companyId, score, intent, String(isInMarket), tier],
          ...(domains ? [domains.get(companyId) ?? ''] : []),
        ]),
      ]);
    },

    async named() {
      const named = await store.inPortal(portalId, (tx) => tx.accounts.named());
      return named.map((each) => ({ ...each, since: toIso(each.since) }));
    },

    suggest: () => store.inPortal(portalId, suggestedSwaps),

    /** The swap log, oldest first. */
    async changes() {
      const changes = await store.inPortal(portalId, (tx) => tx.accounts.changes());
      return changes.map((each) => ({ ...each, at: toIso(each.at) }));
    },

    change: (request: NamedAccountRequest): Promise<Refused | undefined> =>
      store.inPortal(portalId, async (tx) => {
        await tx.lock();
        return changeNamedAccounts(tx, request, { clock });
      }),
  };
}
