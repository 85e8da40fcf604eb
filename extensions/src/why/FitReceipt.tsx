import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import type { FitLineView } from '../../../src/http/contract/why.ts';
import type { Formats } from '../words/formats.ts';

const FAMILIES: Readonly<Record<string, string>> = {
  size: 'Size',
  industry: 'Industry',
  geography: 'Geography',
  title: 'Role',
  technology: 'Technology',
  other: 'Other',
};

/** Every rule of fit by family: what counts, and why the others do not. */
export function FitReceipt({ lines, formats }: { readonly lines: readonly FitLineView[]; readonly formats: Formats }) {
  return (
    <Table density="condensed" testId="fit-receipt">
      <TableHead>
        <TableRow>
          <TableHeader>Rule</TableHeader>
          <TableHeader>Points</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {lines.map(({ id, family, label, units, holds, why }) => (
          <TableRow key={id}>
            <TableCell>
              <Text>{`${FAMILIES[family] ?? family}: ${label}`}</Text>
              {!holds && <Text variant="microcopy">{why ?? ''}</Text>}
            </TableCell>
            <TableCell>{holds ? formats.number(units / 1_000) : `0 of ${formats.number(units / 1_000)}`}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
