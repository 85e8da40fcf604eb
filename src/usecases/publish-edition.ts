import { MIN_ENTRIES } from '../domain/values/ratio.ts';
import { type Conversion, conversion, forwardPairs, type Pair } from '../domain/funnel/conversion.ts';
import { allRows, type FunnelJourney, type JourneyColumns, journeyColumns } from '../domain/funnel/journey-columns.ts';
import { stageDuration } from '../domain/funnel/stage-duration.ts';
import type { Milestone } from '../domain/journey/milestone.ts';
import { stageIn } from '../domain/journey/standing.ts';
import { monthsCovering } from '../domain/values/calendar.ts';
import { DAY_MS, type Instant } from '../domain/values/instant.ts';
import { OUTBOX_LANE } from './outbox-lane.ts';
import { pathFor } from './measure.ts';
import type { FunnelFigure, OutgoingRecord, PortalSettings, RecordMapping, StageFigures } from './ports.ts';

export interface EditionRow extends StageFigures {
  readonly channel: string;
  readonly milestone: Milestone;
  readonly entered: number;
}

export interface Edition {
  readonly rows: readonly EditionRow[];
  readonly outgoing: readonly OutgoingRecord[];
  /** What becomes of the figures on contacts; everything else on them stays. */
  readonly figures: readonly { readonly contactId: string; readonly values: Readonly<Record<string, string>> }[];
}

type ChanneledJourney = FunnelJourney & { readonly channel: string };

/** Months and channels told in HubSpot; with the five pairs of a path this stays far below the bound on Funnel Metric records. */
const MONTHS = 13;
const CHANNELS = 25;

/**
 * The figures published onto records once a week (design D9): per channel what share goes on from each stage to the next and how long
 * that takes, on the contacts of open journeys, and the funnel by month and channel as Funnel Metric records. Pure.
 */
export function composeEdition(
  settings: PortalSettings,
  journeys: readonly ChanneledJourney[],
  mapping: RecordMapping,
  now: Instant,
): Edition {
  const path = pathFor(settings);
  const columns = journeyColumns(
    journeys.map((each) => ({ ...each, dimensions: { channel: each.channel } })),
    path,
    now,
    ['channel'],
  );
  const steps = forwardPairs(path).filter((pair) => path.indexOf(pair.to) === path.indexOf(pair.from) + 1);
  const channels = groupByChannel(columns);
  const rows = [...channels].flatMap(([channel, members]) =>
    steps.map((pair) => editionRow(columns, channel, pair, members)),
  );
  return {
    rows,
    outgoing: metricRecords(settings, columns, channels, steps, mapping, now),
    figures: contactFigures(journeys, rows, mapping),
  };
}

function editionRow(columns: JourneyColumns, channel: string, pair: Pair, members: readonly number[]): EditionRow {
  const { entered, rate } = conversion(columns, pair, members);
  const { medianDays } = stageDuration(columns, pair, members);
  const isEnough = entered >= MIN_ENTRIES;
  return {
    channel,
    milestone: pair.from,
    entered,
    rate: isEnough ? rate : null,
    medianDays: isEnough ? medianDays : null,
  };
}

/** Only people on an open journey: the figures tell what usually comes next. */
function contactFigures(
  journeys: readonly ChanneledJourney[],
  rows: readonly EditionRow[],
  mapping: RecordMapping,
): Edition['figures'] {
  const figures = new Map(rows.map((row) => [`${row.channel} ${row.milestone}`, row]));
  return [...Map.groupBy(journeys, (journey) => journey.contactId)].flatMap(([contactId, own]) => {
    const last = own.at(-1);
    const stage = last && stageIn(last.visits);
    if (!last || !stage) return [];
    return [{ contactId, values: mapping.figures(figures.get(`${last.channel} ${stage.milestone}`)) }];
  });
}

function metricRecords(
  settings: PortalSettings,
  columns: JourneyColumns,
  channels: ReadonlyMap<string, readonly number[]>,
  steps: readonly Pair[],
  mapping: RecordMapping,
  now: Instant,
): OutgoingRecord[] {
  const segments = new Map([['all', allRows(columns)] as const, ...boundedChannels(channels)]);
  const months = monthsCovering(now - 31 * DAY_MS * MONTHS, now, settings.timeZone).slice(-MONTHS);
  return [...segments].flatMap(([segment, members]) =>
    steps.flatMap((pair) =>
      [{ name: 'all', startAt: Number.NEGATIVE_INFINITY, endAt: Number.POSITIVE_INFINITY }, ...months].flatMap(
        (month) => {
          const entries = columns.enteredAt[pair.from];
          const rows = members.filter(
            (row) => (entries[row] ?? Number.NaN) >= month.startAt && (entries[row] ?? Number.NaN) < month.endAt,
          );
          const counts = conversion(columns, pair, rows);
          if (counts.entered === 0) return [];
          const figure = figureOf(month.name, segment, counts, stageDuration(columns, pair, rows).medianDays);
          const { type, id, properties } = mapping.funnelMetric(figure);
          return [{ type, id, lane: OUTBOX_LANE.edition, desired: properties }];
        },
      ),
    ),
  );
}

function figureOf(period: string, segment: string, counts: Conversion, medianDays: number | null): FunnelFigure {
  const { from, to, entered, converted, inferred, open } = counts;
  const shown = entered >= MIN_ENTRIES ? counts : { rate: null, low: null, high: null };
  return {
    period,
    segment,
    from,
    to,
    entered,
    converted,
    inferred,
    open,
    rate: shown.rate,
    low: shown.low,
    high: shown.high,
    medianDays: entered >= MIN_ENTRIES ? medianDays : null,
  };
}

/** The largest channels by name; what does not fit is told together as "other". */
function boundedChannels(channels: ReadonlyMap<string, readonly number[]>): [string, number[]][] {
  const ranked = [...channels].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const rest = ranked.slice(CHANNELS).flatMap(([, rows]) => rows);
  const kept = ranked.slice(0, CHANNELS).map(([channel, rows]): [string, number[]] => [channel, [...rows]]);
  return rest.length === 0 ? kept : [...kept, ['other', rest]];
}

const groupByChannel = (columns: JourneyColumns): Map<string, number[]> =>
  Map.groupBy(allRows(columns), (row) => columns.dimensions['channel']?.[row] ?? 'unknown');
