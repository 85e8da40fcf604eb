import { NumberInput } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { asError, problemAt, useEditor } from '../editor.ts';

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  /** Where it stands in the document: problems are shown here. */
  readonly path: string;
  readonly onChange: (value: number) => void;
  /** For a number that may be left out; without it an emptied one keeps what was there, and says so. */
  readonly onClear?: () => void;
  readonly description?: string;
  /** Digits behind the point. */
  readonly precision?: number;
}

/** A number of the document. */
export function NumberField({ label, value, path, onChange, onClear, description, precision = 0 }: NumberFieldProps) {
  const editor = useEditor();
  const [isEmptied, setEmptied] = useState(false);
  const problem = isEmptied ? `Write a number; ${value} stays until you do.` : problemAt(editor, path);

  const change = (next: number | null) => {
    setEmptied(next === null && !onClear);
    if (next !== null) onChange(next);
    else onClear?.();
  };
  return (
    <NumberInput
      label={label}
      name={path}
      {...(value === undefined ? {} : { value })}
      precision={precision}
      readOnly={editor.isReadOnly}
      // HubSpot tells null of an emptied input, although its types promise a number.
      onChange={(next: number | null) => change(next)}
      {...asError(problem)}
      {...(description === undefined ? {} : { description })}
    />
  );
}
