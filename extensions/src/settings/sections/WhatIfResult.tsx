import { Alert, Flex, LineChart, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import { type Comparison, isByWeek, pointsOf, PRIORITIES } from '../document/volumes.ts';
import { useEditor } from '../editor.ts';
import { WhatIfCells } from './WhatIfCells.tsx';
import { WhatIfNames } from './WhatIfNames.tsx';
import { WhatIfLate, WhatIfSegments } from './WhatIfTables.tsx';

/** What a what-if found: leads and accounts a day, hours, limits missed, segments, what became of them, who comes and who goes. */
export function WhatIfResult({ result }: { readonly result: Comparison }) {
  const { formats, names } = useEditor();
  const { current, draft, unheard } = result;
  const shown = (value: number) => (value < 1 ? String(Math.round(value * 100) / 100) : formats.number(value));
  const change = (from: number, to: number) => `${shown(from)} → ${shown(to)}`;
  return (
    <Flex direction="column" gap="md" testId="what-if">
      <Text>{`${formats.day(result.from)} to ${formats.day(result.until)}: in force → draft.`}</Text>
      {unheard.length > 0 && (
        <Alert title="Not followed so far" variant="warning">
          {`The draft asks about ${unheard.map(names.fact).join(', ')}. Nobody has followed that until now, so it counts as empty in all these days; it fills once the draft is published.`}
        </Alert>
      )}
      <Statistics>
        {PRIORITIES.map((priority) => (
          <StatisticsItem
            key={priority}
            label={`${priority} a day`}
            number={change(current.aDay[priority], draft.aDay[priority])}
            testId={`${priority.toLowerCase()}-a-day`}
          />
        ))}
      </Statistics>
      <Statistics>
        <StatisticsItem label="P2 in all" number={change(current.P2, draft.P2)} testId="p2-in-all" />
        <StatisticsItem label="SDR hours" number={change(current.sdrHours, draft.sdrHours)} />
      </Statistics>
      {PRIORITIES.filter((priority) => current[priority] + draft[priority] > 0).map((priority) => (
        <LineChart
          key={priority}
          data={{
            data: pointsOf(result, priority).map((point) => ({ ...point })),
            options: { propertyLabels: { by: { 'in force': 'In force', draft: 'Draft' } } },
          }}
          axes={{
            x: { field: 'day', fieldType: 'datetime', label: isByWeek(result) ? 'Week from' : 'Day' },
            y: { field: 'perDay', fieldType: 'linear', label: 'A day' },
            options: { groupFieldByColor: 'by', colors: { 'in force': 'darkBlue', draft: 'orange' } },
          }}
          options={{
            title: `${priority} a day${isByWeek(result) ? ', mean of each week' : ''}`,
            showLegend: true,
            showTooltips: true,
          }}
        />
      ))}
      <WhatIfLate result={result} />
      <WhatIfSegments result={result} />
      <WhatIfCells result={result} />
      <WhatIfNames result={result} />
    </Flex>
  );
}
