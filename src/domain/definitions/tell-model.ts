import { describe, type NameOf } from '../predicate/describe.ts';
import type { Predicate } from '../predicate/predicate.ts';
import { type DefinitionSet, labelOf } from './definition-set.ts';
import type { Milestone } from '../journey/milestone.ts';
import { ANSWERS_AT } from '../stage/stage-gate.ts';
import type { ScoreGroup } from './scoring-rules.ts';
import type { StageRule } from './stage-rules.ts';

/** A heading and what is true under it, in sentences. */
export interface Told {
  readonly label: string;
  readonly sentences: readonly string[];
}

const OWNERS: Readonly<Record<StageRule['ownerRole'], string>> = {
  marketing: 'Marketing',
  sdr: 'Sales development',
  ae: 'Account executives',
  cs: 'Customer success',
};

/** The stages of the path in sentences made from the rules, so that the words never say anything else than what is done (S1-16, S5-14). */
export function tellStages(definitions: DefinitionSet, path: readonly Milestone[], nameOf: NameOf) {
  return path.map((id) => {
    const rule = definitions.stages[id];
    return {
      id,
      label: labelOf(definitions, id),
      owner: rule ? OWNERS[rule.ownerRole] : '',
      sentences: [
        ...(rule ? stageSentences(rule, nameOf) : []),
        ...(id === ANSWERS_AT ? answerSentences(definitions) : []),
      ],
    };
  });
}

function stageSentences(rule: StageRule, nameOf: NameOf): string[] {
  const { meaning, entry, exit, requiredFields, windowDays, targets, skip, reentry } = rule;
  const { rate, medianDays, perMonth } = targets;
  return [
    meaning,
    ...entry.map(({ label, when, level }) => `To enter: ${label} (${describe(when, nameOf)}), ${LEVELS[level]}.`),
    ...exit.map(({ label, when, level }) => `To leave: ${label} (${describe(when, nameOf)}), ${LEVELS[level]}.`),
    ...requiredFields.map(({ label, level }) => `${label}: ${LEVELS[level]}.`),
    ...(skip === 'forbid' ? ['It must not be skipped.'] : []),
    ...(reentry === 'same_attempt' ? ['Coming back to it continues the same attempt.'] : []),
    ...(windowDays === undefined ? [] : [`A journey is expected to go on within ${windowDays} days.`]),
    ...(rate ? [`Target: ${percent(rate.from)} to ${percent(rate.to)} of it go on.`] : []),
    ...(medianDays === undefined ? [] : [`Target: half of those who go on do so within ${medianDays} days.`]),
    ...(perMonth === undefined ? [] : [`Target: ${perMonth} entries a month.`]),
  ].filter((sentence) => sentence !== '');
}

/** Answers asked for in one sentence, one for each level. */
function answerSentences({ qualification }: DefinitionSet): string[] {
  const byLevel = Map.groupBy(qualification?.answers ?? [], ({ level }) => level);
  return [...byLevel].map(([level, own]) => `Answers: ${own.map(({ label }) => label).join(', ')}; ${LEVELS[level]}.`);
}

const LEVELS = {
  block: 'nobody enters without it',
  warn: 'whoever enters without it says so, under their name',
  observe: 'only counted where it is missing',
} as const;
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Gates, fit, behavior, clocks and reasons in sentences. */
export function tellRules(definitions: DefinitionSet, nameOf: NameOf): Told[] {
  const { qualification, scoring, work, touchTypes } = definitions;
  const rule = (when: Predicate) => describe(when, nameOf);
  const touches = new Map(touchTypes.map(({ id, label }) => [id, label]));
  return [
    ...(qualification
      ? [
          { label: 'Ideal customer profile', sentences: [`${rule(qualification.icp)}.`] },
          { label: 'Target', sentences: [`${rule(qualification.target)}.`] },
          {
            label: 'Excluded',
            sentences: qualification.exclusions.map(({ label, when }) => `${label}: ${rule(when)}.`),
          },
          ...qualification.gates.map(({ label, when, entry, mode }) => ({
            label: `Gate: ${label}`,
            sentences: [
              `For ${when ? `whom ${rule(when)}` : 'everybody else'}.`,
              `Passes when ${rule(entry)}.`,
              MODES[mode],
            ],
          })),
          {
            label: 'Recycling',
            sentences: [
              `A recycled lead rests ${qualification.embargoDays} days unless its reason says otherwise; a raised hand ends the rest.`,
              ...(work?.recycleReasons ?? []).map(
                ({ label, wakeDays, onWake }) =>
                  `${label}: after ${wakeDays} days ${onWake === 'offer' ? 'it is offered again if it still fits' : 'the gate is asked again'}.`,
              ),
            ],
          },
        ]
      : []),
    ...(scoring
      ? [
          {
            label: 'Fit',
            sentences: [
              ...scoring.fit.rules.map(({ label, points, when }) => `${label}: ${signed(points)} (${rule(when)}).`),
              ...scoring.fit.vetoes.map(
                ({ label, when }) => `${label}: lowest grade, whatever the points (${rule(when)}).`,
              ),
              `Grades: ${scoring.fit.grades.map(({ grade, from }) => `${grade} from ${from}`).join(', ')}, else D.`,
            ],
          },
          ...scoring.behavior.groups.map((group) => ({
            label: group.label,
            sentences: groupSentences(group, touches, rule),
          })),
          {
            label: 'Several channels',
            sentences: [
              `${signed(scoring.behavior.breadth.perChannel)} for each channel somebody was active on in the last ${scoring.behavior.breadth.withinDays} days, at most ${scoring.behavior.breadth.cap}.`,
              `Bands: ${scoring.behavior.bands.map(({ band, from }) => `${band} from ${from}`).join(', ')}, else 4.`,
            ],
          },
        ]
      : []),
    ...(work
      ? [
          {
            label: 'Clocks',
            sentences: [
              ...Object.entries(work.firstResponse).map(
                ([priority, { target, limit }]) =>
                  `${priority}: first response within ${working(limit)}, better ${working(target)}.`,
              ),
              `An opportunity is decided within ${work.mqoDecision.limit / 60} hours, better ${work.mqoDecision.target / 60}.`,
            ],
          },
        ]
      : []),
  ];
}

const MODES = {
  observe: 'Only measured: nobody is offered because of it.',
  advise: 'Shown to people: nobody is offered because of it.',
  enforce: 'Kept: whoever passes is offered.',
} as const;

function groupSentences(
  group: ScoreGroup,
  touches: ReadonlyMap<string, string>,
  rule: (when: Predicate) => string,
): string[] {
  const { kind, cap, halfLifeDays, rules } = group;
  return [
    ...rules.map((each) => {
      if ('when' in each) return `${each.label}: ${signed(each.points)} (${rule(each.when)}).`;
      const what = 'touch' in each.on ? (touches.get(each.on.touch) ?? each.on.touch) : `signal of ${each.on.signal}`;
      return `${each.label}: ${signed(each.points)} each time${what === each.label ? '' : ` (${what})`}.`;
    }),
    kind === 'negative' ? `Takes away at most ${cap}.` : `At most ${cap}.`,
    halfLifeDays === undefined ? 'Points do not fade.' : `Points lose half their worth in ${halfLifeDays} days.`,
  ];
}

const signed = (points: number): string => (points > 0 ? `+${points}` : `−${-points}`);

/** Two hours and more in hours. */
const working = (minutes: number): string =>
  minutes < 120 || minutes % 60 !== 0 ? `${minutes} working minutes` : `${minutes / 60} working hours`;
