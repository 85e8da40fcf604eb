import { Button, Flex, Input, Text, Tile } from '@hubspot/ui-extensions';
import { type ReactNode, useState } from 'react';
import { newId, replaced, without } from '../document/lists.ts';
import { firstTest } from '../document/operators.ts';
import type { Condition, Predicate } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { type Askable, askableBy } from '../words/facts.ts';
import { sentenceOf } from '../words/sentences.ts';
import { ItemTable } from './ItemTable.tsx';
import { PredicateEditor } from './PredicateEditor.tsx';
import { TextField } from './TextField.tsx';

/** Named conditions: vetoes, exclusions, criteria of a stage. */
export function ConditionList({
  conditions,
  path,
  askable,
  what,
  none,
  noteOf,
  more,
  onChange,
}: {
  readonly conditions: readonly Condition[];
  readonly path: string;
  readonly askable: Askable;
  /** What one of them is: "Veto". */
  readonly what: string;
  readonly none: string;
  /** What else is said of one, after its condition. */
  readonly noteOf?: (condition: Condition) => string;
  /** Its settings beside the condition. */
  readonly more?: (condition: Condition, index: number) => ReactNode;
  readonly onChange: (conditions: Condition[]) => void;
}) {
  const { names, isReadOnly } = useEditor();
  return (
    <Flex direction="column" gap="sm">
      <ItemTable
        items={conditions.map((condition) => {
          const { id, label, when } = condition;
          const note = noteOf ? ` – ${noteOf(condition)}` : '';
          return { key: id, label, detail: `${sentenceOf(when, names)}${note}` };
        })}
        what={what}
        none={none}
        form={(index) => {
          const condition = conditions[index];
          if (!condition) return null;
          const change = (next: Condition) => onChange(replaced(conditions, index, next));
          return (
            <Flex direction="column" gap="sm">
              <TextField
                label="Name"
                value={condition.label}
                path={`${path}.${index}.label`}
                onChange={(label) => change({ ...condition, label })}
              />
              <PredicateEditor
                value={condition.when}
                path={`${path}.${index}.when`}
                askable={askable}
                isForm={true}
                onChange={(when) => change({ ...condition, when })}
              />
              {more?.(condition, index)}
            </Flex>
          );
        }}
        onRemove={(index) => onChange(without(conditions, index))}
      />
      {!isReadOnly && (
        <AddCondition
          what={what}
          askable={askable}
          path={`${path}.new`}
          onAdd={(label, when) => {
            const id = newId(
              label,
              conditions.map((each) => each.id),
            );
            onChange([...conditions, { id, label, when }]);
          }}
        />
      )}
    </Flex>
  );
}

/** A button that opens the form of a new named condition. */
export function AddCondition({
  what,
  askable,
  path,
  onAdd,
}: {
  readonly what: string;
  readonly askable: Askable;
  readonly path: string;
  readonly onAdd: (label: string, when: Predicate) => void;
}) {
  const { properties } = useEditor();
  const [label, setLabel] = useState('');
  const [when, setWhen] = useState<Predicate | null>(null);
  const start = () => {
    const [first] = askableBy(askable, properties);
    if (first) setWhen(firstTest(first.fact, first.kind));
  };
  const end = () => {
    setLabel('');
    setWhen(null);
  };
  if (when === null)
    return (
      <Flex justify="start">
        <Button size="sm" onClick={start}>{`Add: ${what.toLowerCase()}`}</Button>
      </Flex>
    );
  const add = () => {
    onAdd(label.trim(), when);
    end();
  };
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Text format={{ fontWeight: 'demibold' }}>{`New: ${what.toLowerCase()}`}</Text>
        <Input label="Name" name={`${path}.label`} value={label} onInput={setLabel} />
        <PredicateEditor value={when} path={`${path}.when`} askable={askable} isForm={true} onChange={setWhen} />
        <Flex gap="sm" align="center">
          <Button variant="primary" disabled={label.trim() === ''} onClick={add}>
            Add
          </Button>
          <Button onClick={end}>Cancel</Button>
          {label.trim() === '' && <Text variant="microcopy">Give it a name.</Text>}
        </Flex>
      </Flex>
    </Tile>
  );
}
