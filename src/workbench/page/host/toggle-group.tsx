import type { ToggleGroupOption, ToggleGroupProps } from '@hubspot/ui-extensions';
import { Checkbox, Group, Radio, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { fieldProps } from './field-props.tsx';
import { useFormField } from './form.tsx';
import { shortSize } from './remote-values.ts';
import { useDraft } from './use-draft.ts';

/** Checkboxes with a list of values, or radio buttons with one. */
export const ToggleGroup = (props: ToggleGroupProps) =>
  props.toggleType === 'radioButtonList' ? <RadioButtons {...props} /> : <Checkboxes {...props} />;

function Checkboxes({ value, onChange, options = [], ...props }: Exclude<ToggleGroupProps, RadioGroupProps>) {
  const draft = useDraft<string[]>(value, initial(options));
  useFormField(props.name, () => draft.value);
  const choose = (next: string[]) => {
    draft.set(next, true);
    onChange?.(next);
  };
  return (
    <Checkbox.Group {...groupProps(props)} value={draft.value} onChange={choose}>
      <Options inline={props.inline}>
        {options.map((option) => (
          <Checkbox key={option.value} {...optionProps(option, props)} />
        ))}
      </Options>
    </Checkbox.Group>
  );
}

type RadioGroupProps = Extract<ToggleGroupProps, { toggleType: 'radioButtonList' }>;

function RadioButtons({ value, onChange, options = [], ...props }: RadioGroupProps) {
  const draft = useDraft<string | undefined>(value, initial(options)[0]);
  useFormField(props.name, () => draft.value);
  const choose = (next: string) => {
    draft.set(next, true);
    onChange?.(next);
  };
  return (
    <Radio.Group {...groupProps(props)} value={draft.value ?? null} onChange={choose}>
      <Options inline={props.inline}>
        {options.map((option) => (
          <Radio key={option.value} {...optionProps(option, props)} />
        ))}
      </Options>
    </Radio.Group>
  );
}

const initial = (options: readonly ToggleGroupOption[]): string[] =>
  options.filter(({ initialIsChecked }) => initialIsChecked).map(({ value }) => value);

type Common = Pick<
  ToggleGroupProps,
  'label' | 'required' | 'tooltip' | 'error' | 'validationMessage' | 'size' | 'variant' | 'testId'
>;

/** A group has neither a placeholder nor a read-only state of its own. */
function groupProps(props: Common) {
  const { placeholder: _, readOnly: __, ...group } = fieldProps(props);
  return group;
}

const optionProps = ({ value, label, description, readOnly, readonly }: ToggleGroupOption, props: Common) => ({
  value,
  label,
  description,
  disabled: readOnly ?? readonly ?? false,
  size: props.variant === 'small' ? 'xs' : shortSize(props.size ?? 'sm'),
});

interface OptionsProps {
  readonly inline: boolean | undefined;
  readonly children: ReactNode;
}

const Options = ({ inline, children }: OptionsProps) =>
  inline ? (
    <Group gap="md" mt={4} align="flex-start">
      {children}
    </Group>
  ) : (
    <Stack gap={8} mt={4}>
      {children}
    </Stack>
  );
