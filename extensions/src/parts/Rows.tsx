import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';

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
        {rows.map((cells, row) => (
          // Rows come whole and in order, and two of them may say the same.
          <TableRow key={row}>
            {cells.map((text, column) => (
              <TableCell key={head[column]}>{text}</TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
