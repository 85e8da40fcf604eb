import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import { Fragment } from 'react';
import type { ReceiptGroupView, StandingView } from '../../../src/http/contract/why.ts';
import type { Formats } from '../words/formats.ts';
import { tenthsOf, toTenths } from './points.ts';
import { pointsText } from './why-text.ts';

/** Everything behavior is made of, group by group; the lines sum to their group, the groups to the score. */
export function BehaviorReceipt({
  standing: { behavior, behaviorUnits },
  formats,
}: {
  readonly standing: StandingView;
  readonly formats: Formats;
}) {
  const total = toTenths(behaviorUnits);
  const shares = tenthsOf(
    behavior.map(({ units }) => units),
    total,
  );
  return (
    <Table density="condensed" testId="behavior-receipt">
      <TableHead>
        <TableRow>
          <TableHeader>What counts</TableHeader>
          <TableHeader>When</TableHeader>
          <TableHeader>Points</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {behavior.map((group, index) => (
          <Group key={group.id} group={group} tenths={shares[index] ?? 0} formats={formats} />
        ))}
        <TableRow>
          <TableCell>
            <Bold text="Behavior" />
          </TableCell>
          <TableCell>{null}</TableCell>
          <TableCell>
            <Bold text={formats.number(total / 10)} />
          </TableCell>
        </TableRow>
      </TableBody>
    </Table>
  );
}

function Group({
  group: { label, lines },
  tenths,
  formats,
}: {
  readonly group: ReceiptGroupView;
  readonly tenths: number;
  readonly formats: Formats;
}) {
  const shares = tenthsOf(
    lines.map(({ units }) => units),
    tenths,
  );
  return (
    <Fragment>
      <TableRow>
        <TableCell>
          <Bold text={label} />
        </TableCell>
        <TableCell>{null}</TableCell>
        <TableCell>
          <Bold text={formats.number(tenths / 10)} />
        </TableCell>
      </TableRow>
      {lines.map((line, index) => (
        <TableRow key={`${line.id} ${index}`}>
          <TableCell>{line.isAcceleration ? `${line.label} (acceleration)` : line.label}</TableCell>
          <TableCell>{line.at === null ? null : formats.day(line.at)}</TableCell>
          <TableCell>{pointsText(shares[index] ?? 0, line.freshUnits, formats)}</TableCell>
        </TableRow>
      ))}
    </Fragment>
  );
}

const Bold = ({ text }: { readonly text: string }) => <Text format={{ fontWeight: 'bold' }}>{text}</Text>;
