import { Button, Flex, Input, Tile } from '@hubspot/ui-extensions';
import { type ReactNode, useState } from 'react';
import { replaced, without } from '../document/lists.ts';
import { useEditor } from '../editor.ts';
import { ItemTable } from './ItemTable.tsx';
import { TextField } from './TextField.tsx';

/** Things with a label and a few settings of their own: reasons, answers, kinds of touches. */
export function LabelledList<T extends { readonly label: string }>({
  items,
  path,
  what,
  keyOf,
  detailOf,
  more,
  make,
  onChange,
}: {
  readonly items: readonly T[];
  readonly path: string;
  /** What one of them is: "Reason". */
  readonly what: string;
  readonly keyOf: (item: T, index: number) => string;
  readonly detailOf: (item: T) => string;
  /** Its settings beside the label. */
  readonly more?: (item: T, path: string, change: (item: T) => void) => ReactNode;
  readonly make: (label: string) => T;
  readonly onChange: (items: T[]) => void;
}) {
  const { isReadOnly } = useEditor();
  return (
    <Flex direction="column" gap="sm">
      <ItemTable
        items={items.map((item, index) => ({ key: keyOf(item, index), label: item.label, detail: detailOf(item) }))}
        what={what}
        none="None yet."
        form={(index) => {
          const item = items[index];
          if (!item) return null;
          const change = (next: T) => onChange(replaced(items, index, next));
          return (
            <Flex direction="column" gap="sm">
              <TextField
                label="Name"
                value={item.label}
                path={`${path}.${index}.label`}
                onChange={(label) => change({ ...item, label })}
              />
              {more?.(item, `${path}.${index}`, change)}
            </Flex>
          );
        }}
        onRemove={(index) => onChange(without(items, index))}
      />
      {!isReadOnly && <AddByName what={what} path={path} onAdd={(label) => onChange([...items, make(label)])} />}
    </Flex>
  );
}

/** A button that asks for the name of something new. */
export function AddByName({
  what,
  path,
  onAdd,
}: {
  readonly what: string;
  readonly path: string;
  readonly onAdd: (label: string) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  if (!isOpen)
    return (
      <Flex justify="start">
        <Button size="sm" onClick={() => setOpen(true)}>{`Add: ${what.toLowerCase()}`}</Button>
      </Flex>
    );
  const add = () => {
    setOpen(false);
    setLabel('');
    onAdd(label.trim());
  };
  return (
    <Tile>
      <Flex gap="sm" wrap="wrap" align="end">
        <Input label={`Name of the new ${what.toLowerCase()}`} name={`${path}.new`} value={label} onInput={setLabel} />
        <Button variant="primary" disabled={label.trim() === ''} onClick={add}>
          Add
        </Button>
        <Button onClick={() => setOpen(false)}>Cancel</Button>
      </Flex>
    </Tile>
  );
}
