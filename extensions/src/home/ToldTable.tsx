import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { TableTold } from '../../../src/http/contract/model.ts';
import { Rows } from '../parts/Rows.tsx';
import type { Formats } from '../words/formats.ts';

/** A table as the backend words it, its days in the language of whoever looks. */
export const ToldTable = ({
  table: { title, note, head, rows, empty },
  formats,
}: {
  readonly table: TableTold;
  readonly formats: Formats;
}) => (
  <Flex direction="column" gap="xs">
    <Heading>{title}</Heading>
    {note !== '' && <Text variant="microcopy">{note}</Text>}
    <Rows
      head={head}
      rows={rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell : formats.day(cell.day))))}
      empty={empty}
    />
  </Flex>
);
