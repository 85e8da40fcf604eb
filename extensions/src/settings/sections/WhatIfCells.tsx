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
import type { Comparison } from '../document/volumes.ts';

type Cell = Comparison['current']['byCell'][number];

/** What became of the people each would have qualified, by grade and band at that moment. */
export function WhatIfCells({ result: { current, draft } }: { readonly result: Comparison }) {
  const rows = [
    ...current.byCell.map((cell) => ({ ...cell, by: 'In force' })),
    ...draft.byCell.map((cell) => ({ ...cell, by: 'Draft' })),
  ];
  if (rows.length === 0) return null;
  return (
    <Flex direction="column" gap="xs" testId="cells">
      <Heading>What became of them</Heading>
      <Text variant="microcopy">
        People by grade and band when they would have qualified, and how far they really came since. Those whom only the
        draft qualifies came as far without being worked as leads. Rates from 20 people on, with their 95 % interval.
      </Text>
      <Table density="compact">
        <TableHead>
          <TableRow>
            <TableHeader>Qualified</TableHeader>
            <TableHeader>By</TableHeader>
            <TableHeader align="right">People</TableHeader>
            <TableHeader align="right">Opportunity accepted</TableHeader>
            <TableHeader align="right">Won</TableHeader>
            <TableHeader align="right">Still open</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows
            .sort((a, b) => orderOf(a).localeCompare(orderOf(b)))
            .map(({ by, ...cell }) => (
              <TableRow key={`${cell.cell} ${by}`}>
                <TableCell>{cell.cell === 'P1' ? 'Raised a hand' : cell.cell}</TableCell>
                <TableCell>{by}</TableCell>
                <TableCell align="right">{cell.people}</TableCell>
                <TableCell align="right">{withRate(cell.sqo, cell.sqoRate)}</TableCell>
                <TableCell align="right">{withRate(cell.won, cell.wonRate)}</TableCell>
                <TableCell align="right">{cell.open}</TableCell>
              </TableRow>
            ))}
        </TableBody>
      </Table>
    </Flex>
  );
}

/** Hand-raisers first, then the matrix; what is in force before the draft. */
const orderOf = ({ cell, by }: Cell & { by: string }): string =>
  `${cell === 'P1' ? '0' : cell} ${by === 'Draft' ? '2' : '1'}`;

/** "7 (35 %, 18 to 57 %)"; below 20 people only the count. */
const withRate = (count: number, { rate, low, high }: Cell['sqoRate']): string =>
  rate === null || low === null || high === null
    ? String(count)
    : `${count} (${percent(rate)} %, ${percent(low)} to ${percent(high)} %)`;

const percent = (value: number): number => Math.round(value * 100);
