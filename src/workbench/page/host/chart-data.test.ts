import { expect, it } from 'vitest';
import type { ChartProps } from '@hubspot/ui-extensions';
import { chartTable } from './chart-data.ts';

const upright = { position: 'x', toScale: false } as const;
const toScale = { position: 'x', toScale: true } as const;
const category = { field: 'stage', fieldType: 'category' } as const;
const people = { field: 'people', fieldType: 'linear', label: 'People' } as const;
const data = [
  { stage: 'Lead', people: 12, 'team.name': 'a' },
  { stage: 'Won', people: 3, 'team.name': 'b' },
  { stage: 'Lead', people: 4, 'team.name': 'b' },
];

it('without a field that colors there is one series, called as its axis', () => {
  const table = chartTable({ data: data.slice(0, 2), axes: { x: category, y: people } }, upright);
  expect(table.series).toEqual([{ name: 's0', label: 'People', color: '#ff8f59' }]);
  expect(table.rows).toEqual([
    { x: 'Lead', s0: 12 },
    { x: 'Won', s0: 3 },
  ]);
  expect(table.words).toBe('People: Lead 12, Won 3');
});

it('each value of the field that colors is a series, labelled and colored as asked', () => {
  const props: ChartProps = {
    data: { data, options: { propertyLabels: { 'team.name': { a: 'Team A' }, stage: { Won: 'Closed won' } } } },
    axes: { x: category, y: people, options: { groupFieldByColor: 'team.name', colors: { b: 'darkGreen' } } },
    options: { colorList: ['pink'] },
  };
  const table = chartTable(props, upright);
  expect(table.series).toEqual([
    { name: 's0', label: 'Team A', color: '#ea90b1' },
    { name: 's1', label: 'b', color: '#3f8a2a' },
  ]);
  expect(table.rows).toEqual([
    { x: 'Lead', s0: 12, s1: 4 },
    { x: 'Closed won', s1: 3 },
  ]);
  expect(table.words).toBe('Team A: Lead 12. b: Lead 4, Closed won 3');
});

it('days stand on a scale, in their order, whatever the order of the rows', () => {
  const days = [
    { on: '2026-03-09', n: 2 },
    { on: Date.UTC(2026, 2, 1), n: 1 },
  ];
  const axes = { x: { field: 'on', fieldType: 'datetime' }, y: { field: 'n', fieldType: 'linear' } } as const;
  const { rows, words } = chartTable({ data: days, axes }, toScale);
  expect(rows).toEqual([
    { x: Date.UTC(2026, 2, 1), s0: 1 },
    { x: Date.UTC(2026, 2, 9), s0: 2 },
  ]);
  expect(words).toBe('n: 1 Mar 2026 1, 9 Mar 2026 2');
  expect(chartTable({ data: days, axes }, upright).rows.map(({ x }) => x)).toEqual(['9 Mar 2026', '1 Mar 2026']);
});

it('no rows make an empty chart', () => {
  expect(chartTable({ data: [], axes: { x: category, y: people } }, upright)).toMatchObject({ rows: [], series: [] });
});
