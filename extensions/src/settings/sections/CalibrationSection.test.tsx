import { Alert, BarChart, Button, Checkbox, Select } from '@hubspot/ui-extensions';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { CalibrationAnswer, CalibrationView } from '../../../../src/http/contract/calibration.ts';
import { json, pass, turns, useTestTime } from '../../support/card-test.tsx';
import type { Report, RuleWeight, RuleWeights } from '../document/weights.ts';
import { DEFINITIONS, draftOf, openPage, type OpenPage, settingsAnswer } from '../support/open-page.tsx';

beforeEach(() => useTestTime(1_000));
afterEach(() => vi.useRealTimers());
afterEach(() => vi.unstubAllGlobals());

const fit = (id: string, points: number) => ({
  ...{ id, label: id, points, family: 'title' as const },
  when: { fact: 'contact.jobtitle', op: 'is_known' as const },
});
const BASE = DEFINITIONS.scoring;
if (!BASE) throw new Error('no scores');
const SCORING = { ...BASE, fit: { ...BASE.fit, rules: [fit('director', 30), fit('student', -5)] } };
const IN_FORCE = { ...DEFINITIONS, scoring: SCORING };

const weight = (over: Partial<RuleWeight>): RuleWeight => ({
  ...{ group: null, groupLabel: 'Fit', id: 'director', label: 'director', counts: 'holds' },
  ...{ entries: 120, current: 30, suggested: { points: 42, low: 35.2, high: 48.9 }, why: null },
  ...over,
});
const WEIGHTS: RuleWeights = {
  version: 7,
  model: {
    ...{ auc: 0.74, standardError: 0.02, low: 0.7, high: 0.78, parameters: 3 },
    pointsToDouble: { fit: 12.2, behavior: 8 },
  },
  rules: [
    weight({}),
    weight({ id: 'student', label: 'student', current: -5, suggested: { points: -8, low: -12, high: -3 } }),
    weight({
      group: 'against',
      groupLabel: 'Signs against',
      id: 'jobs',
      label: 'Jobs page',
      current: -5,
      entries: 9,
      suggested: null,
      why: 'It counted for 9 leads; 20 are needed.',
    }),
    weight({ id: 'gone', label: 'gone' }),
  ],
};
const bin = { entries: 50, converted: 10, rate: 0.2, low: 0.11, high: 0.33 };
const REPORT: Report = {
  ...{ entries: 412, converted: 90, overall: { rate: 0.218, low: 0.18, high: 0.26 } },
  score: {
    entries: 412,
    auc: { auc: 0.712, standardError: 0.03, low: 0.653, high: 0.77 },
    reliability: [
      { ...bin, from: 40, to: 60, mean: 50 },
      { ...bin, from: 61, to: 90, mean: 70, rate: 0.4 },
    ],
    bands: { rows: [], alarms: [] },
  },
  grades: {
    rows: [
      { label: 'A1', ...bin, lift: 1.8 },
      { label: 'B2', entries: 12, converted: 3, rate: null, low: null, high: null, lift: null },
    ],
    alarms: [{ lower: 'B1', higher: 'A1', pValue: 0.012, sentence: 'B1 converts better than A1: 30 of 50.' }],
  },
  used: [{ name: 'touch.jobs_page', basis: 'dated', blank: 0, late: 0, alone: 0.61, suspicious: false }],
  leftOut: [
    {
      ...{
        name: 'contact.call_notes',
        reason: 'changed after',
        sentence: 'last changed after the AQL in 90 of 90 rows with a value',
      },
      ...{ stated: 90, changedAfter: 90, undated: 0, alone: 0.97, suspicious: true },
    },
  ],
  model: { refused: '' },
  suggestion: { refused: '' },
  weights: WEIGHTS,
};

const found = (over: Partial<CalibrationView> = {}): CalibrationAnswer => ({
  now: 2_000,
  calibration: {
    ...{ calibrationId: 'c1', target: 'pipeline', windowDays: 90, askedBy: 'Ada', askedAt: 1_000, state: 'done' },
    ...{ progress: 400, failure: null, result: REPORT },
    ...over,
  },
});

async function openOn(answer: CalibrationAnswer, over: Parameters<typeof settingsAnswer>[0] = {}): Promise<OpenPage> {
  const page = await openPage(json(settingsAnswer({ inForce: IN_FORCE, ...over })));
  page.answerWith(json(answer));
  await page.goTo('what-if', 'Calibration');
  return page;
}
async function click(page: OpenPage, testId: string): Promise<void> {
  page.findByTestId(Button, testId).trigger('onClick');
  await turns();
}
async function choose(page: OpenPage, name: string, isChosen = true): Promise<void> {
  (page.find(Checkbox, { name }).props.onChange as (isChosen: boolean) => void)(isChosen);
  await turns();
}

describe('a calibration', () => {
  test('is asked for with target and days, and asked about until it is done', async () => {
    const page = await openOn({ now: 2_000, calibration: null });
    expect(page.calls.at(-1)?.url).toBe('/calibrations');
    expect(page.text()).toContain('Nobody has asked yet.');
    (page.find(Select, { name: 'target' }).props.onChange as (target: string) => void)('won');
    await turns();
    page.answerWith(json(found({ state: 'running', progress: 40, result: null })));
    await click(page, 'calibrate');
    expect(page.posts()).toMatchObject([{ url: '/calibrations', body: { target: 'won', windowDays: 90 } }]);
    expect(page.text()).toContain('Looked at 40 records so far');
    expect(page.findByTestId(Button, 'calibrate').props.disabled).toBe(true);
    page.answerWith(json(found()));
    await pass(1_000);
    expect(page.calls.at(-1)?.url).toBe('/calibrations/c1');
    expect(page.text()).toContain('What the rules deserve');
  });

  test('that failed, or that cannot be asked for, says why', async () => {
    const page = await openOn(found({ state: 'failed', failure: 'It was begun several times.', result: null }));
    expect(page.text()).toContain('It was begun several times.');
    page.answerWith(json({ title: 'Not done', status: 409, detail: 'A calibration is running already.' }, 409));
    await click(page, 'calibrate');
    expect(page.text()).toContain('A calibration is running already.');
  });

  test('says in words whether the score ranks leads, where it does not, and what was left out', async () => {
    const page = await openOn(found());
    const text = page.text();
    expect(text).toContain('the right one first in 71 % of cases (95 % interval 65 % to 77 %; a coin has 50 %)');
    expect(text).toContain('It does better than chance.');
    expect(text).toContain('B1 converts better than A1: 30 of 50. Chance of that from noise: 1 %.');
    expect(text).toContain('10 (20 %, 11 % to 33 %)');
    expect(text).toContain('× 1.8');
    expect(text).toContain('Suspicious: ');
    expect(text).toContain('last changed after the AQL in 90 of 90 rows with a value');
    expect(text).toContain('Jobs page viewed');
    expect(page.find(BarChart).props.data).toMatchObject({ data: [{ score: '40–60', share: 20 }, { share: 40 }] });
  });
});

describe('suggested points', () => {
  const names = (page: OpenPage) => page.findAll(Checkbox).map(({ props }) => props.name);

  test('can be chosen where there are some and the draft has the rule; the others say why not', async () => {
    const page = await openOn(found());
    expect(names(page)).toEqual(['weight-/director', 'weight-/student']);
    expect(page.text()).toContain('It counted for 9 leads; 20 are needed.');
    expect(page.text()).toContain('not in the draft');
    expect(page.text()).toContain('+42');
    expect(page.text()).toContain('35.2 to 48.9');
    expect(page.findByTestId(Button, 'take-points').props.disabled).toBe(true);
  });

  test('put exactly the chosen ones into the draft, and publish nothing', async () => {
    const page = await openOn(found());
    await choose(page, 'weight-/student');
    await choose(page, 'weight-/director');
    await choose(page, 'weight-/student', false);
    const scoring = { ...SCORING, fit: { ...SCORING.fit, rules: [fit('director', 42), fit('student', -5)] } };
    page.answerWith(json(settingsAnswer({ inForce: IN_FORCE, draft: draftOf({ scoring }) })));
    await click(page, 'take-points');
    await pass(1_000);
    expect(page.posts()).toHaveLength(1);
    expect(page.posts()[0]).toMatchObject({ url: '/draft', body: { sections: { scoring } } });
    expect(page.posts()[0]?.body?.['sections']).toEqual({ scoring });
    expect(page.find(Alert, { variant: 'success' }).text).toContain(
      'Nothing is in force yet: try the draft, then publish it. A note for that: Points from the calibration of Jan 1, 1970: 412 leads against an accepted opportunity within 90 days.',
    );
    expect(names(page)).toEqual(['weight-/student']);
    expect(page.text()).toContain('draft: +42');
  });

  test('are chosen together where the points now lie outside their interval', async () => {
    const page = await openOn(found());
    await click(page, 'choose-clear');
    expect(page.find(Checkbox, { name: 'weight-/director' }).props.checked).toBe(true);
    expect(page.find(Checkbox, { name: 'weight-/student' }).props.checked).toBe(false);
  });

  test('are read, not chosen, by whoever may not edit', async () => {
    const page = await openOn(found(), { edit: { allowed: false, why: 'Only admins.' } });
    expect(page.findByTestId(Button, 'calibrate').props.disabled).toBe(true);
    expect(names(page)).toEqual([]);
    expect(page.maybeFindByTestId(Button, 'take-points')).toBeNull();
    expect(page.text()).toContain('+42');
  });

  test('are not told when there are too few leads; the reason is', async () => {
    const weights = {
      ...WEIGHTS,
      model: { refused: 'Too few leads to learn from.' },
      rules: [weight({ suggested: null })],
    };
    const page = await openOn(found({ result: { ...REPORT, weights } }));
    expect(page.text()).toContain('Too few leads to learn from.');
    expect(names(page)).toEqual([]);
  });
});
