import { Flex, Select, Text } from '@hubspot/ui-extensions';
import { useEditor } from '../editor.ts';
import { type Askable, askableBy, labelOfFact, propertyOf } from '../words/facts.ts';
import { propertyNote } from '../words/property-note.ts';
import { UsesButton } from './UsesButton.tsx';

/** Chooses what a rule asks about, by the portal's labels; says how often it is filled in and how soon a change is seen. */
export function PropertyPicker({
  fact,
  askable,
  path,
  onChange,
  label = 'Property',
}: {
  /** '' before one is chosen. */
  readonly fact: string;
  readonly askable: Askable;
  readonly path: string;
  readonly onChange: (fact: string) => void;
  readonly label?: string;
}) {
  const { properties, isReadOnly, formats } = useEditor();
  const known = askableBy(askable, properties);
  const chosen = fact === '' ? undefined : propertyOf(fact, properties);
  const listed = chosen && !known.some((each) => each.fact === fact) ? [...known, chosen] : known;
  return (
    <Flex direction="column">
      <Select
        label={label}
        name={`${path}.fact`}
        placeholder="Choose, or type to search"
        options={listed.map((each) => ({ value: each.fact, label: labelOfFact(each) }))}
        {...(fact === '' ? {} : { value: fact })}
        readOnly={isReadOnly}
        onChange={(value) => onChange(String(value))}
      />
      {chosen && (
        <Flex gap="xs" wrap="wrap" align="center">
          <Text variant="microcopy">{propertyNote(chosen, formats)}</Text>
          {isOfPortal(fact) && (
            <UsesButton
              id={`uses-${path}`}
              of={labelOfFact(chosen)}
              query={`fact=${fact}`}
              label="Where is this used?"
            />
          )}
        </Flex>
      )}
    </Flex>
  );
}

const isOfPortal = (fact: string): boolean => fact.startsWith('contact.') || fact.startsWith('company.');
