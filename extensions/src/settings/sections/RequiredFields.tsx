import { Button, Flex, Input, Tile } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { replaced, without } from '../document/lists.ts';
import type { StageRule } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { ChoiceField } from '../parts/ChoiceField.tsx';
import { ItemTable } from '../parts/ItemTable.tsx';
import { TextField } from '../parts/TextField.tsx';
import { LEVELS, levelText } from '../words/levels.ts';

type Field = StageRule['requiredFields'][number];

const INTERNAL = 'As HubSpot shows it in the property’s details';

/** Fields that are asked for at a stage, by the internal name of the property: it may be one of the contact or of the deal. */
export function RequiredFields({
  fields,
  path,
  onChange,
}: {
  readonly fields: readonly Field[];
  readonly path: string;
  readonly onChange: (fields: Field[]) => void;
}) {
  const { isReadOnly } = useEditor();
  return (
    <Flex direction="column" gap="sm">
      <ItemTable
        items={fields.map(({ property, label, level }) => ({ key: property, label, detail: levelText(level) }))}
        what="Field"
        none="No fields are asked for."
        form={(index) => {
          const field = fields[index];
          if (!field) return null;
          const change = (next: Field) => onChange(replaced(fields, index, next));
          return (
            <Flex gap="sm" wrap="wrap">
              <TextField
                label="Name"
                value={field.label}
                path={`${path}.${index}.label`}
                onChange={(label) => change({ ...field, label })}
              />
              <ChoiceField
                label="When it is missing"
                value={field.level}
                options={LEVELS}
                path={`${path}.${index}.level`}
                onChange={(level) => change({ ...field, level })}
              />
            </Flex>
          );
        }}
        onRemove={(index) => onChange(without(fields, index))}
      />
      {!isReadOnly && <AddField path={path} onAdd={(field) => onChange([...fields, field])} />}
    </Flex>
  );
}

function AddField({ path, onAdd }: { readonly path: string; readonly onAdd: (field: Field) => void }) {
  const [isOpen, setOpen] = useState(false);
  const [property, setProperty] = useState('');
  const [label, setLabel] = useState('');
  if (!isOpen)
    return (
      <Flex justify="start">
        <Button size="sm" onClick={() => setOpen(true)}>
          Add: field
        </Button>
      </Flex>
    );
  const isComplete = property.trim() !== '' && label.trim() !== '';
  const add = () => {
    setOpen(false);
    setProperty('');
    setLabel('');
    onAdd({ property: property.trim(), label: label.trim(), level: 'warn' });
  };
  return (
    <Tile>
      <Flex gap="sm" wrap="wrap" align="end">
        <Input
          label="Internal name"
          name={`${path}.new.property`}
          description={INTERNAL}
          value={property}
          onInput={setProperty}
        />
        <Input label="Name" name={`${path}.new.label`} value={label} onInput={setLabel} />
        <Button variant="primary" disabled={!isComplete} onClick={add}>
          Add
        </Button>
        <Button onClick={() => setOpen(false)}>Cancel</Button>
      </Flex>
    </Tile>
  );
}
