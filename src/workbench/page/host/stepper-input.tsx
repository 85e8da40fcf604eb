import type { StepperInputProps } from '@hubspot/ui-extensions';
import { NumberInput } from '@mantine/core';
import { fieldProps } from './field-props.tsx';
import { useNumber } from './use-number.ts';

/** A number with a button on either side; a step is heard of at once, typing when the input is left. */
export function StepperInput({ formatStyle = 'decimal', stepSize = 1, ...props }: StepperInputProps) {
  const { input, setAtOnce } = useNumber(props);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, label, readOnly = false } = props;
  const now = typeof input.value === 'number' ? input.value : 0;
  const step = (by: number) => setAtOnce(Math.min(max, Math.max(min, rounded(now + by))));
  const isLeast = now <= min;
  const isMost = now >= max;
  return (
    <NumberInput
      {...fieldProps(props)}
      {...input}
      suffix={formatStyle === 'percentage' ? ' %' : ''}
      styles={{ input: { textAlign: 'center' } }}
      leftSection={
        <StepButton
          what={`Decrease ${label}`}
          sign="−"
          isOff={readOnly || isLeast}
          why={isLeast ? props.minValueReachedTooltip : undefined}
          press={() => step(-stepSize)}
        />
      }
      rightSection={
        <StepButton
          what={`Increase ${label}`}
          sign="+"
          isOff={readOnly || isMost}
          why={isMost ? props.maxValueReachedTooltip : undefined}
          press={() => step(stepSize)}
        />
      }
    />
  );
}

/** Steps of 0.1 add up to 0.30000000000000004 otherwise. */
const rounded = (value: number): number => Number(value.toPrecision(12));

interface StepButtonProps {
  readonly what: string;
  readonly sign: string;
  readonly isOff: boolean;
  readonly why: string | undefined;
  readonly press: () => void;
}

const StepButton = ({ what, sign, isOff, why, press }: StepButtonProps) => (
  <button type="button" className="wb-step-button" aria-label={what} title={why} disabled={isOff} onClick={press}>
    {sign}
  </button>
);
