import { z } from 'zod';
import { predicate } from '../predicate/predicate.ts';
import { code, days, label, level, property } from './codes.ts';

/** How strictly a gate is kept (S4-36): only measured, shown to people, or kept. */
export const GATE_MODES = ['observe', 'advise', 'enforce'] as const;

/** One of several ways through the gate to AQL (S4-30); the first whose condition holds is asked. */
const gate = z.strictObject({
  id: code,
  label,
  /** Segment, product or motion this gate is for; without it for everybody. */
  when: predicate.optional(),
  entry: predicate,
  mode: z.enum(GATE_MODES),
});

/** One answer of discovery (S1-05), kept with value, who and when. */
const answer = z.strictObject({ id: code, label, level });

/** Who becomes an AQL without raising a hand. */
export const qualificationRules = z.strictObject({
  /** The account fits (S2-09). */
  icp: predicate,
  /** The right role with authority, and not junk (S2-10). */
  target: predicate,
  /** Internal, test, competitors, customers: never an AQL, and counted beside every total. */
  exclusions: z.array(z.strictObject({ id: code, label, when: predicate })).max(50),
  gates: z.array(gate).min(1).max(20),
  /** Days after a recycle in which only a raised hand makes an AQL, where the reason says nothing else (S2-23). */
  embargoDays: days,
  /** Contact property that says how we came by a person, and its values that mean a bought address (S2-32). */
  acquisition: z.strictObject({ property, purchased: z.array(z.string().min(1)).max(20) }).optional(),
  /** What discovery has to find out; asked at the gate to SQO. */
  answers: z.array(answer).max(20),
});

export type QualificationRules = z.output<typeof qualificationRules>;
export type Question = QualificationRules['answers'][number];
export type Gate = QualificationRules['gates'][number];
