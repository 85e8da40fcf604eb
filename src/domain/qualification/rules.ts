import { askedProperties } from '../definitions/asked-properties.ts';
import type { DefinitionSet } from '../definitions/definition-set.ts';
import type { QualificationRules } from '../definitions/qualification-rules.ts';
import type { ScoringRules, StateRule } from '../definitions/scoring-rules.ts';
import type { TouchType } from '../definitions/touch-types.ts';
import { factsOf } from '../predicate/predicate.ts';
import { type EventRules, eventRulesOf } from '../scoring/score-event.ts';

/** The rules of one definition set, made ready to be asked about many people. */
export interface Rules {
  readonly version: number;
  readonly scoring: ScoringRules;
  readonly qualification: QualificationRules;
  readonly counting: EventRules;
  /** Touch types that a contact property carries, by property. */
  readonly carriers: ReadonlyMap<string, readonly TouchType[]>;
  /** `contact.…` and `company.…` that any rule asks about. */
  readonly asked: ReadonlySet<string>;
  /** Fit rules that ask about the company alone: they make the account's score. */
  readonly companyFit: readonly StateRule[];
}

/** @returns undefined for a definition set that does not score */
export function rulesOf(definitions: DefinitionSet): Rules | undefined {
  const { version, scoring, qualification, touchTypes } = definitions;
  if (!scoring || !qualification) return undefined;
  const carried = touchTypes.flatMap((type) => (type.carrier ? [{ type, property: type.carrier.property }] : []));
  const byProperty = Map.groupBy(carried, ({ property }) => property);
  return {
    version,
    scoring,
    qualification,
    counting: eventRulesOf(scoring, touchTypes),
    carriers: new Map([...byProperty].map(([property, own]) => [property, own.map(({ type }) => type)])),
    asked: new Set(
      (['contact', 'company'] as const).flatMap((type) =>
        askedProperties(definitions, type).map((property) => `${type}.${property}`),
      ),
    ),
    companyFit: scoring.fit.rules.filter(({ when }) => factsOf(when).every((fact) => fact.startsWith('company.'))),
  };
}
