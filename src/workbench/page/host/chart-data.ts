import type { ChartColor, ChartProps } from '@hubspot/ui-extensions';

/** HubSpot's chart colors, in the order in which series get them. */
const COLORS: Readonly<Record<ChartColor, string>> = {
  orange: '#ff8f59',
  aqua: '#51d3d9',
  purple: '#bda9ea',
  yellow: '#f5c78e',
  pink: '#ea90b1',
  blue: '#6f9bd8',
  green: '#a2d28f',
  darkOrange: '#c6532b',
  darkAqua: '#0b8d94',
  darkPurple: '#6a52a8',
  darkYellow: '#b97a14',
  darkPink: '#b1386c',
  darkBlue: '#2c5aa0',
  darkGreen: '#3f8a2a',
};

export interface Series {
  /** Key of the series in the rows. Not its label: chart libraries read a dot in a key as a path. */
  readonly name: string;
  readonly label: string;
  readonly color: string;
}

export interface ChartTable {
  /** One row a position: `x`, and the value of each series that has one there. */
  readonly rows: readonly Readonly<Record<string, string | number>>[];
  readonly series: readonly Series[];
  /** The value of one position for the reader. */
  readonly shownX: (x: string | number) => string;
  /** Every value in words: what the picture says to who cannot see it. */
  readonly words: string;
}

/** What the columns of a chart mean: positions along one axis, values along the other. */
export interface Roles {
  readonly position: 'x' | 'y';
  /** Positions are numbers on a scale of their own, not one place a row. */
  readonly toScale: boolean;
}

/**
 * A chart's rows, one series for each value of the field that colors; without one, a single series.
 *
 * Two rows of one series at one position: the later one holds.
 *
 * @throws RangeError for an instant that cannot be read
 * @source @hubspot/ui-extensions 0.17, ChartProps; HubSpot docs: Charts overview
 */
export function chartTable({ data, axes, options = {} }: ChartProps, { position, toScale }: Roles): ChartTable {
  const { data: given, labels } = Array.isArray(data)
    ? { data, labels: {} }
    : { data: data.data, labels: data.options?.propertyLabels ?? {} };
  const along = axes[position];
  const across = axes[position === 'x' ? 'y' : 'x'];
  const shown = (field: string, value: string | number) => labels[field]?.[String(value)] ?? String(value);
  const group = axes.options?.groupFieldByColor;
  const nameOf = (row: Record<string, string | number>) =>
    group === undefined ? (across.label ?? across.field) : shown(group, row[group] ?? '');
  const names = [...new Set(given.map(nameOf))];
  const palette = [
    ...new Set([...(options.colorList ?? options.colors ?? []), ...(Object.keys(COLORS) as ChartColor[])]),
  ];
  const series = names.map((label, index): Series => {
    const raw = given.find((row) => nameOf(row) === label)?.[group ?? ''];
    const chosen = axes.options?.colors?.[String(raw)] ?? palette[index % palette.length] ?? 'orange';
    return { name: `s${index}`, label, color: COLORS[chosen] };
  });
  const rows = new Map<string | number, Record<string, string | number>>();
  for (const row of given) {
    const raw = row[along.field] ?? '';
    const x = toScale ? numberOf(raw) : along.fieldType === 'datetime' ? dayOf(raw) : shown(along.field, raw);
    const at = rows.get(x) ?? { x };
    rows.set(x, { ...at, [`s${names.indexOf(nameOf(row))}`]: Number(row[across.field]) });
  }
  const shownX = (x: string | number) => (toScale && along.fieldType === 'datetime' ? dayOf(x) : String(x));
  const list = [...rows.values()];
  if (toScale) list.sort((left, right) => Number(left['x']) - Number(right['x']));
  return { rows: list, series, shownX, words: inWords(list, series, shownX) };
}

function inWords(rows: ChartTable['rows'], series: readonly Series[], shownX: ChartTable['shownX']): string {
  return series
    .map(({ name, label }) => {
      const points = rows.flatMap((row) => (row[name] === undefined ? [] : [`${shownX(row['x'] ?? '')} ${row[name]}`]));
      return `${label}: ${points.join(', ')}`;
    })
    .join('. ');
}

/** A number, or the UTC milliseconds of an ISO day or instant. */
const numberOf = (value: string | number): number =>
  typeof value === 'number' || !Number.isNaN(Number(value)) ? Number(value) : Date.parse(value);

const day = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
const dayOf = (value: string | number): string => day.format(numberOf(value));
