import { compareIds, type RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';

/** Someone told that a contact has a company as its primary one, or has it no longer. */
export interface CompanyWord {
  readonly contactId: RecordId;
  readonly companyId: RecordId;
  readonly at: Instant;
  readonly isGone: boolean;
}

/**
 * The company a person has now: of those whose latest word is not that it is gone, the last one told. What was told of the contact
 * itself goes before what was told of contacts merged into it. The order of the words carries no meaning.
 *
 * @param words of one contact and those merged into it, naming the companies that are still there
 */
export function currentCompany(contactId: RecordId, words: readonly CompanyWord[]): RecordId | undefined {
  const latest = [...Map.groupBy(words, (word) => word.companyId).values()].flatMap((own) => {
    const last = own.reduce((a, b) => (compareWords(a, b) > 0 ? a : b));
    return last.isGone ? [] : [{ ...last, isOwn: own.some((word) => !word.isGone && word.contactId === contactId) }];
  });
  const best = latest.sort(
    (a, b) => Number(b.isOwn) - Number(a.isOwn) || b.at - a.at || compareIds(a.companyId, b.companyId),
  );
  return best[0]?.companyId;
}

/** At one instant a company that is there outweighs one that is gone. */
const compareWords = (a: CompanyWord, b: CompanyWord): number => a.at - b.at || Number(b.isGone) - Number(a.isGone);
