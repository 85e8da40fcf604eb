import type { InputProps, SearchInputProps, TextAreaProps } from '@hubspot/ui-extensions';
import { CloseButton, PasswordInput, Textarea, TextInput } from '@mantine/core';
import { fieldProps } from './field-props.tsx';
import { useFormField } from './form.tsx';
import { IconShape } from './icon.tsx';
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
  const clear = () => {
    draft.set('', true);
    committed.set('', true);
    onInput?.('');
    onChange?.('');
  };
  const input = {
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
  return { input, clear };
}

export function Input({ type = 'text', ...props }: InputProps) {
  const { input } = useText(props);
  const Element = type === 'password' ? PasswordInput : TextInput;
  return <Element {...fieldProps(props)} {...input} />;
}

export function TextArea({ rows = 3, cols, maxLength, resize = 'both', ...props }: TextAreaProps) {
  const { input } = useText(props);
  return <Textarea {...fieldProps(props)} {...input} {...{ rows, cols, maxLength }} resize={resize} />;
}

/** A text with a glass before it and, unless switched off, a button that empties it. */
export function SearchInput({ clearable = true, ...props }: SearchInputProps) {
  const { input, clear } = useText(props);
  const canClear = clearable && !props.readOnly && input.value !== '';
  return (
    <TextInput
      {...fieldProps(props)}
      {...input}
      role="searchbox"
      leftSection={<IconShape name="search" />}
      rightSection={canClear && <CloseButton size="sm" aria-label="Clear" onClick={clear} />}
    />
  );
}
