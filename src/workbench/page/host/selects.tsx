import type { MultiSelectProps, SelectProps } from '@hubspot/ui-extensions';
import { MultiSelect as MantineMultiSelect, Select as MantineSelect } from '@mantine/core';
import { fieldProps } from './field-props.tsx';
import { useFormField } from './form.tsx';
import { useDraft } from './use-draft.ts';

type Value = NonNullable<SelectProps['value']>;
type Options = SelectProps['options'];

/** Nothing unfolds: a test, and a person, can choose at once. */
const AT_ONCE = { transitionProps: { duration: 0 } } as const;
const LOOKS = { input: 'default', transparent: 'unstyled' } as const;
const MANY = 8;

/** Options keep the type of their values, which Mantine has as text only: it gets their positions instead. */
const positions = (options: Options) => options.map(({ label }, index) => ({ value: String(index), label }));

export function Select({ name, options, value, onChange, variant = 'input', ...props }: SelectProps) {
  const draft = useDraft<Value | undefined>(value, undefined);
  const position = options.findIndex((option) => option.value === draft.value);
  useFormField(name, () => draft.value);
  const choose = (text: string | null) => {
    const chosen = options[Number(text)];
    if (text === null || chosen === undefined) return;
    draft.set(chosen.value, true);
    onChange?.(chosen.value);
  };
  return (
    <MantineSelect
      {...fieldProps(props)}
      role="combobox"
      data={positions(options)}
      value={position === -1 ? null : String(position)}
      onChange={choose}
      onSearchChange={(text) => props.onInput?.(text)}
      searchable={options.length > MANY}
      allowDeselect={false}
      variant={LOOKS[variant]}
      comboboxProps={AT_ONCE}
    />
  );
}

/** Values that no option has stay chosen, unseen: the extension may bring the options later. */
export function MultiSelect({ name, options, value, onChange, variant = 'input', ...props }: MultiSelectProps) {
  const draft = useDraft<Value[]>(value, []);
  const unseen = draft.value.filter((chosen) => options.every((option) => option.value !== chosen));
  useFormField(name, () => draft.value);
  const choose = (texts: string[]) => {
    const next = [...unseen, ...texts.flatMap((text) => options[Number(text)]?.value ?? [])];
    draft.set(next, true);
    onChange?.(next);
  };
  return (
    <MantineMultiSelect
      {...fieldProps(props)}
      role="combobox"
      placeholder={draft.value.length > unseen.length ? '' : (props.placeholder ?? '')}
      data={positions(options)}
      value={draft.value.flatMap((chosen) => {
        const position = options.findIndex((option) => option.value === chosen);
        return position === -1 ? [] : String(position);
      })}
      onChange={choose}
      searchable={options.length > MANY}
      variant={LOOKS[variant]}
      comboboxProps={AT_ONCE}
    />
  );
}
