import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import type { RateTold } from '../../../src/http/contract/model.ts';

/** A part with its share and interval, where there are enough. */
export function share({ part, rate, low, high }: RateTold): string {
  if (rate === null || low === null || high === null) return `${part}`;
  return `${part} (${percent(rate)}, ${percent(low)} to ${percent(high)})`;
}

const percent = (value: number): string => `${Math.round(value * 100)} %`;

interface RowsProps {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly empty: string;
}

/** A table of texts. */
export const Rows = ({ head, rows, empty }: RowsProps) =>
  rows.length === 0 ? (
    <Text>{empty}</Text>
  ) : (
    <Table bordered>
      <TableHead>
        <TableRow>
          {head.map((text) => (
            <TableHeader key={text}>{text}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((cells) => (
          <TableRow key={cells.join('|')}>
            {cells.map((text, column) => (
              <TableCell key={head[column]}>{text}</TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
