import type { FormInputValues, FormProps } from '@hubspot/ui-extensions';
import { createContext, type FormEvent, useContext, useEffect, useRef, useState } from 'react';
import { useReactions } from './overlay.tsx';
import { eventOf } from './remote-values.ts';

/** A field of a form: its value now, and a way to tell the card of an edit it has not heard of yet. Radio buttons share a name. */
interface FormField {
  readonly name: string;
  read(): unknown;
  commit(): void;
}

const FormFields = createContext<Set<FormField> | null>(null);

export function Form({ onSubmit, autoComplete, children, testId }: FormProps) {
  const [fields] = useState(() => new Set<FormField>());
  const reactions = useReactions();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // React lets events of a form in a modal rise to the form the modal was opened from.
    for (const field of fields) field.commit();
    const read = [...fields].map((field) => [field.name, field.read()] as const);
    const targetValue = Object.fromEntries(read.filter(([, value]) => value !== undefined)) as FormInputValues;
    void onSubmit?.({ ...eventOf('submit'), targetValue }, reactions);
  };
  return (
    <FormFields.Provider value={fields}>
      <form className="wb-form" onSubmit={submit} autoComplete={autoComplete} noValidate data-test-id={testId}>
        {children}
      </form>
    </FormFields.Provider>
  );
}

/** Makes an input part of the form around it, if there is one. */
export function useFormField(
  name: string | undefined,
  read: () => unknown,
  commit: () => void = () => undefined,
): void {
  const fields = useContext(FormFields);
  const latest = useRef({ read, commit });
  useEffect(() => {
    latest.current = { read, commit };
  });
  useEffect(() => {
    if (fields === null || name === undefined) return;
    const field: FormField = { name, read: () => latest.current.read(), commit: () => latest.current.commit() };
    fields.add(field);
    return () => void fields.delete(field);
  }, [fields, name]);
}
