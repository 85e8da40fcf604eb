import { Button, Flex, Select, Text, Tile } from '@hubspot/ui-extensions';
import { replaced, without } from '../document/lists.ts';
import type { Row, Rows } from '../document/predicate-rows.ts';
import { firstTest } from '../document/operators.ts';
import { useEditor } from '../editor.ts';
import { type Askable, askableBy } from '../words/facts.ts';
import { sentenceOf } from '../words/sentences.ts';
import { TestRow } from './TestRow.tsx';

const JOINS = [
  { value: 'all', label: 'All of these hold' },
  { value: 'any', label: 'At least one of these holds' },
];

interface RowsEditorProps {
  readonly rows: Rows;
  readonly askable: Askable;
  readonly path: string;
  readonly onChange: (rows: Rows) => void;
}

/** A condition as a list of questions joined by all or any; a group within it is a list of its own. */
export function RowsEditor({ rows: { join, rows }, askable, path, onChange }: RowsEditorProps) {
  const { properties, isReadOnly } = useEditor();
  const at = (index: number) => (join === 'one' ? path : `${path}.${join}.${index}`);
  const change = (next: readonly Row[]) =>
    onChange({ join: join === 'one' && next.length > 1 ? 'all' : join, rows: next });
  const add = () => {
    const [first] = askableBy(askable, properties);
    if (first) change([...rows, { kind: 'test', test: firstTest(first.fact, first.kind), isForbidden: false }]);
  };
  return (
    <Flex direction="column" gap="sm">
      {rows.length > 1 && (
        <Select
          label="Holds when"
          name={`${path}.join`}
          options={JOINS}
          value={join}
          readOnly={isReadOnly}
          onChange={(next) => onChange({ join: next === 'any' ? 'any' : 'all', rows })}
        />
      )}
      {rows.map((row, index) => (
        <Tile key={index} compact={true}>
          <Flex direction="column" gap="xs">
            <RowEditor
              row={row}
              askable={askable}
              path={at(index)}
              onChange={(next) => change(replaced(rows, index, next))}
            />
            {!isReadOnly && rows.length > 1 && (
              <Flex justify="end">
                <Button size="xs" variant="transparent" onClick={() => change(without(rows, index))}>
                  Remove this line
                </Button>
              </Flex>
            )}
          </Flex>
        </Tile>
      ))}
      {!isReadOnly && (
        <Flex justify="start">
          <Button size="sm" onClick={add}>
            Add a line
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

function RowEditor({
  row,
  askable,
  path,
  onChange,
}: {
  readonly row: Row;
  readonly askable: Askable;
  readonly path: string;
  readonly onChange: (row: Row) => void;
}) {
  const { names } = useEditor();
  if (row.kind === 'test') return <TestRow row={row} askable={askable} path={path} onChange={onChange} />;
  if (row.kind === 'group')
    return (
      <RowsEditor
        rows={row.rows}
        askable={askable}
        path={path}
        onChange={(rows) => onChange({ kind: 'group', rows })}
      />
    );
  return (
    <Flex direction="column">
      <Text>{sentenceOf(row.rule, names)}</Text>
      <Text variant="microcopy">Nested too deep for this form: it stays as it is. Import a file to change it.</Text>
    </Flex>
  );
}
