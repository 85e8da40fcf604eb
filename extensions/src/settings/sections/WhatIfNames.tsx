import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { Comparison } from '../document/volumes.ts';
import { keptText } from '../words/kept.ts';

const NAMED = 10;

/** Who comes and who goes, by name, and what kept others away. */
export function WhatIfNames({ result }: { readonly result: Comparison }) {
  const { added, dropped, accountsAdded, accountsDropped, wonGained, wonMissed, current, draft } = result;
  const reasons = [...new Set([...Object.keys(current.kept), ...Object.keys(draft.kept)])].sort();
  return (
    <Flex direction="column" gap="xs">
      <Heading>Who comes and who goes</Heading>
      <Text>{`Only by the draft: ${named(added.count, added.contactIds, 'contact', 'contacts')}`}</Text>
      <Text testId="dropped">
        {`No more by the draft: ${named(dropped.count, dropped.contactIds, 'contact', 'contacts')}`}
      </Text>
      <Text>{`Accounts only by the draft: ${named(accountsAdded.count, accountsAdded.companyIds, 'company', 'companies')}`}</Text>
      <Text testId="accounts-dropped">
        {`Accounts no more by the draft: ${named(accountsDropped.count, accountsDropped.companyIds, 'company', 'companies')}`}
      </Text>
      <Text>{`Won deals gained: ${named(wonGained.length, wonGained, 'deal', 'deals')}`}</Text>
      <Text>{`Won deals missed: ${named(wonMissed.length, wonMissed, 'deal', 'deals')}`}</Text>
      {reasons.map((why) => (
        <Text key={why}>{`${keptText(why)}: ${current.kept[why] ?? 0} → ${draft.kept[why] ?? 0}`}</Text>
      ))}
    </Flex>
  );
}

/** "3 (contacts 101, 102, 103)"; of many the first. */
function named(count: number, ids: readonly string[], one: string, several: string): string {
  if (count === 0) return '0';
  const shown = ids.slice(0, NAMED).join(', ');
  return `${count} (${count === 1 ? one : several} ${shown}${count > NAMED ? ' …' : ''})`;
}
