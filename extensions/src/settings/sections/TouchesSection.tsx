import { Flex, Toggle } from '@hubspot/ui-extensions';
import { newId } from '../document/lists.ts';
import type { TouchType } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { LabelledList } from '../parts/LabelledList.tsx';
import { LinesField } from '../parts/LinesField.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { PropertyPicker } from '../parts/PropertyPicker.tsx';
import { SectionFrame } from '../parts/SectionFrame.tsx';
import { TextField } from '../parts/TextField.tsx';
import { UsesButton } from '../parts/UsesButton.tsx';

/** The kinds of marketing interactions, and what tells of them. */
export function TouchesSection() {
  const { definitions, change, names } = useEditor();
  const { touchTypes } = definitions;
  return (
    <SectionFrame
      title="Touch types"
      about="A response makes a lead. A type without a property is told through the API, a list, or the workflow action Record a signal."
      prefixes={['touchTypes']}
    >
      <LabelledList
        items={touchTypes}
        path="touchTypes"
        what="Touch type"
        keyOf={({ id }) => id}
        detailOf={(type) => touchText(type, names.fact)}
        more={(type, path, onChange) => <TouchForm type={type} path={path} onChange={onChange} />}
        make={(label) => ({
          id: newId(
            label,
            touchTypes.map(({ id }) => id),
          ),
          label,
          channel: 'other',
          isResponse: false,
          weight: 1,
        })}
        onChange={(next) => change('touchTypes', next)}
      />
    </SectionFrame>
  );
}

function touchText({ channel, isResponse, carrier }: TouchType, nameOf: (fact: string) => string): string {
  const told = carrier
    ? `told by ${nameOf(`contact.${carrier.property}`)}${carrier.contains ? ` containing ${carrier.contains.join(' or ')}` : ''}`
    : 'told from outside';
  return `Channel ${channel}, ${isResponse ? 'a response' : 'no response'}, ${told}`;
}

function TouchForm({
  type,
  path,
  onChange,
}: {
  readonly type: TouchType;
  readonly path: string;
  readonly onChange: (type: TouchType) => void;
}) {
  const { isReadOnly } = useEditor();
  const { carrier, ...told } = type;
  return (
    <Flex direction="column" gap="sm">
      <Flex gap="sm" wrap="wrap" align="end">
        <TextField
          label="Channel"
          description="Lower-case letters, digits and _"
          value={type.channel}
          path={`${path}.channel`}
          onChange={(channel) => onChange({ ...type, channel })}
        />
        <NumberField
          label="Weight"
          description="In attribution"
          value={type.weight}
          path={`${path}.weight`}
          precision={2}
          onChange={(weight) => onChange({ ...type, weight })}
        />
        <Toggle
          label="Is a response"
          checked={type.isResponse}
          readonly={isReadOnly}
          onChange={(isResponse) => onChange({ ...type, isResponse })}
        />
      </Flex>
      <PropertyPicker
        label="Contact property that tells of it"
        fact={carrier ? `contact.${carrier.property}` : ''}
        askable="contact"
        path={`${path}.carrier.property`}
        onChange={(fact) => onChange({ ...type, carrier: { ...carrier, property: fact.slice('contact.'.length) } })}
      />
      {carrier && (
        <LinesField
          label="Only values that contain"
          values={carrier.contains ?? []}
          path={`${path}.carrier.contains`}
          onChange={(contains) =>
            onChange({ ...told, carrier: { property: carrier.property, ...(contains.length > 0 ? { contains } : {}) } })
          }
        />
      )}
      <UsesButton
        id={`uses-${type.id}`}
        of={type.label}
        query={`touch=${type.id}`}
        label="Where is this touch type used?"
      />
    </Flex>
  );
}
