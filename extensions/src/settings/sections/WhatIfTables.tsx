import {
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { type Comparison, PRIORITIES } from '../document/volumes.ts';
import { useEditor } from '../editor.ts';
import { labelOfFact, propertyOf } from '../words/facts.ts';
import { signedText } from '../words/rules.ts';

type Row = readonly [label: string, current: number, draft: number];

/** Counts of both, and how they differ. */
const Both = ({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) => (
  <Table density="compact">
    <TableHead>
      <TableRow>
        <TableHeader>{title}</TableHeader>
        <TableHeader align="right">In force</TableHeader>
        <TableHeader align="right">Draft</TableHeader>
        <TableHeader align="right">Change</TableHeader>
      </TableRow>
    </TableHead>
    <TableBody>
      {rows.map(([label, current, draft]) => (
        <TableRow key={label}>
          <TableCell>{label}</TableCell>
          <TableCell align="right">{current}</TableCell>
          <TableCell align="right">{draft}</TableCell>
          <TableCell align="right">{draft === current ? '0' : signedText(draft - current)}</TableCell>
        </TableRow>
      ))}
    </TableBody>
  </Table>
);

/** How many first responses would begin after their limit. */
export function WhatIfLate({ result: { current, draft, sdrs, minutesPerLead } }: { readonly result: Comparison }) {
  const [inForce, tried] = [current.breaches, draft.breaches];
  if (!inForce || !tried) return null;
  return (
    <Flex direction="column" gap="xs" testId="late">
      <Heading>Answered too late</Heading>
      <Text variant="microcopy">
        {`Reckoned with ${sdrs === 1 ? '1 SDR' : `${sdrs} SDRs`} who take ${minutesPerLead} minutes of working time for each, P1 first, then P2, then accounts, and do nothing else.`}
      </Text>
      <Both
        title="After the limit"
        rows={PRIORITIES.filter((priority) => current[priority] + draft[priority] > 0).map((priority) => [
          priority,
          inForce[priority],
          tried[priority],
        ])}
      />
      <Busiest which="in force" breaches={inForce} />
      <Busiest which="by the draft" breaches={tried} />
    </Flex>
  );
}

function Busiest({
  which,
  breaches: { busiest },
}: {
  readonly which: string;
  readonly breaches: NonNullable<Comparison['current']['breaches']>;
}) {
  const { formats } = useEditor();
  if (!busiest) return null;
  // Noon: a day of the reporting zone is that day everywhere it is shown.
  const day = formats.day(Date.parse(`${busiest.day}T12:00:00Z`));
  return (
    <Text>{`Busiest day ${which}: ${day}, ${busiest.offered} offered, ${busiest.breaches} of them too late`}</Text>
  );
}

/** Leads by channel, or by a property of the company. */
export function WhatIfSegments({ result: { segmentBy, bySegment } }: { readonly result: Comparison }) {
  const { properties, names } = useEditor();
  if (bySegment.length === 0) return null;
  const title = segmentBy === 'channel' ? 'Channel' : labelOfFact(propertyOf(segmentBy, properties));
  return (
    <Flex direction="column" gap="xs">
      <Heading>{segmentBy === 'channel' ? 'By channel' : `By ${title}`}</Heading>
      <Both
        title={title}
        rows={bySegment.map(({ segment, current, draft }) => [names.value(segmentBy, segment), current, draft])}
      />
    </Flex>
  );
}
