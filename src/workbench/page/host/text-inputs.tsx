import type { InputProps, TextAreaProps } from '@hubspot/ui-extensions';
import { PasswordInput, Textarea, TextInput } from '@mantine/core';
import { fieldProps } from './field-props.tsx';
import { useFormField } from './form.tsx';
import { useDraft } from './use-draft.ts';

type TextProps = Pick<InputProps, 'name' | 'value' | 'defaultValue' | 'onChange' | 'onInput' | 'onBlur' | 'onFocus'>;

/** Typing calls `onInput`; leaving the input or submitting the form calls `onChange` if anything changed since. */
function useText({ name, value, defaultValue, onChange, onInput, onBlur, onFocus }: TextProps) {
  const draft = useDraft(value, defaultValue ?? '');
  const committed = useDraft(value, defaultValue ?? '');
  const commit = () => {
    if (draft.value === committed.value) return;
    committed.set(draft.value, false);
    onChange?.(draft.value);
  };
  useFormField(name, () => draft.value, commit);
  return {
    name,
    value: draft.value,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      draft.set(currentTarget.value, onInput !== undefined);
      onInput?.(currentTarget.value);
    },
    onBlur: () => {
      commit();
      onBlur?.(draft.value);
    },
    onFocus: () => onFocus?.(draft.value),
  };
}

export function Input({ type = 'text', ...props }: InputProps) {
  const text = useText(props);
  const Element = type === 'password' ? PasswordInput : TextInput;
  return <Element {...fieldProps(props)} {...text} />;
}

export function TextArea({ rows = 3, cols, maxLength, resize = 'both', ...props }: TextAreaProps) {
  const text = useText(props);
  return <Textarea {...fieldProps(props)} {...text} {...{ rows, cols, maxLength }} resize={resize} />;
}
