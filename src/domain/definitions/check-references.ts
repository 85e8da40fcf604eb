import { WORKED_OUT } from '../predicate/predicate.ts';
import { SAMPLE_PERCENTILE } from '../predicate/sample-percentile.ts';
import type { DefinitionSet } from './definition-sections.ts';

/** Something that reads well and cannot work: where it stands, and how to mend it. */
export interface ReferenceProblem {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

/** What each part may ask about: what is worked out later cannot be asked earlier. */
const PLAIN = ['contact', 'company', SAMPLE_PERCENTILE];
const EVERYTHING = [...PLAIN, ...WORKED_OUT];

/** Checks across the sections: rules name what exists, ids are used once, bands and clocks are in order. */
export function checkReferences(definitions: DefinitionSet): ReferenceProblem[] {
  const { scoring, qualification, accounts, stages, touchTypes, work } = definitions;
  return [
    ...doubled(touchTypes, ['touchTypes']),
    ...(scoring ? scoringProblems(definitions) : []),
    ...(scoring ? onlyAsks(scoring.fit, ['scoring', 'fit'], PLAIN) : []),
    ...(scoring ? onlyAsks(scoring.behavior, ['scoring', 'behavior'], PLAIN) : []),
    ...(qualification ? onlyAsks(qualification.icp, ['qualification', 'icp'], [...PLAIN, 'score.account']) : []),
    ...(qualification ? onlyAsks(qualification.target, ['qualification', 'target'], PLAIN) : []),
    ...(qualification ? onlyAsks(qualification.exclusions, ['qualification', 'exclusions'], PLAIN) : []),
    ...(qualification ? onlyAsks(qualification.gates, ['qualification', 'gates'], EVERYTHING) : []),
    ...(qualification ? doubled(qualification.exclusions, ['qualification', 'exclusions']) : []),
    ...(qualification ? doubled(qualification.gates, ['qualification', 'gates']) : []),
    ...(qualification ? doubled(qualification.answers, ['qualification', 'answers']) : []),
    ...Object.entries(stages).flatMap(([stage, { entry, exit }]) => [
      ...doubled(entry, ['stages', stage, 'entry']),
      ...doubled(exit, ['stages', stage, 'exit']),
    ]),
    ...onlyAsks(stages, ['stages'], EVERYTHING),
    ...(stages.AQL?.reentry === 'same_attempt'
      ? [
          {
            path: ['stages', 'AQL', 'reentry'],
            message: 'coming back to AQL is a new attempt, or recycling has no yield: say new_attempt',
          },
        ]
      : []),
    ...(qualification && !scoring
      ? [{ path: ['qualification'], message: 'gates ask about scores: add the section scoring, or remove this one' }]
      : []),
    ...(accounts ? onlyAsks(accounts, ['accounts'], ['company', 'score.account']) : []),
    ...(work ? clockProblems(work.firstResponse) : []),
  ];
}

function scoringProblems({ scoring, touchTypes }: DefinitionSet): ReferenceProblem[] {
  if (!scoring) return [];
  const known = new Set(touchTypes.map(({ id }) => id));
  const { groups, bands } = scoring.behavior;
  const path = ['scoring', 'behavior', 'groups'];
  return [
    ...doubled(scoring.fit.rules, ['scoring', 'fit', 'rules']),
    ...doubled(scoring.fit.vetoes, ['scoring', 'fit', 'vetoes']),
    ...doubled(groups, path),
    ...groups.flatMap((group, place) => [
      ...doubled(group.rules, [...path, place, 'rules']),
      ...group.rules.flatMap((rule, index): ReferenceProblem[] => {
        const at = [...path, place, 'rules', index];
        const unknown = 'on' in rule && 'touch' in rule.on && !known.has(rule.on.touch) ? rule.on.touch : undefined;
        return [
          ...(unknown === undefined
            ? []
            : [
                {
                  path: [...at, 'on', 'touch'],
                  message: `there is no touch type ${unknown}: add it to touchTypes, or choose one of them`,
                },
              ]),
          ...((group.kind === 'negative') === rule.points > 0
            ? [
                {
                  path: [...at, 'points'],
                  message:
                    group.kind === 'negative'
                      ? 'a negative rule takes points away: put a minus before them'
                      : 'only rules of a negative group take points away: move it there',
                },
              ]
            : []),
        ];
      }),
    ]),
    ...descending(scoring.fit.grades, ['scoring', 'fit', 'grades']),
    ...descending(bands, ['scoring', 'behavior', 'bands']),
  ];
}

function doubled(items: readonly { readonly id: string }[], path: readonly (string | number)[]): ReferenceProblem[] {
  return items.flatMap(({ id }, index) =>
    items.findIndex((each) => each.id === id) < index
      ? [{ path: [...path, index, 'id'], message: `${id} is used twice: give one of them another id` }]
      : [],
  );
}

const descending = (
  steps: readonly { readonly from: number }[],
  path: readonly (string | number)[],
): ReferenceProblem[] =>
  steps.flatMap(({ from }, index) =>
    index > 0 && from >= (steps[index - 1]?.from ?? Infinity)
      ? [{ path: [...path, index, 'from'], message: 'each step begins below the one before it: lower this number' }]
      : [],
  );

function onlyAsks(part: unknown, path: readonly (string | number)[], allowed: readonly string[]): ReferenceProblem[] {
  if (typeof part !== 'object' || part === null) return [];
  const own =
    'fact' in part &&
    typeof part.fact === 'string' &&
    !allowed.some((each) => part.fact === each || String(part.fact).startsWith(`${each}.`))
      ? [{ path: [...path, 'fact'], message: `${part.fact} is not known here: ask about ${allowed.join(', ')}` }]
      : [];
  const inner = Object.entries(part).flatMap(([name, value]) =>
    onlyAsks(value, [...path, Array.isArray(part) ? Number(name) : name], allowed),
  );
  return [...own, ...inner];
}

/** A lower priority never has a tighter clock than a higher one (design §6). */
function clockProblems(
  clocks: Readonly<Record<string, { target: number; limit: number } | undefined>>,
): ReferenceProblem[] {
  const given = Object.entries(clocks).sort(([a], [b]) => (a < b ? -1 : 1));
  return given.flatMap(([priority, clock], index) => {
    const before = given[index - 1];
    if (!clock || !before?.[1]) return [];
    return (['target', 'limit'] as const)
      .filter((kind) => clock[kind] < (before[1]?.[kind] ?? 0))
      .map((kind) => ({
        path: ['work', 'firstResponse', priority, kind],
        message: `${priority} must not have less time than ${before[0]}: raise it to at least ${before[1]?.[kind]}`,
      }));
  });
}
