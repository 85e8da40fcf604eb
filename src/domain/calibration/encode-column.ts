import { quantile } from '../values/quantile.ts';

/** One number of each row, made from a column, with what it stands for. */
export interface Term {
  readonly column: string;
  readonly when: string;
  readonly against: string;
  /** Rows it holds for. */
  readonly entries: number;
  readonly numbers: Float64Array;
}

export interface Column {
  readonly name: string;
  /** By row; undefined is a blank. */
  readonly values: readonly (string | number | undefined)[];
  /**
   * Whether a blank is a finding. Where values carry their time, a blank was a blank when the lead was scored. Where they do not, it may
   * mean "never asked again after this lead was lost", so it must say nothing: it counts as the commonest value, or the mean.
   */
  readonly blankTells: boolean;
}

/** Rarer values are pooled, and a pool smaller than this counts as the commonest value. */
const MIN_ROWS = 20;
const MAX_LEVELS = 25;
/** A column of numbers with this many different ones, or fewer, is read as categories. */
const MAX_NUMBER_LEVELS = 10;
const WINSOR_SHARE = 0.01;

/**
 * Turns a column into numbers for a regression, without a look at the outcomes. Numbers are cut off at their 1st and 99th percentile and
 * standardised; categories, spelled alike but for case and outer spaces, become 0 or 1 against the commonest.
 *
 * @returns no terms when the column says nothing: the same in every row, or no value in 20 of them
 */
export function encodeColumn(column: Column): Term[] {
  const numbers = column.values.map(numberOf);
  const isNumeric =
    numbers.every((number, row) => number !== undefined || isBlank(column.values[row])) &&
    new Set(numbers).size > MAX_NUMBER_LEVELS + 1;
  return isNumeric ? numericTerms(column, numbers) : categoryTerms(column);
}

function numericTerms({ name, blankTells }: Column, numbers: readonly (number | undefined)[]): Term[] {
  const sorted = Float64Array.from(numbers.filter((number) => number !== undefined)).sort();
  const low = quantile(sorted, WINSOR_SHARE) ?? 0;
  const high = quantile(sorted, 1 - WINSOR_SHARE) ?? 0;
  const cut = sorted.map((number) => Math.min(high, Math.max(low, number)));
  const mean = cut.reduce((sum, number) => sum + number, 0) / cut.length;
  const deviation = Math.sqrt(cut.reduce((sum, number) => sum + (number - mean) ** 2, 0) / cut.length);
  const terms: Term[] = [];
  const against = `the mean, ${short(mean)}`;
  if (deviation > 0 && sorted.length >= MIN_ROWS)
    terms.push({
      column: name,
      when: `each ${short(deviation)} more, from ${short(low)} to ${short(high)}`,
      against,
      entries: sorted.length,
      numbers: Float64Array.from(numbers, (number) =>
        number === undefined ? 0 : (Math.min(high, Math.max(low, number)) - mean) / deviation,
      ),
    });
  const blank = numbers.length - sorted.length;
  if (blankTells && blank >= MIN_ROWS)
    terms.push({ ...flag(numbers, (number) => number === undefined), column: name, when: 'is blank', against });
  return terms;
}

const OTHER = ' other';
const BLANK = ' blank';

function categoryTerms({ name, values, blankTells }: Column): Term[] {
  const keys = values.map((value) => (isBlank(value) ? BLANK : String(value).trim().toLowerCase()));
  // Of several spellings the first is shown: the last one set stays, so from the end.
  const spelling = new Map(keys.map((key, row) => [key, String(values[row]).trim()] as const).reverse());
  const wording = (key: string): string =>
    key === OTHER ? 'another value' : key === BLANK ? 'blank' : (spelling.get(key) ?? key);
  const known = commonestFirst(keys).filter(([key]) => blankTells || key !== BLANK);
  const kept = new Set(
    known
      .filter(([key, rows]) => rows >= MIN_ROWS && key !== BLANK)
      .map(([key]) => key)
      .slice(0, MAX_LEVELS),
  );
  const pooled = keys.map((key) => (kept.has(key) || key === BLANK ? key : OTHER));
  const [commonest, ...levels] = commonestFirst(pooled).filter(([key]) => blankTells || key !== BLANK);
  if (commonest === undefined) return [];
  return levels
    .filter(([, rows]) => rows >= MIN_ROWS)
    .map(([level]) => ({
      ...flag(pooled, (key) => key === level),
      column: name,
      when: `is ${wording(level)}`,
      against: wording(commonest[0]),
    }));
}

/** Equally common ones by the alphabet, so that the order of the rows decides nothing. */
function commonestFirst(keys: readonly string[]): [key: string, rows: number][] {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts].sort(([a, more], [b, less]) => less - more || (a < b ? -1 : 1));
}

function flag<T>(items: readonly T[], holds: (item: T) => boolean): Pick<Term, 'numbers' | 'entries'> {
  const numbers = Float64Array.from(items, (item) => (holds(item) ? 1 : 0));
  return { numbers, entries: numbers.reduce((sum, each) => sum + each, 0) };
}

/** Also of a column that holds nothing but spaces. */
export const isBlank = (value: string | number | undefined): boolean =>
  value === undefined || (typeof value === 'string' && value.trim() === '');

function numberOf(value: string | number | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  return value !== undefined && /^\s*[-+]?(\d+\.?\d*|\.\d+)\s*$/.test(value) ? Number(value) : undefined;
}

const short = (number: number): string => String(Number(number.toPrecision(3)));
