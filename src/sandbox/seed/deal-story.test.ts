import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random.ts';
import { dealStory } from './deal-story.ts';
import { REGIONS } from './demo-regions.ts';
import { dice } from './dice.ts';
import { DAY_MS } from './working-time.ts';

const openedAt = Date.UTC(2026, 2, 2, 9);
const sale = { wonRate: 0.3, employees: 120, ae: '7201', region: REGIONS[0] };
const roll = dice(seededRandom(5));
const stories = Array.from({ length: 3000 }, () => dealStory(openedAt, sale, roll));
const stagesOf = (story: (typeof stories)[number]) =>
  story.changes.filter(({ property }) => property === 'dealstage').map(({ value }) => value);

describe('deals', () => {
  test('are won at the planted rate', () => {
    const won = stories.filter((story) => story.won).length / stories.length;
    expect(Math.abs(won - 0.3)).toBeLessThan(1.96 * Math.sqrt((0.3 * 0.7) / stories.length));
  });

  test('start with the first stage, never go back, and end closed', () => {
    const order = [
      'appointmentscheduled',
      'qualifiedtobuy',
      'presentationscheduled',
      'decisionmakerboughtin',
      'contractsent',
      'closedwon',
      'closedlost',
    ];
    for (const story of stories) {
      const places = stagesOf(story).map((stage) => order.indexOf(stage));
      expect(places[0]).toBe(0);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
      expect(places.at(-1)).toBe(story.won ? 5 : 6);
      expect(places.filter((place) => place > 4)).toHaveLength(1);
    }
  });

  test('get one amount and end with the day they closed on', () => {
    for (const { changes, closedAt } of stories.slice(0, 200)) {
      expect(changes.filter(({ property, value }) => property === 'amount' && Number(value) > 0)).toHaveLength(1);
      const dates = changes.filter(({ property }) => property === 'closedate').sort((a, b) => a.at - b.at);
      expect(dates.at(-1)).toMatchObject({ at: closedAt, value: new Date(closedAt).toISOString() });
      expect(dates.length).toBeGreaterThan(1);
    }
  });

  test('close within half a year, those that are won after more than a week', () => {
    for (const { changes, closedAt, won } of stories) {
      expect(closedAt - openedAt).toBeLessThan(180 * DAY_MS);
      if (won) expect(closedAt - openedAt).toBeGreaterThan(3 * DAY_MS);
      expect(Math.max(...changes.map(({ at }) => at))).toBe(closedAt);
    }
  });
});
