import { Flex, Heading, Tile } from '@hubspot/ui-extensions';
import type { Accounts } from '../document/types.ts';
import { LabelledList } from '../parts/LabelledList.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { PropertyPicker } from '../parts/PropertyPicker.tsx';
import { TextField } from '../parts/TextField.tsx';

type Tiers = Accounts['tiers'];
type Tier = Tiers['values'][number];

/** The tiers of target accounts, and how many each may hold. */
export function AccountTiers({
  tiers,
  onChange,
}: {
  readonly tiers: Tiers;
  readonly onChange: (tiers: Tiers) => void;
}) {
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Heading>Tiers</Heading>
        <PropertyPicker
          label="Property that holds the tier"
          fact={`company.${tiers.property}`}
          askable="company"
          path="accounts.tiers.property"
          onChange={(fact) => onChange({ ...tiers, property: fact.slice(fact.indexOf('.') + 1) })}
        />
        <LabelledList
          items={tiers.values}
          path="accounts.tiers.values"
          what="Tier"
          // Its value can be edited: while that is done, the place tells it.
          keyOf={(_, index) => `tier-${index}`}
          detailOf={tierText}
          more={(tier, path, change) => <TierForm tier={tier} path={path} onChange={change} />}
          make={(label) => ({ value: label, label })}
          onChange={(values) => onChange({ ...tiers, values })}
        />
      </Flex>
    </Tile>
  );
}

function tierText({ value, least, most }: Tier): string {
  const size =
    least !== undefined && most !== undefined
      ? `${least} to ${most} accounts`
      : most !== undefined
        ? `at most ${most} accounts`
        : least !== undefined
          ? `at least ${least} accounts`
          : 'any number of accounts';
  return `Value ${value}, ${size}`;
}

function TierForm({
  tier,
  path,
  onChange,
}: {
  readonly tier: Tier;
  readonly path: string;
  readonly onChange: (tier: Tier) => void;
}) {
  const { least: _, ...withoutLeast } = tier;
  const { most: __, ...withoutMost } = tier;
  return (
    <Flex gap="sm" wrap="wrap">
      <TextField
        label="Value of the property"
        value={tier.value}
        path={`${path}.value`}
        onChange={(value) => onChange({ ...tier, value })}
      />
      <NumberField
        label="Accounts, at least"
        value={tier.least}
        path={`${path}.least`}
        onChange={(least) => onChange({ ...tier, least })}
        onClear={() => onChange(withoutLeast)}
      />
      <NumberField
        label="Accounts, at most"
        value={tier.most}
        path={`${path}.most`}
        onChange={(most) => onChange({ ...tier, most })}
        onClear={() => onChange(withoutMost)}
      />
    </Flex>
  );
}
