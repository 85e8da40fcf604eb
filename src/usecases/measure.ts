import { labelOf, pathOf } from '../domain/definitions/definition-set.ts';
import { type Funnel, funnel } from '../domain/funnel/funnel.ts';
import { type FunnelJourney, journeyColumns } from '../domain/funnel/journey-columns.ts';
import { type TimeProblem, timeProblems } from '../domain/funnel/time-problems.ts';
import { mapDealStages } from '../domain/journey/deal-stage.ts';
import type { Milestone } from '../domain/journey/milestone.ts';
import { dealRowAt, type DealWithVisits } from '../domain/pipeline/deal-row.ts';
import { pipelineFigures, type PipelineFigures } from '../domain/pipeline/pipeline.ts';
import { type Instant, toIso } from '../domain/values/instant.ts';
import type { PortalSettings } from './ports.ts';

/** Every metric of a portal as of one instant: what `preview`, the API and the pages return. */
export interface Measurement extends Funnel {
  readonly asOf: string;
  readonly definitionVersion: number;
  readonly pipeline: PipelineFigures;
  /** Journeys left out of every total above, by reason. */
  readonly excluded: Readonly<Record<string, number>>;
  readonly hygiene: Hygiene;
}

/** What the data lacks: journeys whose source nobody knows cannot be credited to any channel (S3-07). */
export interface Hygiene {
  readonly journeys: number;
  readonly unknownChannel: number;
}

export interface Population {
  readonly settings: PortalSettings;
  readonly journeys: readonly (FunnelJourney & { readonly channel: string })[];
  readonly deals: readonly DealWithVisits[];
  readonly excluded: Readonly<Record<string, number>>;
}

/** One population, one engine: all figures come from the same rows, so they agree with each other. */
export function measure(
  { settings, journeys, deals, excluded }: Population,
  asOf: Instant,
): { measurement: Measurement; problems: TimeProblem[] } {
  const { definitions, timeZone, currency } = settings;
  const path = pathFor(settings);
  const columns = journeyColumns(journeys, path, asOf, settings.dimensions);
  const started = journeys.filter((journey) => journey.visits.some((visit) => visit.enteredAt <= asOf));
  const rows = deals.filter((deal) => deal.createdAt <= asOf || deal.visits.some((visit) => visit.enteredAt <= asOf));
  const measurement = {
    asOf: toIso(asOf),
    definitionVersion: definitions.version,
    ...funnel(columns, timeZone, (id: Milestone) => labelOf(definitions, id)),
    pipeline: pipelineFigures(
      rows.map((deal) => dealRowAt(deal, asOf)),
      currency,
    ),
    excluded,
    hygiene: {
      journeys: columns.size,
      unknownChannel: started.filter((journey) => journey.channel === 'unknown').length,
    },
  };
  return { measurement, problems: timeProblems(journeys, path, asOf) };
}

/** The preset's path without deal steps that no stage of the portal stands for. */
export function pathFor({ definitions, stages }: PortalSettings): readonly Milestone[] {
  return pathOf(definitions, new Set(mapDealStages(stages, definitions).values()));
}
