import { Button, Flex, Heading, Input, Select, Text, Tile } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { newId, replaced, without } from '../document/lists.ts';
import type { Work } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { ChoiceField } from '../parts/ChoiceField.tsx';
import { ItemTable } from '../parts/ItemTable.tsx';
import { LabelledList } from '../parts/LabelledList.tsx';
import { TextField } from '../parts/TextField.tsx';

type HandRaise = Work['handRaise'];

/** Which forms raise a hand, and for what reason: these leads are P1, without a score. */
export function HandRaises({
  handRaise,
  onChange,
}: {
  readonly handRaise: HandRaise;
  readonly onChange: (handRaise: HandRaise) => void;
}) {
  const { isReadOnly } = useEditor();
  const { forms, reasons } = handRaise;
  const options = reasons.map(({ value, label }) => ({ value, label }));
  const path = 'work.handRaise';
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Heading>Raised hands (P1)</Heading>
        <Text variant="microcopy">A form whose name contains a phrase; the first that fits gives the reason.</Text>
        <ItemTable
          items={forms.map(({ contains, reason }, index) => ({
            key: `form-${index}`,
            label: `Form with “${contains}” in its name`,
            detail: options.find(({ value }) => value === reason)?.label ?? reason,
          }))}
          what="Form"
          none="No form raises a hand."
          form={(index) => {
            const form = forms[index];
            if (!form) return null;
            const change = (next: typeof form) => onChange({ ...handRaise, forms: replaced(forms, index, next) });
            return (
              <Flex gap="sm" wrap="wrap">
                <TextField
                  label="Phrase in the form’s name"
                  value={form.contains}
                  path={`${path}.forms.${index}.contains`}
                  onChange={(contains) => change({ ...form, contains })}
                />
                <ChoiceField
                  label="Reason"
                  value={form.reason}
                  options={options}
                  path={`${path}.forms.${index}.reason`}
                  onChange={(reason) => change({ ...form, reason })}
                />
              </Flex>
            );
          }}
          onRemove={(index) => onChange({ ...handRaise, forms: without(forms, index) })}
        />
        {!isReadOnly && (
          <AddForm options={options} onAdd={(form) => onChange({ ...handRaise, forms: [...forms, form] })} />
        )}
        <Heading>Reasons</Heading>
        <LabelledList
          items={reasons}
          path={`${path}.reasons`}
          what="Reason"
          keyOf={({ value }) => value}
          detailOf={() => 'What the SDR reads'}
          make={(label) => ({
            value: newId(
              label,
              reasons.map(({ value }) => value),
            ),
            label,
          })}
          onChange={(next) => onChange({ ...handRaise, reasons: next })}
        />
      </Flex>
    </Tile>
  );
}

function AddForm({
  options,
  onAdd,
}: {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onAdd: (form: HandRaise['forms'][number]) => void;
}) {
  const [contains, setContains] = useState('');
  const [reason, setReason] = useState(options[0]?.value ?? '');
  const add = () => {
    onAdd({ contains: contains.trim(), reason });
    setContains('');
  };
  return (
    <Flex gap="sm" wrap="wrap" align="end">
      <Input label="Phrase in the name of a further form" name="new-form" value={contains} onInput={setContains} />
      <Select
        label="Reason"
        name="new-form-reason"
        options={[...options]}
        value={reason}
        onChange={(value) => setReason(String(value))}
      />
      <Button disabled={contains.trim() === '' || reason === ''} onClick={add}>
        Add: form
      </Button>
    </Flex>
  );
}
