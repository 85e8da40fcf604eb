import type { z } from 'zod';

/** One mistake in a document: where it stands, and how to mend it. */
export interface ProblemPlace {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The mistakes zod found. Of a choice it only says that nothing fits; what was meant is the choice that fits furthest into the document. */
export function problemPlaces(
  issues: readonly z.core.$ZodIssue[],
  within: readonly PropertyKey[] = [],
): ProblemPlace[] {
  return issues.flatMap((issue) => {
    const path = [...within, ...issue.path];
    const meant = issue.code === 'invalid_union' ? nearest(issue.errors) : undefined;
    return meant ? problemPlaces(meant, path) : [{ path, message: issue.message }];
  });
}

const nearest = (choices: readonly z.core.$ZodIssue[][]): z.core.$ZodIssue[] | undefined =>
  [...choices].sort((a, b) => reach(b) - reach(a) || a.length - b.length)[0];

/** How deep the deepest mistake stands. */
const reach = (issues: readonly z.core.$ZodIssue[]): number =>
  issues.reduce((deepest, issue) => Math.max(deepest, issue.path.length + inner(issue)), 0);

const inner = (issue: z.core.$ZodIssue): number =>
  issue.code === 'invalid_union' ? Math.max(0, ...issue.errors.map(reach)) : 0;
