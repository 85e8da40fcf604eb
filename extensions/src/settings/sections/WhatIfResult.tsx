import {
  Flex,
  Heading,
  LineChart,
  Statistics,
  StatisticsItem,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { type Comparison, isByWeek, pointsOf } from '../document/volumes.ts';
import { useEditor } from '../editor.ts';
import { keptText } from '../words/kept.ts';
import { signedText } from '../words/rules.ts';

const PRIORITIES = ['P2', 'P1'] as const;
const NAMED = 10;

/** What a what-if found: leads a day, hours, channels, who comes and who goes, won deals. */
export function WhatIfResult({ result }: { readonly result: Comparison }) {
  const { formats } = useEditor();
  const { current, draft } = result;
  const shown = (value: number) => (value < 1 ? String(Math.round(value * 100) / 100) : formats.number(value));
  const change = (from: number, to: number) => `${shown(from)} → ${shown(to)}`;
  return (
    <Flex direction="column" gap="md" testId="what-if">
      <Text>{`${formats.day(result.from)} to ${formats.day(result.until)}: in force → draft.`}</Text>
      <Statistics>
        <StatisticsItem label="P2 a day" number={change(current.p2PerDay, draft.p2PerDay)} testId="p2-a-day" />
        <StatisticsItem label="P1 a day" number={change(current.p1PerDay, draft.p1PerDay)} />
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
            y: { field: 'perDay', fieldType: 'linear', label: 'Leads a day' },
            options: { groupFieldByColor: 'by', colors: { 'in force': 'darkBlue', draft: 'orange' } },
          }}
          options={{
            title: `${priority} a day${isByWeek(result) ? ', mean of each week' : ''}`,
            showLegend: true,
            showTooltips: true,
          }}
        />
      ))}
      <Channels channels={result.byChannel} />
      <People result={result} />
    </Flex>
  );
}

const Channels = ({ channels }: { readonly channels: Comparison['byChannel'] }) =>
  channels.length === 0 ? null : (
    <Flex direction="column" gap="xs">
      <Heading>By channel</Heading>
      <Table density="compact">
        <TableHead>
          <TableRow>
            <TableHeader>Channel</TableHeader>
            <TableHeader align="right">In force</TableHeader>
            <TableHeader align="right">Draft</TableHeader>
            <TableHeader align="right">Change</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {channels.map(({ channel, current, draft }) => (
            <TableRow key={channel}>
              <TableCell>{channel}</TableCell>
              <TableCell align="right">{current}</TableCell>
              <TableCell align="right">{draft}</TableCell>
              <TableCell align="right">{draft === current ? '0' : signedText(draft - current)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );

function People({ result }: { readonly result: Comparison }) {
  const { added, dropped, wonGained, wonMissed, current, draft } = result;
  const reasons = [...new Set([...Object.keys(current.kept), ...Object.keys(draft.kept)])].sort();
  return (
    <Flex direction="column" gap="xs">
      <Heading>Who comes and who goes</Heading>
      <Text>{`Only by the draft: ${named(added.count, added.contactIds, 'contact')}`}</Text>
      <Text testId="dropped">{`No more by the draft: ${named(dropped.count, dropped.contactIds, 'contact')}`}</Text>
      <Text>{`Won deals gained: ${named(wonGained.length, wonGained, 'deal')}`}</Text>
      <Text>{`Won deals missed: ${named(wonMissed.length, wonMissed, 'deal')}`}</Text>
      {reasons.map((why) => (
        <Text key={why}>{`${keptText(why)}: ${current.kept[why] ?? 0} → ${draft.kept[why] ?? 0}`}</Text>
      ))}
    </Flex>
  );
}

/** "3 (contacts 101, 102, 103)"; of many the first. */
function named(count: number, ids: readonly string[], what: string): string {
  if (count === 0) return '0';
  const shown = ids.slice(0, NAMED).join(', ');
  return `${count} (${what}${count === 1 ? '' : 's'} ${shown}${count > NAMED ? ' …' : ''})`;
}
