import type { DefinitionSet } from '../definitions/definition-set.ts';
import type { Instant } from '../values/instant.ts';
import type { Fact } from './fact.ts';
import type { Journey } from './journey.ts';
import { changesOf, valueAt } from './timeline.ts';

/**
 * Where a journey came from, by the portal's source taxonomy. Never null: a source we do not know is `unknown`, and the share of
 * unknown sources is a hygiene metric (S3-07).
 *
 * The value that held when the journey started counts; else the first one told later.
 */
export function classifySource(
  facts: readonly Fact[],
  startedAt: Instant,
  { sources }: DefinitionSet,
): Pick<Journey, 'source' | 'channel' | 'direction'> {
  const value = valueAt(facts, sources.property, startedAt) || (changesOf(facts, sources.property)[0]?.value ?? '');
  const known = sources.values.find((each) => each.value === value);
  return { source: value || 'unknown', channel: known?.channel ?? 'unknown', direction: known?.direction ?? 'unknown' };
}
