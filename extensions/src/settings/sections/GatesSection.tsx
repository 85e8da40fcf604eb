import { Button, Flex, Heading, Text, Tile } from '@hubspot/ui-extensions';
import { movedUp, newId, replaced, without } from '../document/lists.ts';
import type { Gate, Qualification } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { ChoiceField } from '../parts/ChoiceField.tsx';
import { AddCondition } from '../parts/ConditionList.tsx';
import { PredicateEditor } from '../parts/PredicateEditor.tsx';
import { NoSection, SectionFrame } from '../parts/SectionFrame.tsx';
import { TextField } from '../parts/TextField.tsx';

const MODES = [
  { value: 'observe', label: 'Observe', means: 'Only counts who would pass' },
  { value: 'advise', label: 'Advise', means: 'Is shown to people' },
  { value: 'enforce', label: 'Enforce', means: 'Whoever passes becomes an AQL' },
] as const;

/** The ways to become an AQL without raising a hand. */
export function GatesSection() {
  const { definitions, change, isReadOnly } = useEditor();
  const { qualification } = definitions;
  if (!qualification)
    return (
      <NoSection title="Gates" about="Nobody qualifies by score here: import a file with the section qualification." />
    );
  const { gates } = qualification;
  const set = (next: Qualification['gates']) => change('qualification', { ...qualification, gates: next });
  return (
    <SectionFrame
      title="Gates to AQL"
      about="The first gate whose condition holds is the one that is asked."
      prefixes={['qualification.gates']}
    >
      {gates.map((gate, index) => (
        <Tile key={gate.id}>
          <Flex direction="column" gap="sm">
            <GateForm
              gate={gate}
              path={`qualification.gates.${index}`}
              onChange={(next) => set(replaced(gates, index, next))}
            />
            {!isReadOnly && (
              <Flex gap="sm">
                <Button
                  size="xs"
                  variant="transparent"
                  disabled={index === 0}
                  onClick={() => set(movedUp(gates, index))}
                >
                  Ask this one earlier
                </Button>
                {gates.length > 1 && (
                  <Button size="xs" variant="transparent" onClick={() => set(without(gates, index))}>
                    Remove this gate
                  </Button>
                )}
              </Flex>
            )}
          </Flex>
        </Tile>
      ))}
      {!isReadOnly && (
        <AddCondition
          what="Gate"
          askable="everything"
          path="qualification.gates.new"
          onAdd={(label, entry) => {
            const id = newId(
              label,
              gates.map((gate) => gate.id),
            );
            // It decides nothing before somebody has seen what it would do.
            set([...gates, { id, label, entry, mode: 'observe' }]);
          }}
        />
      )}
    </SectionFrame>
  );
}

function GateForm({
  gate,
  path,
  onChange,
}: {
  readonly gate: Gate;
  readonly path: string;
  readonly onChange: (gate: Gate) => void;
}) {
  const { isReadOnly } = useEditor();
  const { when, ...forEverybody } = gate;
  return (
    <Flex direction="column" gap="sm">
      <Heading>{gate.label}</Heading>
      <Flex gap="sm" wrap="wrap" align="end">
        <TextField
          label="Name"
          value={gate.label}
          path={`${path}.label`}
          onChange={(label) => onChange({ ...gate, label })}
        />
        <ChoiceField
          label="How strictly it is kept"
          value={gate.mode}
          options={MODES}
          description={MODES.find(({ value }) => value === gate.mode)?.means ?? ''}
          path={`${path}.mode`}
          onChange={(mode) => onChange({ ...gate, mode })}
        />
      </Flex>
      <Text format={{ fontWeight: 'demibold' }}>Whom it is for</Text>
      {when === undefined ? (
        <Text>Everybody whom no earlier gate is for</Text>
      ) : (
        <PredicateEditor
          value={when}
          path={`${path}.when`}
          askable="everything"
          what="whom it is for"
          onChange={(next) => onChange({ ...gate, when: next })}
        />
      )}
      {!isReadOnly && (
        <Flex justify="start">
          {when === undefined ? (
            <Button
              size="xs"
              variant="transparent"
              onClick={() => onChange({ ...gate, when: { fact: 'is.target', op: 'is_true' } })}
            >
              Only for some
            </Button>
          ) : (
            <Button size="xs" variant="transparent" onClick={() => onChange(forEverybody)}>
              For everybody
            </Button>
          )}
        </Flex>
      )}
      <Text format={{ fontWeight: 'demibold' }}>Who passes</Text>
      <PredicateEditor
        value={gate.entry}
        path={`${path}.entry`}
        askable="everything"
        what="who passes"
        onChange={(entry) => onChange({ ...gate, entry })}
      />
    </Flex>
  );
}
