import { CONTENT_FORMS, pageUrl, type PageKind } from './demo-touches.ts';
import type { Dice } from './dice.ts';

/** One thing a known person does on the website or with an e-mail. */
export type Act = { does: 'visit'; url: string } | { does: 'click' } | { does: 'form'; name: string };

/** In steps of acts; a page kind is a visit there. */
type Course = readonly (PageKind | 'click' | 'form')[];

/** Enough on two channels to be worth a call. */
const BUYER: Course = ['product', 'pricing', 'click', 'cases', 'form', 'click', 'pricing'];
/** As busy, but for another reason. */
const JOB_SEEKER: Course = ['jobs', 'blog', 'click', 'jobs', 'cases', 'form', 'click', 'jobs'];

const SEEKS_JOB = 0.3;

/** What somebody does who has just become known and is taken with us: everything within minutes. */
export function courseOf(dice: Dice): Act[] {
  return (dice.chance(SEEKS_JOB) ? JOB_SEEKER : BUYER).map((step) => actOf(step, dice));
}

/** What anybody does now and then. */
export function someAct(dice: Dice): Act {
  const habits = { blog: 26, product: 18, cases: 10, pricing: 8, jobs: 5, click: 25, form: 8 } as const;
  const kinds = Object.keys(habits) as (keyof typeof habits)[];
  return actOf(
    dice.weighted(kinds, (kind) => habits[kind]),
    dice,
  );
}

function actOf(step: Course[number], dice: Dice): Act {
  if (step === 'click') return { does: 'click' };
  if (step === 'form') return { does: 'form', name: dice.pick(CONTENT_FORMS) };
  return { does: 'visit', url: pageUrl(step, dice) };
}
