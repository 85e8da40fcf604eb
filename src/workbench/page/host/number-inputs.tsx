import type { CurrencyInputProps, NumberInputProps } from '@hubspot/ui-extensions';
import { NumberInput as MantineNumberInput } from '@mantine/core';
import { fieldProps } from './field-props.tsx';
import { useNumber } from './use-number.ts';

export function NumberInput({ formatStyle = 'decimal', textAlign = 'left', ...props }: NumberInputProps) {
  const { input } = useNumber(props);
  const suffix = formatStyle === 'percentage' ? ' %' : '';
  return <MantineNumberInput {...fieldProps(props)} {...input} suffix={suffix} styles={{ input: { textAlign } }} />;
}

export function CurrencyInput({ currency = 'USD', ...props }: CurrencyInputProps) {
  const { input } = useNumber({ precision: 2, ...props });
  return (
    <MantineNumberInput
      {...fieldProps(props)}
      {...input}
      leftSection={<small>{currency}</small>}
      leftSectionWidth={46}
    />
  );
}
