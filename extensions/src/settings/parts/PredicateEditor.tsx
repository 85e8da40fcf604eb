import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { predicateOf, rowsOf } from '../document/predicate-rows.ts';
import type { Predicate } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import type { Askable } from '../words/facts.ts';
import { sentenceOf } from '../words/sentences.ts';
import { RowsEditor } from './RowsEditor.tsx';

/** A condition: always as a sentence, and as a form when somebody wants to change it. */
export function PredicateEditor({
  value,
  path,
  askable,
  onChange,
  isForm = false,
  what = 'condition',
}: {
  readonly value: Predicate;
  readonly path: string;
  readonly askable: Askable;
  readonly onChange: (value: Predicate) => void;
  /** In a form that was opened to edit it: nothing more to open. */
  readonly isForm?: boolean;
  /** What it is the condition of, for the button that opens the form. */
  readonly what?: string;
}) {
  const { names, isReadOnly } = useEditor();
  const [isOpen, setOpen] = useState(false);
  return (
    <Flex direction="column" gap="xs">
      <Text>{sentenceOf(value, names)}</Text>
      {(isOpen || isForm) && (
        <RowsEditor
          rows={rowsOf(value)}
          askable={askable}
          path={path}
          onChange={(rows) => {
            const next = predicateOf(rows);
            if (next) onChange(next);
          }}
        />
      )}
      {!isReadOnly && !isForm && (
        <Flex justify="start">
          <Button size="xs" variant="transparent" onClick={() => setOpen(!isOpen)}>
            {isOpen ? 'Close the form' : `Edit ${what}`}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
