import type { CheckboxProps, SelectProps, ToggleProps } from '@hubspot/ui-extensions';
import { Checkbox as MantineCheckbox, Select as MantineSelect, Switch } from '@mantine/core';
import { fieldProps } from './field-props.tsx';
import { useFormField } from './form.tsx';
import { shortSize } from './remote-values.ts';
import { useDraft } from './use-draft.ts';

type Value = NonNullable<SelectProps['value']>;

/** Options keep the type of their values, which Mantine has as text only: it gets their positions instead. */
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
      data={options.map(({ label }, index) => ({ value: String(index), label }))}
      value={position === -1 ? null : String(position)}
      onChange={choose}
      onSearchChange={(text) => props.onInput?.(text)}
      searchable={options.length > 8}
      allowDeselect={false}
      variant={variant === 'transparent' ? 'unstyled' : 'default'}
      comboboxProps={{ transitionProps: { duration: 0 } }}
    />
  );
}

export function Checkbox(props: CheckboxProps) {
  const {
    name,
    value = '',
    checked,
    initialIsChecked = false,
    onChange,
    description,
    inline = false,
    children,
  } = props;
  const draft = useDraft(checked, initialIsChecked);
  const isReadOnly = props.readOnly ?? props.readonly ?? false;
  useFormField(name, () => draft.value);
  return (
    <MantineCheckbox
      label={children}
      aria-label={props['aria-label'] ?? (typeof children === 'string' ? children : undefined)}
      description={description}
      size={props.variant === 'small' ? 'xs' : shortSize(props.size ?? 'sm')}
      checked={draft.value}
      disabled={isReadOnly}
      style={{ display: inline ? 'inline-block' : 'block' }}
      onChange={({ currentTarget }) => {
        draft.set(currentTarget.checked, true);
        onChange?.(currentTarget.checked, value);
      }}
      data-test-id={props.testId}
    />
  );
}

export function Toggle(props: ToggleProps) {
  const { name, checked, initialIsChecked = false, label, labelDisplay = 'inline', onChange, testId } = props;
  const draft = useDraft(checked, initialIsChecked);
  useFormField(name, () => draft.value);
  const shown = labelDisplay === 'inline' ? label : undefined;
  return (
    <div data-test-id={testId}>
      {labelDisplay === 'top' && <div className="wb-label">{label}</div>}
      <Switch
        label={shown}
        aria-label={label}
        checked={draft.value}
        disabled={props.readOnly ?? props.readonly ?? false}
        onLabel={props.textChecked ?? 'ON'}
        offLabel={props.textUnchecked ?? 'OFF'}
        size={shortSize(props.size ?? 'md')}
        color="dark"
        onChange={({ currentTarget }) => {
          draft.set(currentTarget.checked, true);
          onChange?.(currentTarget.checked);
        }}
      />
    </div>
  );
}
