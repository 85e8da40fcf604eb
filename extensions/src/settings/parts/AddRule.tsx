import { Button, Flex, Input, NumberInput, Text, Tile } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { type Counted, newRule, signed } from '../document/rules.ts';
import type { Group, GroupRule } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { propertyOf } from '../words/facts.ts';
import { touchLabel } from '../words/rules.ts';
import { CountedField } from './CountedField.tsx';

const FIRST_POINTS = 10;

/** A button that opens the form of a new rule of a group. */
export function AddRule({
  group,
  path,
  onAdd,
}: {
  readonly group: Group;
  readonly path: string;
  readonly onAdd: (rule: GroupRule) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  if (isOpen)
    return (
      <NewRule
        group={group}
        path={path}
        onAdd={(rule) => {
          setOpen(false);
          onAdd(rule);
        }}
        onCancel={() => setOpen(false)}
      />
    );
  return (
    <Flex justify="start">
      <Button size="sm" onClick={() => setOpen(true)} testId={`add-${group.id}`}>
        {`Add a rule to ${group.label}`}
      </Button>
    </Flex>
  );
}

function NewRule({
  group,
  path,
  onAdd,
  onCancel,
}: {
  readonly group: Group;
  readonly path: string;
  readonly onAdd: (rule: GroupRule) => void;
  readonly onCancel: () => void;
}) {
  const { definitions, properties } = useEditor();
  const [counted, setCounted] = useState<Counted | null>(null);
  const [points, setPoints] = useState<number | null>(signed(FIRST_POINTS, group.kind));
  const [name, setName] = useState('');
  const suggested = counted ? suggestedName(counted) : '';

  function suggestedName(what: Counted): string {
    if (what.kind === 'touch') return touchLabel(definitions, what.touch);
    if (what.kind === 'signal') return what.signal;
    return 'fact' in what.when ? propertyOf(what.when.fact, properties).label : '';
  }
  const label = name.trim() || suggested;
  const lacks =
    counted === null
      ? 'Choose what counts.'
      : points === null
        ? 'Write the points.'
        : label === ''
          ? 'Give it a name.'
          : '';
  const add = () => {
    if (counted && points !== null && label !== '') onAdd(newRule({ label, points, counted }, group));
  };
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Text format={{ fontWeight: 'demibold' }}>{`A new rule of ${group.label}`}</Text>
        <CountedField counted={counted} path={`${path}.new`} onChange={setCounted} />
        <Flex gap="sm" wrap="wrap" align="end">
          <NumberInput
            label={group.kind === 'negative' ? 'Points taken away' : 'Points'}
            name={`${path}.new.points`}
            precision={0}
            {...(points === null ? {} : { value: points })}
            onChange={(next: number | null) => setPoints(next === null ? null : signed(next, group.kind))}
          />
          <Input
            label="Name"
            name={`${path}.new.label`}
            description="As sales people will read it"
            placeholder={suggested}
            value={name}
            onInput={setName}
          />
        </Flex>
        <Flex gap="sm" align="center">
          <Button variant="primary" disabled={lacks !== ''} onClick={add} testId="add-rule">
            Add this rule
          </Button>
          <Button onClick={onCancel}>Cancel</Button>
          {lacks !== '' && <Text variant="microcopy">{lacks}</Text>}
        </Flex>
      </Flex>
    </Tile>
  );
}
