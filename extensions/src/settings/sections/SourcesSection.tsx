import { Flex } from '@hubspot/ui-extensions';
import { replaced, without } from '../document/lists.ts';
import { useEditor } from '../editor.ts';
import { ChoiceField } from '../parts/ChoiceField.tsx';
import { ItemTable } from '../parts/ItemTable.tsx';
import { AddByName } from '../parts/LabelledList.tsx';
import { PropertyPicker } from '../parts/PropertyPicker.tsx';
import { SectionFrame } from '../parts/SectionFrame.tsx';
import { TextField } from '../parts/TextField.tsx';

const DIRECTIONS = [
  { value: 'inbound', label: 'Inbound: they came' },
  { value: 'outbound', label: 'Outbound: we went' },
  { value: 'unknown', label: 'Not known' },
] as const;

/** Which contact property holds the source, and what each of its values means. */
export function SourcesSection() {
  const { definitions, change, names, isReadOnly } = useEditor();
  const { sources } = definitions;
  const fact = `contact.${sources.property}`;
  const setValues = (values: typeof sources.values) => change('sources', { ...sources, values });
  return (
    <SectionFrame title="Sources" about="What each value of the source property means." prefixes={['sources']}>
      <PropertyPicker
        label="Property that holds the source"
        fact={fact}
        askable="contact"
        path="sources.property"
        onChange={(next) => change('sources', { ...sources, property: next.slice('contact.'.length) })}
      />
      <ItemTable
        items={sources.values.map(({ value, channel, direction }) => ({
          key: value,
          label: names.value(fact, value),
          detail: `Channel ${channel}, ${DIRECTIONS.find((each) => each.value === direction)?.label ?? direction}`,
        }))}
        what="Value"
        none="No values yet."
        form={(index) => {
          const source = sources.values[index];
          if (!source) return null;
          const set = (next: typeof source) => setValues(replaced(sources.values, index, next));
          return (
            <Flex gap="sm" wrap="wrap">
              <TextField
                label="Channel"
                value={source.channel}
                path={`sources.values.${index}.channel`}
                onChange={(channel) => set({ ...source, channel })}
              />
              <ChoiceField
                label="Direction"
                value={source.direction}
                options={DIRECTIONS}
                path={`sources.values.${index}.direction`}
                onChange={(direction) => set({ ...source, direction })}
              />
            </Flex>
          );
        }}
        onRemove={(index) => setValues(without(sources.values, index))}
      />
      {!isReadOnly && (
        <AddByName
          what="Value"
          path="sources.values"
          onAdd={(value) => setValues([...sources.values, { value, channel: 'other', direction: 'unknown' }])}
        />
      )}
    </SectionFrame>
  );
}
