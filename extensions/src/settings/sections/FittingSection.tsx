import { Flex, Heading, Text, Tile } from '@hubspot/ui-extensions';
import type { Qualification } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { LinesField } from '../parts/LinesField.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { PredicateEditor } from '../parts/PredicateEditor.tsx';
import { PropertyPicker } from '../parts/PropertyPicker.tsx';
import { NoSection, SectionFrame } from '../parts/SectionFrame.tsx';

/** Which accounts fit, which people are a target, and how long one who was recycled is left alone. */
export function FittingSection() {
  const { definitions, change } = useEditor();
  const { qualification } = definitions;
  if (!qualification)
    return (
      <NoSection
        title="ICP & target"
        about="Nobody qualifies by score here: import a file with the section qualification."
      />
    );
  const set = (next: Partial<Qualification>) => change('qualification', { ...qualification, ...next });
  return (
    <SectionFrame
      title="ICP & target"
      about="A lead by score needs an account that fits and a person who is a target."
      prefixes={['icp', 'target', 'embargoDays', 'acquisition'].map((name) => `qualification.${name}`)}
    >
      <Tile>
        <Flex direction="column" gap="xs">
          <Heading>The account fits (ICP) when</Heading>
          <PredicateEditor
            value={qualification.icp}
            path="qualification.icp"
            askable="icp"
            what="ICP"
            onChange={(icp) => set({ icp })}
          />
        </Flex>
      </Tile>
      <Tile>
        <Flex direction="column" gap="xs">
          <Heading>The person is a target, and not junk, when</Heading>
          <PredicateEditor
            value={qualification.target}
            path="qualification.target"
            askable="person"
            what="target"
            onChange={(target) => set({ target })}
          />
        </Flex>
      </Tile>
      <Tile>
        <Flex direction="column" gap="sm">
          <Heading>After a recycle</Heading>
          <NumberField
            label="Embargo in days"
            description="Only a raised hand makes an AQL before; a recycle reason may say another number"
            value={qualification.embargoDays}
            path="qualification.embargoDays"
            onChange={(embargoDays) => set({ embargoDays })}
          />
        </Flex>
      </Tile>
      {qualification.acquisition && (
        <BoughtLists acquisition={qualification.acquisition} onChange={(acquisition) => set({ acquisition })} />
      )}
    </SectionFrame>
  );
}

type Acquisition = NonNullable<Qualification['acquisition']>;

function BoughtLists({
  acquisition,
  onChange,
}: {
  readonly acquisition: Acquisition;
  readonly onChange: (acquisition: Acquisition) => void;
}) {
  const path = 'qualification.acquisition';
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Heading>Bought lists</Heading>
        <Text variant="microcopy">Whoever came from one never becomes an AQL before a genuine response.</Text>
        <PropertyPicker
          label="Property that says how we came by a person"
          fact={`contact.${acquisition.property}`}
          askable="person"
          path={path}
          onChange={(fact) => onChange({ ...acquisition, property: fact.slice(fact.indexOf('.') + 1) })}
        />
        <LinesField
          label="Values that mean bought"
          values={acquisition.purchased}
          path={`${path}.purchased`}
          onChange={(purchased) => onChange({ ...acquisition, purchased })}
        />
      </Flex>
    </Tile>
  );
}
