import type { AskableProperty, SettingsAnswer } from '../../../../src/http/contract/settings.ts';

/** The document that is edited here, and its parts. */
export type Definitions = SettingsAnswer['inForce'];
export type Section = keyof Definitions;
export type Scoring = NonNullable<Definitions['scoring']>;
export type Group = Scoring['behavior']['groups'][number];
export type GroupRule = Group['rules'][number];
export type FitRule = Scoring['fit']['rules'][number];
export type Qualification = NonNullable<Definitions['qualification']>;
export type Gate = Qualification['gates'][number];
export type Accounts = NonNullable<Definitions['accounts']>;
export type Work = NonNullable<Definitions['work']>;
export type TouchType = Definitions['touchTypes'][number];
export type Milestone = keyof Definitions['stages'];
export type StageRule = NonNullable<Definitions['stages'][Milestone]>;

export type Predicate = Qualification['icp'];
export type Test = Extract<Predicate, { op: unknown }>;
export type Op = Test['op'];

/** Something with a condition of its own: a veto, an exclusion, a criterion of a stage. */
export interface Condition {
  id: string;
  label: string;
  when: Predicate;
}

export type FactKind = AskableProperty['kind'];
export type { AskableProperty };
