import { type DefinitionSet, definitionSetSchema } from './definition-set.ts';
import { diffDefinitions, type Difference } from './diff-definitions.ts';
import { problemPlaces } from './problem-places.ts';

/** Sections as somebody is editing them: whatever they were given; null for one that is left out. */
export type DraftSections = Readonly<Record<string, unknown>>;

/** A place of a draft that does not work, and how to mend it. `path` as in `scoring.fit.rules.0.points`. */
export interface PlaceProblem {
  readonly path: string;
  readonly message: string;
}

/** More places than this help nobody. */
const MOST_PROBLEMS = 100;

/** The whole document a draft stands for: drafted sections in place of those it was begun from. */
export function draftDocument(
  base: DefinitionSet,
  sections: DraftSections,
  version: number,
): Readonly<Record<string, unknown>> {
  const all = Object.entries({ ...base, ...sections, version });
  return Object.fromEntries(all.filter(([, content]) => content !== null));
}

/** What a draft changes, and what keeps it from being published. */
export function judgeDraft(
  document: Readonly<Record<string, unknown>>,
  inForce: DefinitionSet,
): { problems: PlaceProblem[]; differences: Difference[] } {
  const result = definitionSetSchema.safeParse(document);
  // What was left to its default is no difference, and neither is the number a version gets when it is published.
  const shown = { ...(result.success ? result.data : document), version: inForce.version };
  return {
    problems: result.success ? [] : placesOf(result.error.issues),
    differences: diffDefinitions(inForce, shown),
  };
}

function placesOf(issues: Parameters<typeof problemPlaces>[0]): PlaceProblem[] {
  const places = problemPlaces(issues).map(({ path, message }) => ({ path: path.join('.'), message }));
  const rest = places.length - MOST_PROBLEMS;
  return rest > 0 ? [...places.slice(0, MOST_PROBLEMS), { path: '', message: `and ${rest} more` }] : places;
}
