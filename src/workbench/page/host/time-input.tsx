import type { BaseTime, TimeInputProps } from '@hubspot/ui-extensions';
import { TextInput } from '@mantine/core';
import { fieldProps } from './field-props.tsx';
import { useFormField } from './form.tsx';
import { useDraft } from './use-draft.ts';

/** The browser's own field for a time of day; an emptied one reaches the extension as null. */
export function TimeInput(props: TimeInputProps) {
  const { name, value, defaultValue, min, max, interval = 30, onChange, onBlur, onFocus } = props;
  const text = (time: BaseTime | null | undefined) => (time ? timeText(time) : undefined);
  const draft = useDraft(text(value), text(defaultValue) ?? '');
  const tell = (handler: TimeInputProps['onChange'], now = draft.value) =>
    (handler as ((value: BaseTime | null) => void) | undefined)?.(timeOf(now) ?? null);
  useFormField(name, () => timeOf(draft.value));
  return (
    <TextInput
      {...fieldProps(props)}
      type="time"
      name={name}
      value={draft.value}
      min={text(min)}
      max={text(max)}
      step={interval * 60}
      onChange={({ currentTarget }) => {
        draft.set(currentTarget.value, true);
        tell(onChange, currentTarget.value);
      }}
      onBlur={() => tell(onBlur)}
      onFocus={() => tell(onFocus)}
    />
  );
}

const two = (part: number): string => String(part).padStart(2, '0');
const timeText = ({ hours, minutes }: BaseTime): string => `${two(hours)}:${two(minutes)}`;

function timeOf(text: string): BaseTime | undefined {
  const [hours, minutes] = text.split(':').map(Number);
  return hours === undefined || minutes === undefined ? undefined : { hours, minutes };
}
