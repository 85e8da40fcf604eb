import { byId, byNumber, byText, inOrderOf } from './order.ts';
import { recordFile, type LoadProblem, type Place, type PlaceKey, type PortalFolder } from './portal-folder.ts';

/** A problem with what decides its place in the report; what does not apply is empty text or 0. */
export interface FoundProblem extends LoadProblem {
  type: string;
  id: string;
  property: string;
  at: number;
}

/** The report shows only place and reason, so what a problem was ordered by is remembered beside it: later problems go in between. */
const foundAs = new WeakMap<LoadProblem, FoundProblem>();

const inReportOrder = inOrderOf<FoundProblem>(
  byText(({ file }) => file),
  byText(({ type }) => type),
  byId(({ id }) => id),
  byText(({ property }) => property),
  byNumber(({ at }) => at),
  byText(({ reason }) => reason),
  byText(({ column }) => column),
  byNumber(({ line }) => line),
);

/** @returns the problems by file, record, property, instant and reason, so that the order of rows does not show */
export function orderProblems(found: readonly FoundProblem[]): LoadProblem[] {
  return found.toSorted(inReportOrder).map((problem) => {
    const { file, line, column, reason } = problem;
    const told = { file, line, column, reason };
    foundAs.set(told, problem);
    return told;
  });
}

/**
 * Adds problems found by a later reader of the folder, such as an outcome before its cause.
 *
 * @param rows  rows that were read and are left out after all
 * @returns all problems, sorted by file, record, property, instant and reason; one about an unknown record stands at its file's header
 */
export function mergeProblems(
  folder: PortalFolder,
  more: readonly { place: PlaceKey; reason: string }[],
  rows: readonly { place: Place; id: string; reason: string }[] = [],
): LoadProblem[] {
  const earlier = folder.load.problems.map(
    (told) => foundAs.get(told) ?? { ...told, type: '', id: '', property: '', at: 0 },
  );
  const later = more.map(({ place, reason }) => {
    const at = folder.locate(place) ?? { file: recordFile(place.type), line: 1, column: place.property };
    return { ...place, ...at, reason };
  });
  const left = rows.map(({ place, id, reason }) => ({ ...place, type: '', id, property: '', at: 0, reason }));
  return orderProblems([...earlier, ...later, ...left]);
}
