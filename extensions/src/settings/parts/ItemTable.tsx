import {
  Button,
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { Fragment, type ReactNode, useState } from 'react';
import { useEditor } from '../editor.ts';

export interface Item {
  readonly key: string;
  readonly label: string;
  /** What it says, in a sentence. */
  readonly detail: string;
  /** A short value of its own column, such as points. */
  readonly figure?: string;
}

interface ItemTableProps {
  readonly items: readonly Item[];
  /** What an item is, and what its figure is: heads of the columns. */
  readonly what: string;
  readonly figure?: string;
  /** Said instead of the table when there is none. */
  readonly none: string;
  /** The form of one item. */
  readonly form: (index: number) => ReactNode;
  readonly onRemove: (index: number) => void;
}

/** Items as a table to read; the one that is edited has its form under it. */
export function ItemTable({ items, what, figure, none, form, onRemove }: ItemTableProps) {
  const { isReadOnly } = useEditor();
  const [open, setOpen] = useState<string | null>(null);
  if (items.length === 0) return <Text variant="microcopy">{none}</Text>;
  const columns = 1 + (figure === undefined ? 0 : 1) + (isReadOnly ? 0 : 1);
  return (
    <Table density="compact">
      <TableHead>
        <TableRow>
          <TableHeader>{what}</TableHeader>
          {figure !== undefined && (
            <TableHeader width="min" align="right">
              {figure}
            </TableHeader>
          )}
          {!isReadOnly && <TableHeader width="min">{''}</TableHeader>}
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map((item, index) => (
          <Fragment key={item.key}>
            <TableRow>
              <TableCell>
                <Text format={{ fontWeight: 'demibold' }}>{item.label}</Text>
                <Text variant="microcopy">{item.detail}</Text>
              </TableCell>
              {figure !== undefined && (
                <TableCell width="min" align="right">
                  <Text>{item.figure}</Text>
                </TableCell>
              )}
              {!isReadOnly && (
                <TableCell width="min">
                  <ItemButtons
                    id={item.key}
                    isOpen={open === item.key}
                    toggle={() => setOpen(open === item.key ? null : item.key)}
                    remove={() => onRemove(index)}
                  />
                </TableCell>
              )}
            </TableRow>
            {open === item.key && (
              <TableRow>
                <TableCell colSpan={columns}>{form(index)}</TableCell>
              </TableRow>
            )}
          </Fragment>
        ))}
      </TableBody>
    </Table>
  );
}

const ItemButtons = ({
  id,
  isOpen,
  toggle,
  remove,
}: {
  readonly id: string;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly remove: () => void;
}) => (
  <Flex gap="xs">
    <Button size="xs" variant="transparent" onClick={toggle} testId={`edit-${id}`}>
      {isOpen ? 'Done' : 'Edit'}
    </Button>
    <Button size="xs" variant="transparent" onClick={remove} testId={`remove-${id}`}>
      Remove
    </Button>
  </Flex>
);
