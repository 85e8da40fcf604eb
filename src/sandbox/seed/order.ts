/** Plain order by UTF-16 code units: the same on every machine, unlike `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const DECIMAL = /^\d+$/;

/** Decimal ids by size (also above 2^53), before all other ids, which go by text. */
export function compareIds(a: string, b: string): number {
  const decimals = Number(DECIMAL.test(b)) - Number(DECIMAL.test(a));
  if (decimals !== 0) return decimals;
  return DECIMAL.test(a) ? compareDecimals(a, b) : compareText(a, b);
}

function compareDecimals(a: string, b: string): number {
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return x.length - y.length || compareText(x, y) || compareText(a, b);
}

type Comparison<T> = (a: T, b: T) => number;

/** The first comparison that tells two items apart decides. */
export function inOrderOf<T>(...comparisons: readonly Comparison<T>[]): Comparison<T> {
  return (a, b) => {
    for (const compare of comparisons) {
      const result = compare(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}

export function byText<T>(of: (item: T) => string): Comparison<T> {
  return (a, b) => compareText(of(a), of(b));
}

export function byId<T>(of: (item: T) => string): Comparison<T> {
  return (a, b) => compareIds(of(a), of(b));
}

export function byNumber<T>(of: (item: T) => number): Comparison<T> {
  return (a, b) => of(a) - of(b) || 0;
}
