import { Flex, StatusTag, Text } from '@hubspot/ui-extensions';
import type { ChecklistItem } from '../../../src/http/contract/cards.ts';
import { gateTag } from '../words/gate-text.ts';

/** What a stage asks for, one below the other: it fits a sidebar. */
export const GateList = ({ items }: { readonly items: readonly ChecklistItem[] }) => (
  <Flex direction="column" gap="xs">
    {items.map((item) => {
      const { variant, text } = gateTag(item);
      return (
        <Flex key={item.id} direction="column">
          <Flex gap="xs" align="center" wrap="wrap">
            <Text format={{ fontWeight: 'demibold' }}>{item.label}</Text>
            <StatusTag variant={variant}>{text}</StatusTag>
          </Flex>
          <Text variant="microcopy">{item.detail}</Text>
        </Flex>
      );
    })}
  </Flex>
);
