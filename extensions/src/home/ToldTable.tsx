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
import type { TableTold } from '../../../src/http/contract/model.ts';
import type { Formats } from '../words/formats.ts';

/** A table as the backend words it, its days in the language of whoever looks. */
export const ToldTable = ({ table, formats }: { readonly table: TableTold; readonly formats: Formats }) => {
  const { title, note, head, rows, empty } = table;
  return (
    <Flex direction="column" gap="xs">
      <Heading>{title}</Heading>
      {note !== '' && <Text variant="microcopy">{note}</Text>}
      {rows.length === 0 ? (
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
                {cells.map((cell, column) => (
                  <TableCell key={head[column]}>{typeof cell === 'string' ? cell : formats.day(cell.day)}</TableCell>
                ))}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </Flex>
  );
};
