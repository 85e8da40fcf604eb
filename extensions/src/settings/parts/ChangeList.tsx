import { List, Text } from '@hubspot/ui-extensions';
import type { Change } from '../document/changes.ts';
import { trailText } from '../words/places.ts';

/** Differences between two documents, in words. */
export const ChangeList = ({ changes, none }: { readonly changes: readonly Change[]; readonly none: string }) =>
  changes.length === 0 ? (
    <Text>{none}</Text>
  ) : (
    <List>
      {changes.map(({ trail, what }) => (
        <Text key={`${trailText(trail)} ${what}`}>{`${trailText(trail)}: ${what}`}</Text>
      ))}
    </List>
  );
