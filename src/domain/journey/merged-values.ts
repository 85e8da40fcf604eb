import type { RecordId } from '../values/ids.ts';
import type { Instant } from '../values/instant.ts';
import type { Fact } from './fact.ts';

/** A value told of a record or of one that was merged into it, which `toldOf` says. */
export type ToldFact = Fact & { readonly toldOf: RecordId };

/**
 * A record's values with those of records merged into it, before their merges as they were told. From a merge on the survivor's own
 * value counts again wherever it had one, as HubSpot keeps it without saying so in its history.
 *
 * @param mergedAt when each of the other records was merged
 * @source HubSpot Knowledge Base: Merge records
 */
export function withMergedValues(
  survivor: RecordId,
  told: readonly ToldFact[],
  mergedAt: ReadonlyMap<RecordId, Instant>,
): Fact[] {
  const [own, others] = [
    told.filter((fact) => fact.toldOf === survivor),
    told.filter((fact) => fact.toldOf !== survivor),
  ];
  const kept = [...Map.groupBy(others, (fact) => `${fact.toldOf} ${fact.property}`).values()].flatMap((theirs) => {
    const [{ toldOf, property }] = theirs as [ToldFact, ...ToldFact[]];
    const at = mergedAt.get(toldOf);
    if (at === undefined) return [];
    const before = own.filter((fact) => fact.property === property && fact.occurredAt <= at);
    const last = before.reduce<ToldFact | undefined>((a, b) => (a && a.occurredAt > b.occurredAt ? a : b), undefined);
    const isCovered = last && theirs.some((fact) => fact.occurredAt >= last.occurredAt);
    return isCovered && last.value !== '' ? [{ ...last, occurredAt: at, knownAt: Math.max(at, last.knownAt) }] : [];
  });
  return [...told, ...kept].map(({ toldOf: _toldOf, ...fact }) => fact);
}
