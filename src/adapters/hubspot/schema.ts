import {
  ACCOUNT_MILESTONES,
  type AccountMilestone,
  DEAL_MILESTONES,
  MILESTONES,
  type Milestone,
  PERSON_MILESTONES,
  SIDE_EXITS,
} from '../../domain/journey/milestone.ts';
import { answerProperty, type IN_HUBSPOT } from '../../domain/stage/answers.ts';
import type { Acquisition } from '../../domain/touch/list-kinds.ts';

/**
 * Everything we own in HubSpot: names, types, labels, options, descriptions. Provisioning, the mapping of records and the docs read it.
 *
 * Ownership: *ours* is desired state, restored if somebody edits it; answers of discovery are shared with people. What HubSpot itself
 * defines is not defined here.
 */
export interface OwnedProperty {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'datetime' | 'enumeration';
  readonly fieldType: 'text' | 'number' | 'date' | 'select';
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly hasUniqueValue?: boolean;
}

export const GROUP = { name: 'l2r', label: 'Lead to Revenue' } as const;

/** Milestones whose dates stand on contacts and on deals. */
export const CONTACT_DATES: readonly Milestone[] = [...PERSON_MILESTONES, 'MQO', 'SQO', 'WON', 'LOST', ...SIDE_EXITS];
export const DEAL_DATES: readonly Milestone[] = DEAL_MILESTONES;

type AnyMilestone = AccountMilestone | Milestone;

export const enteredName = (milestone: AnyMilestone): string => `l2r_date_entered_${milestone.toLowerCase()}`;
export const exitedName = (milestone: AnyMilestone): string => `l2r_date_exited_${milestone.toLowerCase()}`;

const text = (name: string, label: string, description: string): OwnedProperty => ({
  name,
  label,
  description,
  type: 'string',
  fieldType: 'text',
});
const number = (name: string, label: string, description: string): OwnedProperty => ({
  name,
  label,
  description,
  type: 'number',
  fieldType: 'number',
});
const datetime = (name: string, label: string, description: string): OwnedProperty => ({
  name,
  label,
  description,
  type: 'datetime',
  fieldType: 'date',
});

const stageOptions = MILESTONES.map((id) => ({ label: id, value: id }));

const dates = (milestones: readonly AnyMilestone[]): OwnedProperty[] =>
  milestones.flatMap((id) => [
    datetime(
      enteredName(id),
      `L2R date entered ${id}`,
      `When the latest stay in ${id} began. Skipped stages have no date.`,
    ),
    datetime(exitedName(id), `L2R date exited ${id}`, `When the latest stay in ${id} ended; empty while it lasts.`),
  ]);

/** Knows a deal or a task of ours again, so that making it twice makes one. */
export const DEAL_KEY: OwnedProperty = {
  ...text('l2r_deal_key', 'L2R deal key', 'Which meeting made this deal; empty for deals made by people.'),
  hasUniqueValue: true,
};
export const TASK_KEY: OwnedProperty = {
  ...text('l2r_task_key', 'L2R task key', 'Which handoff this task is for; empty for tasks made by people.'),
  hasUniqueValue: true,
};

const select = (
  name: string,
  label: string,
  description: string,
  values: readonly (readonly [value: string, label: string])[],
): OwnedProperty => ({
  name,
  label,
  description,
  type: 'enumeration',
  fieldType: 'select',
  options: values.map(([value, optionLabel]) => ({ value, label: optionLabel })),
});

const yesNo = (name: string, label: string, description: string): OwnedProperty =>
  select(name, label, description, [
    ['true', 'Yes'],
    ['false', 'No'],
  ]);

const SLA_STATES = [
  ['running', 'Running'],
  ['met', 'Met'],
  ['missed', 'Missed'],
] as const;

/** In order of worth: a portal that has no room for all gets the first ones. */
export const CONTACT_PROPERTIES: readonly OwnedProperty[] = [
  {
    name: 'l2r_stage',
    label: 'L2R stage',
    description: 'Where the latest attempt stands, or how it ended.',
    type: 'enumeration',
    fieldType: 'select',
    options: stageOptions,
  },
  datetime('l2r_stage_entered_at', 'L2R stage entered at', 'When that stage or end was reached.'),
  number('l2r_attempt', 'L2R attempt', 'Which attempt of this person at the way from lead to revenue this is.'),
  select('l2r_priority', 'L2R priority', 'How urgent the lead is; P1 is a hand-raiser.', [
    ['P1', 'P1'],
    ['P2', 'P2'],
    ['P3', 'P3'],
    ['P4', 'P4'],
  ]),
  text(
    'l2r_priority_reason',
    'L2R priority reason',
    'Why the lead has this priority, as a code of the definition set.',
  ),
  number(
    'l2r_score',
    'L2R behavior score',
    'Points for what the person did and what is heard of the account, faded to now.',
  ),
  number('l2r_fit_score', 'L2R fit score', 'Points for how well the company and the role fit.'),
  text('l2r_grade', 'L2R grade', 'Fit (A best to D) and behavior (1 most active to 4), as in A1.'),
  yesNo('l2r_icp', 'L2R ICP', 'Whether the account fits the ideal customer profile.'),
  yesNo('l2r_target', 'L2R target', 'Whether the person has a role with authority and is no junk.'),
  datetime('l2r_sla_due_at', 'L2R SLA due at', 'By when the lead has to be answered.'),
  select(
    'l2r_sla_status',
    'L2R SLA status',
    'Whether the clock of the latest offer runs, was met or was missed.',
    SLA_STATES,
  ),
  datetime('l2r_assigned_at', 'L2R assigned at', 'When the lead was offered to its owner.'),
  datetime('l2r_first_response_at', 'L2R first response at', 'When the latest offer was answered.'),
  number('l2r_response_minutes', 'L2R response minutes', 'Elapsed minutes from the raised hand to that answer.'),
  text('l2r_recycle_reason', 'L2R recycle reason', 'Why the lead was recycled, as a code of the definition set.'),
  datetime('l2r_recycled_until', 'L2R recycled until', 'When the recycled lead is to come back.'),
  text(
    'l2r_disqualified_reason',
    'L2R disqualified reason',
    'Why the person is never to come back, as a code of the definition set.',
  ),
  number(
    'l2r_engagement_score',
    'L2R engagement score',
    'Of the behavior score, the points for what the person did with us.',
  ),
  datetime(
    'l2r_score_at',
    'L2R score at',
    'When the scores were last worked out: with something new, or a change of band.',
  ),
  select(
    'l2r_acquisition',
    'L2R acquisition',
    'How a list made this person known to us; written when the list makes them, and not afterwards.',
    [
      ['event', 'Event'],
      ['content_syndication', 'Content syndication'],
      ['sponsored', 'Sponsored program'],
      ['sponsored_no_consent', 'Sponsored, without consent'],
      ['purchased', 'Purchased list'],
    ] satisfies readonly (readonly [Acquisition, string])[],
  ),
  number('l2r_days_in_stage', 'L2R days in last stage', 'Elapsed days the latest finished stage took.'),
  number(
    'l2r_stage_conversion_rate',
    'L2R stage conversion rate',
    'Share (0–1) of comparable journeys that went on from this stage to the next; published weekly, empty below 20.',
  ),
  number(
    'l2r_stage_median_days',
    'L2R stage median days',
    'Median days comparable journeys took from this stage to the next; published weekly.',
  ),
  ...dates(CONTACT_DATES),
];

/**
 * Answers of discovery on contacts. People write them too: what they write is an answer like any other, and is not written over
 * (docs/decisions/0009-answers-are-shared.md).
 */
export const ANSWER_PROPERTIES: readonly OwnedProperty[] = (
  [
    ['need', 'need', 'What the person needs, and why now.'],
    ['budget', 'budget', 'What may be spent, and whether it is granted.'],
    ['authority', 'authority', 'Who decides, and whether this person does.'],
    ['timeline', 'timeline', 'By when they want to decide and to begin.'],
    ['decision_process', 'decision process', 'How they decide: steps, people, papers.'],
  ] satisfies readonly (readonly [(typeof IN_HUBSPOT)[number], string, string])[]
).map(([id, label, description]) => text(answerProperty(id), `L2R ${label}`, description));

export const DEAL_PROPERTIES: readonly OwnedProperty[] = [
  select('l2r_mqo_status', 'L2R MQO status', 'What became of the offer to the account executive.', [
    ['offered', 'Offered'],
    ['accepted', 'Accepted'],
    ['rejected', 'Rejected'],
  ]),
  datetime('l2r_mqo_due_at', 'L2R MQO due at', 'By when the offer has to be decided.'),
  datetime('l2r_mqo_decided_at', 'L2R MQO decided at', 'When it was decided.'),
  text('l2r_mqo_reason', 'L2R MQO reason', 'Why it was rejected, as a code of the definition set.'),
  ...dates(DEAL_DATES),
];

export const COMPANY_PROPERTIES: readonly OwnedProperty[] = [
  select(
    'l2r_account_stage',
    'L2R account stage',
    'The furthest stage the account is in; empty outside the universe.',
    ACCOUNT_MILESTONES.map((id) => [id, id] as const),
  ),
  number(
    'l2r_account_score',
    'L2R account score',
    'How much the account may be worth, 0–100: fit of the company and its signals.',
  ),
  yesNo('l2r_account_icp', 'L2R account ICP', 'Whether the account fits the ideal customer profile.'),
  text('l2r_account_tier', 'L2R account tier', 'Its tier, as the definition set calls it.'),
  number(
    'l2r_account_intent',
    'L2R account intent',
    'Points for signs of interest outside, faded to when they were last worked out.',
  ),
  number('l2r_open_journeys', 'L2R open journeys', 'Attempts of its people that have not ended.'),
  ...dates(ACCOUNT_MILESTONES),
];

/** One cell of the funnel per record: period × segment × pair of stages. */
export const FUNNEL_METRIC = {
  name: 'l2r_funnel_metric',
  labels: { singular: 'Funnel Metric', plural: 'Funnel Metrics' },
  description: 'Conversion and speed between two stages for one month and one channel.',
  key: 'l2r_metric_key',
  properties: [
    { ...text('l2r_metric_key', 'Metric key', 'Period, segment and pair; one record for each.'), hasUniqueValue: true },
    text('l2r_period', 'Period', 'Month in which the journeys entered the first stage (YYYY-MM), or "all".'),
    text('l2r_segment', 'Segment', 'Channel of the journeys, or "all".'),
    text('l2r_from_stage', 'From stage', 'Stage the journeys were observed in.'),
    text('l2r_to_stage', 'To stage', 'Stage they were to reach.'),
    number('l2r_entered', 'Entered', 'Journeys observed at the first stage.'),
    number('l2r_converted', 'Converted', 'Of these, observed at the second stage.'),
    number('l2r_inferred', 'Inferred', 'Of these, passed the second stage unseen.'),
    number('l2r_open', 'Open', 'Of these, still on the way.'),
    number('l2r_rate', 'Rate', 'Converted ÷ entered (0–1); empty below 20 entries.'),
    number('l2r_rate_low', 'Rate, lower bound', 'Lower bound of the 95 % interval.'),
    number('l2r_rate_high', 'Rate, upper bound', 'Upper bound of the 95 % interval.'),
    number('l2r_median_days', 'Median days', 'Median elapsed days between the two.'),
  ],
} as const satisfies {
  name: string;
  labels: object;
  description: string;
  key: string;
  properties: readonly OwnedProperty[];
};
