import { Select } from '@hubspot/ui-extensions';
import { asError, problemAt, useEditor } from '../editor.ts';

/** One of a few values of the document. */
export function ChoiceField<V extends string>({
  label,
  value,
  options,
  path,
  onChange,
  description,
}: {
  readonly label: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly path: string;
  readonly onChange: (value: V) => void;
  readonly description?: string;
}) {
  const editor = useEditor();
  const problem = problemAt(editor, path);
  return (
    <Select
      label={label}
      name={path}
      value={value}
      options={[...options]}
      readOnly={editor.isReadOnly}
      onChange={(next) => onChange(next as V)}
      {...asError(problem)}
      {...(description === undefined ? {} : { description })}
    />
  );
}
