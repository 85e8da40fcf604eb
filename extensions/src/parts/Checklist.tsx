import { StatusTag, Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@hubspot/ui-extensions';
import type { ChecklistItem } from '../../../src/http/contract/cards.ts';
import { gateTag } from '../words/gate-text.ts';

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
        {items.map((item) => {
          const { variant, text } = gateTag(item);
          return (
            <TableRow key={item.id}>
              <TableCell>{item.label}</TableCell>
              <TableCell>
                <StatusTag variant={variant}>{text}</StatusTag>
              </TableCell>
              <TableCell>{item.detail}</TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
