import { Button, Flex, Heading, Input, Select, Text, Tile } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { newId, replaced, without } from '../document/lists.ts';
import { withGroups } from '../document/rules.ts';
import type { Group, Scoring } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { GroupEditor } from '../parts/GroupEditor.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { NoSection, SectionFrame } from '../parts/SectionFrame.tsx';
import { StepsField } from '../parts/StepsField.tsx';

const KINDS = [
  { value: 'engagement', label: 'Engagement: what people do with us' },
  { value: 'intent', label: 'Intent: signs from outside' },
  { value: 'usage', label: 'Usage: what they do with the product' },
] as const;

/** What people and accounts do, and how much each of it counts. */
export function BehaviorSection() {
  const { definitions, change } = useEditor();
  const { scoring } = definitions;
  if (!scoring)
    return <NoSection title="Behavior" about="There are no scores here: import a file with the section scoring." />;
  const setBehavior = (behavior: Scoring['behavior']) => change('scoring', { ...scoring, behavior });
  const { breadth, bands } = scoring.behavior;
  const path = 'scoring.behavior';
  return (
    <SectionFrame
      title="Behavior"
      about="Points for what somebody did, each group with its cap, fading with its half-life. Breadth counts beside depth."
      prefixes={[path, 'scoring.recentDays']}
    >
      <Groups isShown={(group) => group.kind !== 'negative'} kinds={KINDS} />
      <Tile>
        <Flex direction="column" gap="sm">
          <Heading>Breadth, bands and recency</Heading>
          <Flex gap="sm" wrap="wrap">
            <NumberField
              label="Points for each channel"
              value={breadth.perChannel}
              path={`${path}.breadth.perChannel`}
              onChange={(perChannel) => setBehavior({ ...scoring.behavior, breadth: { ...breadth, perChannel } })}
            />
            <NumberField
              label="Active within days"
              value={breadth.withinDays}
              path={`${path}.breadth.withinDays`}
              onChange={(withinDays) => setBehavior({ ...scoring.behavior, breadth: { ...breadth, withinDays } })}
            />
            <NumberField
              label="Channels together at most"
              value={breadth.cap}
              path={`${path}.breadth.cap`}
              onChange={(cap) => setBehavior({ ...scoring.behavior, breadth: { ...breadth, cap } })}
            />
            <NumberField
              label="Recent means days"
              value={scoring.recentDays}
              path="scoring.recentDays"
              onChange={(recentDays) => change('scoring', { ...scoring, recentDays })}
            />
          </Flex>
          <Text variant="microcopy">Band 1 is the most active; below the last number is band 4.</Text>
          <StepsField
            steps={bands}
            path={`${path}.bands`}
            nameOf={({ band }) => `Band ${band}`}
            onChange={(next) => setBehavior({ ...scoring.behavior, bands: next })}
          />
        </Flex>
      </Tile>
    </SectionFrame>
  );
}

/** Groups of rules of some kinds, and a way to add one. */
export function Groups({
  isShown,
  kinds,
}: {
  readonly isShown: (group: Group) => boolean;
  readonly kinds: readonly { readonly value: Group['kind']; readonly label: string }[];
}) {
  const { definitions, change, isReadOnly } = useEditor();
  const { scoring } = definitions;
  if (!scoring) return null;
  const { groups } = scoring.behavior;
  const setGroups = (next: Group[]) => change('scoring', withGroups(scoring, next));
  return (
    <Flex direction="column" gap="md">
      {groups.map((group, index) =>
        isShown(group) ? (
          <GroupEditor
            key={group.id}
            group={group}
            path={`scoring.behavior.groups.${index}`}
            onChange={(next) => setGroups(replaced(groups, index, next))}
            onRemove={() => setGroups(without(groups, index))}
          />
        ) : null,
      )}
      {!isReadOnly && (
        <AddGroup
          kinds={kinds}
          onAdd={(label, kind) => {
            const id = newId(
              label,
              groups.map((group) => group.id),
            );
            setGroups([...groups, { id, label, kind, cap: 30, halfLifeDays: 30, rules: [] }]);
          }}
        />
      )}
    </Flex>
  );
}

function AddGroup({
  kinds,
  onAdd,
}: {
  readonly kinds: readonly { readonly value: Group['kind']; readonly label: string }[];
  readonly onAdd: (label: string, kind: Group['kind']) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState<Group['kind']>(kinds[0]?.value ?? 'engagement');
  if (!isOpen)
    return (
      <Flex justify="start">
        <Button size="sm" variant="transparent" onClick={() => setOpen(true)}>
          Add a group
        </Button>
      </Flex>
    );
  const add = () => {
    setOpen(false);
    setLabel('');
    onAdd(label.trim(), kind);
  };
  return (
    <Tile>
      <Flex gap="sm" wrap="wrap" align="end">
        <Input label="Name of the new group" name="new-group" value={label} onInput={setLabel} />
        {kinds.length > 1 && (
          <Select
            label="Kind"
            name="new-group-kind"
            options={[...kinds]}
            value={kind}
            onChange={(value) => setKind(value as Group['kind'])}
          />
        )}
        <Button disabled={label.trim() === ''} onClick={add}>
          Add the group
        </Button>
        <Button onClick={() => setOpen(false)}>Cancel</Button>
      </Flex>
    </Tile>
  );
}
