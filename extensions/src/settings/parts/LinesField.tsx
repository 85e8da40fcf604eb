import { TextArea } from '@hubspot/ui-extensions';
import { linesOf } from '../document/lists.ts';
import { asError, problemAt, useEditor } from '../editor.ts';

const MOST_ROWS = 8;

/** Several texts, one a line: they may hold commas. */
export function LinesField({
  label,
  values,
  path,
  onChange,
}: {
  readonly label: string;
  readonly values: readonly string[];
  readonly path: string;
  readonly onChange: (values: string[]) => void;
}) {
  const editor = useEditor();
  const problem = problemAt(editor, path);
  return (
    <TextArea
      label={label}
      name={path}
      description="One a line"
      rows={Math.min(MOST_ROWS, Math.max(2, values.length))}
      value={values.join('\n')}
      readOnly={editor.isReadOnly}
      onChange={(text) => onChange(linesOf(text))}
      {...asError(problem)}
    />
  );
}
