import type { BaseDate, DateInputProps } from '@hubspot/ui-extensions';
import { TextInput } from '@mantine/core';
import { fieldProps } from './field-props.tsx';
import { useFormField } from './form.tsx';
import { dayOf, dayText, formattedDay } from './day.ts';
import { useDraft } from './use-draft.ts';

/** The browser's own date field; months cross to the card as 0–11, an emptied field as null. */
export function DateInput(props: DateInputProps) {
  const { name, value, defaultValue, min, max, onChange, onBlur, onFocus } = props;
  const text = (day: BaseDate | null | undefined) => (day ? dayText(day) : undefined);
  const draft = useDraft(text(value), text(defaultValue) ?? '');
  const payload = (now: string) => {
    const day = dayOf(now);
    return day && { ...day, formattedDate: formattedDay(day) };
  };
  const tell = (handler: DateInputProps['onChange'], now = draft.value) => {
    const day = payload(now);
    if (day) handler?.(day);
    else if (now === '') (handler as ((value: null) => void) | undefined)?.(null);
  };
  useFormField(name, () => payload(draft.value));
  return (
    <TextInput
      {...fieldProps(props)}
      type="date"
      name={name}
      value={draft.value}
      min={text(min)}
      max={text(max)}
      onChange={({ currentTarget }) => {
        draft.set(currentTarget.value, true);
        tell(onChange, currentTarget.value);
      }}
      onBlur={() => tell(onBlur)}
      onFocus={() => tell(onFocus)}
    />
  );
}
