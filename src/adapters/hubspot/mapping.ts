import { clockState, type Handoff } from '../../domain/handoff/handoff.ts';
import type { AccountVisit } from '../../domain/account/account-visits.ts';
import type { AccountRules } from '../../domain/definitions/account-rules.ts';
import type { Journey, Visit } from '../../domain/journey/journey.ts';
import { ACCOUNT_MILESTONES, type AccountMilestone, type Milestone } from '../../domain/journey/milestone.ts';
import { endOf, latestOf, stageIn } from '../../domain/journey/standing.ts';
import { DAY_MS, MINUTE_MS, toIso } from '../../domain/values/instant.ts';
import { UNIT } from '../../domain/scoring/faded-points.ts';
import { cellOf } from '../../domain/scoring/score.ts';
import type { AccountState } from '../../usecases/account-ports.ts';
import type {
  FunnelFigure,
  PersonAssessment,
  PropertyWrite,
  RecordMapping,
  StageFigures,
} from '../../usecases/ports.ts';
import {
  ANSWER_PROPERTIES,
  COMPANY_PROPERTIES,
  CONTACT_DATES,
  CONTACT_PROPERTIES,
  DEAL_DATES,
  DEAL_PROPERTIES,
  enteredName,
  exitedName,
  FUNNEL_METRIC,
} from './schema.ts';

type Values = Readonly<Record<string, string>>;

/** How journeys, deals and figures are told in HubSpot's properties. Empty values are left out: a record without one says nothing. */
export const recordMapping: RecordMapping = {
  contact,
  figures: (figures) => mapValues(figureValues(figures)),
  deal: (visits, mqo) => ({ ...datesOf(visits, DEAL_DATES), ...mqoValues(mqo) }),
  company,
  funnelMetric,
  writtenProperties: [
    ...CONTACT_PROPERTIES.map(({ name }) => ({ type: 'contact', property: name, ownership: 'ours' as const })),
    ...ANSWER_PROPERTIES.map(({ name }) => ({ type: 'contact', property: name, ownership: 'shared' as const })),
    ...COMPANY_PROPERTIES.map(({ name }) => ({ type: 'company', property: name, ownership: 'ours' as const })),
    ...DEAL_PROPERTIES.map(({ name }) => ({ type: 'deal', property: name, ownership: 'ours' as const })),
    ...FUNNEL_METRIC.properties.map(({ name }) => ({
      type: 'funnel_metric',
      property: name,
      ownership: 'ours' as const,
    })),
  ],
};

function contact(
  journeys: readonly Pick<Journey, 'attempt' | 'visits'>[],
  figures: StageFigures | undefined,
  lead?: Handoff,
  assessment?: PersonAssessment,
  disqualifiedReason?: string,
): Values {
  const last = journeys.at(-1);
  const person = { ...scoreValues(assessment), l2r_disqualified_reason: disqualifiedReason };
  if (!last) return withoutEmpty(person);
  const stage = stageIn(last.visits) ?? endOf(last.visits);
  return withoutEmpty({
    l2r_stage: stage?.milestone,
    l2r_stage_entered_at: stage && toIso(stage.enteredAt),
    l2r_attempt: String(last.attempt),
    ...leadValues(lead),
    ...person,
    l2r_days_in_stage: daysInLastStage(last.visits),
    ...figureValues(figures),
    ...datesOf(
      journeys.flatMap((journey) => journey.visits),
      CONTACT_DATES,
    ),
  });
}

const figureValues = (figures: StageFigures | undefined) => ({
  l2r_stage_conversion_rate: figures?.rate?.toFixed(3),
  l2r_stage_median_days: figures?.medianDays?.toFixed(1),
});

function leadValues(lead: Handoff | undefined): Record<string, string | undefined> {
  if (!lead) return {};
  const { clock, state, reason, wakeAt } = lead;
  return {
    l2r_priority: lead.priority,
    l2r_priority_reason: lead.cause,
    l2r_sla_due_at: toIso(clock.dueAt),
    l2r_sla_status: clockState(clock),
    l2r_assigned_at: lead.ownerId === undefined ? undefined : toIso(lead.offeredAt),
    l2r_first_response_at: clock.stoppedAt === undefined ? undefined : toIso(clock.stoppedAt),
    l2r_response_minutes:
      clock.stoppedAt === undefined ? undefined : ((clock.stoppedAt - clock.startedAt) / MINUTE_MS).toFixed(1),
    l2r_recycle_reason: state === 'recycled' ? reason : undefined,
    l2r_recycled_until: state === 'recycled' && wakeAt !== undefined ? toIso(wakeAt) : undefined,
  };
}

/** Whole points: a score that fades is written when somebody acts or changes band, and never for a fraction (design D9). */
function scoreValues(assessment: PersonAssessment | undefined): Record<string, string | undefined> {
  if (!assessment) return {};
  const { score, at, icp, target } = assessment;
  const whole = (units: number) => String(Math.round(units / UNIT));
  return {
    l2r_score: whole(score.behavior),
    l2r_score_at: toIso(at),
    l2r_fit_score: whole(score.fit),
    l2r_engagement_score: whole(score.engagement + score.breadth),
    l2r_grade: cellOf(score),
    l2r_icp: String(icp),
    l2r_target: String(target),
  };
}

function mqoValues(mqo: Handoff | undefined): Values {
  if (!mqo) return {};
  return withoutEmpty({
    l2r_mqo_status: mqo.state === 'recycled' ? 'rejected' : mqo.state,
    l2r_mqo_due_at: toIso(mqo.clock.dueAt),
    l2r_mqo_decided_at: mqo.decidedAt === undefined ? undefined : toIso(mqo.decidedAt),
    l2r_mqo_reason: mqo.state === 'rejected' ? mqo.reason : undefined,
  });
}

function company({ assessment, visits, openJourneys }: AccountState, { tiers }: AccountRules): Values {
  const { score, icp, tier, intent } = assessment;
  return withoutEmpty({
    l2r_account_stage: visits.find(({ exitedAt }) => exitedAt === undefined)?.milestone,
    l2r_account_score: String(score),
    l2r_account_icp: String(icp),
    l2r_account_tier: tiers.values.find(({ value }) => value === tier)?.label,
    l2r_account_intent: String(Math.round(intent / UNIT)),
    l2r_open_journeys: String(openJourneys),
    ...datesOf(visits, ACCOUNT_MILESTONES),
  });
}

function datesOf<M extends Milestone | AccountMilestone>(
  visits: readonly (Pick<Visit | AccountVisit, 'enteredAt' | 'exitedAt'> & { readonly milestone: M })[],
  milestones: readonly M[],
): Values {
  const pairs = milestones.flatMap((milestone) => {
    const visit = latestOf(visits.filter((each) => each.milestone === milestone));
    return [
      [enteredName(milestone), visit && toIso(visit.enteredAt)],
      [exitedName(milestone), visit?.exitedAt === undefined ? undefined : toIso(visit.exitedAt)],
    ] as const;
  });
  return withoutEmpty(Object.fromEntries(pairs));
}

function daysInLastStage(visits: readonly Visit[]): string | undefined {
  const finished = visits.filter((visit) => visit.exitedAt !== undefined && visit.dated);
  const last = finished.reduce<Visit | undefined>(
    (latest, visit) => (!latest || (visit.exitedAt ?? 0) >= (latest.exitedAt ?? 0) ? visit : latest),
    undefined,
  );
  return last?.exitedAt === undefined ? undefined : ((last.exitedAt - last.enteredAt) / DAY_MS).toFixed(1);
}

function funnelMetric(figure: FunnelFigure): PropertyWrite {
  const { period, segment, from, to } = figure;
  const id = [period, segment, from, to].join('|');
  const properties = withoutEmpty({
    l2r_period: period,
    l2r_segment: segment,
    l2r_from_stage: from,
    l2r_to_stage: to,
    l2r_entered: String(figure.entered),
    l2r_converted: String(figure.converted),
    l2r_inferred: String(figure.inferred),
    l2r_open: String(figure.open),
    l2r_rate: figure.rate?.toFixed(4),
    l2r_rate_low: figure.low?.toFixed(4),
    l2r_rate_high: figure.high?.toFixed(4),
    l2r_median_days: figure.medianDays?.toFixed(2),
  });
  return { type: 'funnel_metric', id, properties };
}

const withoutEmpty = (values: Readonly<Record<string, string | undefined>>): Values =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  );

const mapValues = (values: Readonly<Record<string, string | undefined>>): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value ?? '']));
