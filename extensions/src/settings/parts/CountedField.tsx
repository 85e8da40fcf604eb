import { Flex, Input, Select } from '@hubspot/ui-extensions';
import { type Counted, signalsOf } from '../document/rules.ts';
import { firstTest } from '../document/operators.ts';
import { useEditor } from '../editor.ts';
import { askableBy } from '../words/facts.ts';
import { PredicateEditor } from './PredicateEditor.tsx';

const STATE = 'state';
const NEW_SIGNAL = 'signal:';

/** Chooses what a rule counts: a touch, a signal, or that something is the case. */
export function CountedField({
  counted,
  path,
  onChange,
}: {
  /** `null` before anything is chosen. */
  readonly counted: Counted | null;
  readonly path: string;
  readonly onChange: (counted: Counted) => void;
}) {
  const { definitions, properties, isReadOnly } = useEditor();
  const signals = signalsOf(definitions);
  const options = [
    ...definitions.touchTypes.map(({ id, label }) => ({ value: `touch:${id}`, label })),
    ...signals.map((signal) => ({ value: `signal:${signal}`, label: `Signal: ${signal}` })),
    { value: NEW_SIGNAL, label: 'Another signal …' },
    { value: STATE, label: 'A property of the contact or company …' },
  ];
  const choose = (value: string) => {
    const [kind, id = ''] = value.split(':');
    if (kind === 'touch') return onChange({ kind, touch: id });
    if (kind === 'signal') return onChange({ kind, signal: id });
    const [first] = askableBy('person', properties);
    if (first) onChange({ kind: 'state', when: firstTest(first.fact, first.kind) });
  };
  const isUnlisted = counted?.kind === 'signal' && !signals.includes(counted.signal);
  return (
    <Flex direction="column" gap="sm">
      <Select
        label="What counts"
        name={`${path}.on`}
        placeholder="Choose, or type to search"
        options={options}
        {...(counted ? { value: isUnlisted ? NEW_SIGNAL : valueOf(counted) } : {})}
        readOnly={isReadOnly}
        onChange={(value) => choose(String(value))}
      />
      {isUnlisted && (
        <Input
          label="Kind of signal"
          name={`${path}.signal`}
          description="As it is sent: lower-case letters, digits and _"
          value={counted.signal}
          onChange={(signal) => onChange({ kind: 'signal', signal: signal.trim() })}
        />
      )}
      {counted?.kind === 'state' && (
        <PredicateEditor
          value={counted.when}
          path={`${path}.when`}
          askable="person"
          isForm={true}
          onChange={(when) => onChange({ kind: 'state', when })}
        />
      )}
    </Flex>
  );
}

const valueOf = (counted: Counted): string =>
  counted.kind === 'state' ? STATE : counted.kind === 'touch' ? `touch:${counted.touch}` : `signal:${counted.signal}`;
