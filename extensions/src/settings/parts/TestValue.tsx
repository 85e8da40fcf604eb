import { MultiSelect } from '@hubspot/ui-extensions';
import type { Test } from '../document/types.ts';
import { asError, problemAt, useEditor } from '../editor.ts';
import { propertyOf } from '../words/facts.ts';
import { LinesField } from './LinesField.tsx';
import { NumberField } from './NumberField.tsx';

interface TestValueProps {
  readonly test: Test;
  readonly path: string;
  readonly onChange: (test: Test) => void;
}

/** What a test compares with: nothing, a number, days, words, or values, which are chosen where the property has options. */
export function TestValue({ test, path, onChange }: TestValueProps) {
  switch (test.op) {
    case 'at_least':
    case 'at_most':
      return (
        <NumberField
          label="Number"
          value={test.number}
          path={`${path}.number`}
          precision={2}
          onChange={(number) => onChange({ ...test, number })}
        />
      );
    case 'within_days':
      return (
        <NumberField
          label="Days"
          value={test.days}
          path={`${path}.days`}
          onChange={(days) => onChange({ ...test, days })}
        />
      );
    case 'has_word':
      return (
        <LinesField
          label="Words"
          values={test.words}
          path={`${path}.words`}
          onChange={(words) => onChange({ ...test, words })}
        />
      );
    case 'in':
    case 'not_in':
      return (
        <Values
          fact={test.fact}
          values={test.values}
          path={`${path}.values`}
          onChange={(values) => onChange({ ...test, values })}
        />
      );
    default:
      return null;
  }
}

function Values({
  fact,
  values,
  path,
  onChange,
}: {
  readonly fact: string;
  readonly values: readonly string[];
  readonly path: string;
  readonly onChange: (values: string[]) => void;
}) {
  const editor = useEditor();
  const { options } = propertyOf(fact, editor.properties);
  if (options.length === 0) return <LinesField label="Values" values={values} path={path} onChange={onChange} />;
  // Values that the property no longer has stay, and are seen.
  const gone = values.filter((value) => !options.some((option) => option.value === value));
  const problem = problemAt(editor, path);
  return (
    <MultiSelect
      label="Values"
      name={path}
      options={[...options, ...gone.map((value) => ({ value, label: value }))]}
      value={[...values]}
      readOnly={editor.isReadOnly}
      onChange={(next) => onChange(next.map(String))}
      {...asError(problem)}
    />
  );
}
