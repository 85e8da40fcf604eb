import type { CheckboxProps, RadioButtonProps, ToggleProps } from '@hubspot/ui-extensions';
import { Checkbox as MantineCheckbox, Radio, Switch } from '@mantine/core';
import { useRef } from 'react';
import { useFormField } from './form.tsx';
import { shortSize } from './remote-values.ts';
import { useDraft } from './use-draft.ts';

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

/** One of several: radio buttons of a name are a group, in which the browser leaves one checked; a form gets the value of that one. */
export function RadioButton(props: RadioButtonProps) {
  const { name, value = '', checked, initialIsChecked = false, onChange, description, inline = false } = props;
  const button = useRef<HTMLInputElement>(null);
  useFormField(name, () => (button.current?.checked ? value : undefined));
  return (
    <Radio
      ref={button}
      name={name ?? ''}
      value={value}
      label={props.children}
      description={description}
      size={props.variant === 'small' ? 'xs' : shortSize(props.size ?? 'sm')}
      {...(checked === undefined ? { defaultChecked: initialIsChecked } : { checked })}
      disabled={props.readOnly ?? props.readonly ?? false}
      style={{ display: inline ? 'inline-block' : 'block' }}
      onChange={({ currentTarget }) => onChange?.(currentTarget.checked, value)}
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
