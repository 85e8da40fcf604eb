import { Flex, Heading, Text, Tile } from '@hubspot/ui-extensions';
import type { Accounts } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { ConditionList } from '../parts/ConditionList.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { PredicateEditor } from '../parts/PredicateEditor.tsx';
import { PropertyPicker } from '../parts/PropertyPicker.tsx';
import { NoSection, SectionFrame } from '../parts/SectionFrame.tsx';
import { AccountTiers } from './AccountTiers.tsx';

/** The track of the accounts: market, target, aware, in the market. */
export function AccountsSection() {
  const { definitions, change } = useEditor();
  const { accounts, scoring } = definitions;
  if (!accounts)
    return (
      <NoSection title="Accounts" about="Accounts are not followed here: import a file with the section accounts." />
    );
  const set = (next: Partial<Accounts>) => change('accounts', { ...accounts, ...next });
  return (
    <SectionFrame
      title="Accounts"
      about="An account that fits and has a tier is a target; it is aware and in the market by what its people do."
      prefixes={['accounts', 'scoring.account']}
    >
      <Tile>
        <Flex direction="column" gap="sm">
          <Heading>In the market we could serve when</Heading>
          <PredicateEditor
            value={accounts.universe}
            path="accounts.universe"
            askable="company"
            what="market"
            onChange={(universe) => set({ universe })}
          />
          <Heading>Fits (ICP) when</Heading>
          <PredicateEditor
            value={accounts.icp}
            path="accounts.icp"
            askable="company"
            what="ICP"
            onChange={(icp) => set({ icp })}
          />
        </Flex>
      </Tile>
      <Tile>
        <Flex gap="sm" wrap="wrap">
          <NumberField
            label="Aware from points"
            value={accounts.awareFrom}
            path="accounts.awareFrom"
            onChange={(awareFrom) => set({ awareFrom })}
          />
          <NumberField
            label="In the market from points"
            value={accounts.inMarketFrom}
            path="accounts.inMarketFrom"
            onChange={(inMarketFrom) => set({ inMarketFrom })}
          />
          <NumberField
            label="Not offered again for days"
            value={accounts.pauseDays}
            path="accounts.pauseDays"
            onChange={(pauseDays) => set({ pauseDays })}
          />
        </Flex>
      </Tile>
      <AccountTiers tiers={accounts.tiers} onChange={(tiers) => set({ tiers })} />
      {scoring && (
        <Tile>
          <Flex direction="column" gap="xs">
            <Heading>Account score</Heading>
            <Text variant="microcopy">Without a property it is the fit of the company and its signals.</Text>
            <PropertyPicker
              label="Score that another system puts into"
              fact={scoring.account.imported === undefined ? '' : `company.${scoring.account.imported}`}
              askable="company"
              path="scoring.account.imported"
              onChange={(fact) =>
                change('scoring', { ...scoring, account: { imported: fact.slice('company.'.length) } })
              }
            />
          </Flex>
        </Tile>
      )}
      <Tile>
        <Flex direction="column" gap="sm">
          <Heading>Exclusions</Heading>
          <ConditionList
            conditions={accounts.exclusions}
            path="accounts.exclusions"
            askable="company"
            what="Exclusion"
            none="No account is excluded."
            onChange={(exclusions) => set({ exclusions })}
          />
        </Flex>
      </Tile>
    </SectionFrame>
  );
}
