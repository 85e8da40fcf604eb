import type { BarChartProps, ChartProps, LineChartProps } from '@hubspot/ui-extensions';
import { BarChart as MantineBarChart, ChartTooltip, LineChart as MantineLineChart } from '@mantine/charts';
import type { ComponentProps, ReactNode } from 'react';
import { type ChartTable, chartTable } from './chart-data.ts';

const HEIGHT = 260;

/** Upright bars, or lying ones when the values are on the x axis. */
export function BarChart(props: BarChartProps) {
  const { axes, options = {} } = props;
  const lies = axes.x.fieldType === 'linear' && axes.y.fieldType === 'category';
  const position = lies ? 'y' : 'x';
  const table = chartTable(props, { position, toScale: false });
  const isStacked = axes.options?.stacking === true;
  // Colored by the field it stands on, each position has one bar: nothing to put beside it.
  const isAlone = axes.options?.groupFieldByColor === axes[position].field;
  return (
    <Figure kind="Bar chart" table={table} {...props}>
      <MantineBarChart
        {...shared(props, table)}
        type={isStacked || isAlone ? 'stacked' : 'default'}
        orientation={lies ? 'vertical' : 'horizontal'}
        gridAxis={lies ? 'y' : 'x'}
        maxBarWidth={48}
        withBarValueLabel={options.showDataLabels === true}
        valueLabelProps={isStacked ? { position: 'center', fill: '#22303f' } : {}}
        yAxisProps={{ width: lies ? 120 : 60 }}
      />
    </Figure>
  );
}

const TO_SCALE: NonNullable<ComponentProps<typeof MantineLineChart>['xAxisProps']> = {
  type: 'number',
  scale: 'linear',
  domain: ['dataMin', 'dataMax'],
};

export function LineChart(props: LineChartProps) {
  const { axes, options = {} } = props;
  const toScale = axes.x.fieldType !== 'category';
  const table = chartTable(props, { position: 'x', toScale });
  const positions = table.rows.map(({ x }) => Number(x));
  return (
    <Figure kind="Line chart" table={table} {...props}>
      <MantineLineChart
        {...shared(props, table)}
        curveType="linear"
        lineProps={options.showDataLabels ? { label: PointLabel } : {}}
        xAxisProps={{ ...(toScale ? { ...TO_SCALE, ticks: positions } : {}), tickFormatter: table.shownX }}
      />
    </Figure>
  );
}

interface PointLabelProps {
  readonly x: number;
  readonly y: number | null;
  readonly value: number | undefined;
}

const PointLabel = ({ x, y, value }: PointLabelProps) => (
  <text x={x} y={(y ?? 0) - 8} textAnchor="middle" fontSize={11} className="wb-point-label">
    {shownValue(value)}
  </text>
);

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
/** Where a series has no value at a position, charts ask for the label of nothing. */
const shownValue = (value: number | undefined): string => (value === undefined ? '' : number.format(value));

const shared = ({ axes, options = {} }: ChartProps, { rows, series, shownX }: ChartTable) => {
  const list = series.map((each) => ({ ...each }));
  return {
    h: HEIGHT,
    data: rows.map((row) => ({ ...row })),
    dataKey: 'x',
    series: list,
    valueFormatter: shownValue,
    withLegend: options.showLegend === true,
    withTooltip: options.showTooltips === true,
    tooltipProps: {
      content: ({ label, payload }: { label?: string | number; payload?: object[] | undefined }) => (
        <ChartTooltip label={shownX(label ?? '')} payload={payload} series={list} valueFormatter={shownValue} />
      ),
    },
    xAxisLabel: axes.x.label ?? axes.x.field,
    yAxisLabel: axes.y.label ?? axes.y.field,
  };
};

interface FigureProps extends ChartProps {
  readonly kind: string;
  readonly table: ChartTable;
  readonly children: ReactNode;
}

/** The title above, and every value in the label of the picture. */
function Figure({ kind, table, options = {}, testId, children }: FigureProps) {
  return (
    <figure className="wb-chart" data-test-id={testId}>
      {options.title !== undefined && <figcaption className="wb-heading">{options.title}</figcaption>}
      <div role="img" aria-label={`${options.title ?? kind}. ${table.words}`}>
        {children}
      </div>
    </figure>
  );
}
