import { Input } from '@hubspot/ui-extensions';
import { asError, problemAt, useEditor } from '../editor.ts';

/** A text of the document. An emptied one that must not be empty keeps what was there, and says so. */
export function TextField({
  label,
  value,
  path,
  onChange,
  description,
  placeholder,
}: {
  readonly label: string;
  readonly value: string;
  /** Where it stands in the document: problems are shown here. */
  readonly path: string;
  readonly onChange: (value: string) => void;
  readonly description?: string;
  readonly placeholder?: string;
}) {
  const editor = useEditor();
  const problem = problemAt(editor, path);
  return (
    <Input
      label={label}
      name={path}
      value={value}
      readOnly={editor.isReadOnly}
      onChange={(text) => onChange(text.trim())}
      {...asError(problem)}
      {...(description === undefined ? {} : { description })}
      {...(placeholder === undefined ? {} : { placeholder })}
    />
  );
}
