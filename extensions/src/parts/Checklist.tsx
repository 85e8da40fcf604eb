import { StatusTag, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import type { ChecklistItem } from '../../../src/http/contract/cards.ts';

/** What should be known before the decision, and what of it is missing. */
export function Checklist({ items }: { readonly items: readonly ChecklistItem[] }) {
  if (items.length === 0) return null;
  return (
    <Table density="condensed" testId="checklist">
      <TableHead>
        <TableRow>
          <TableHeader>Checklist</TableHeader>
          <TableHeader width="min">State</TableHeader>
          <TableHeader>Found</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map(({ id, label, done, detail }) => (
          <TableRow key={id}>
            <TableCell>{label}</TableCell>
            <TableCell>
              <StatusTag variant={done ? 'success' : 'warning'}>{done ? 'Done' : 'Missing'}</StatusTag>
            </TableCell>
            <TableCell>{detail}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
