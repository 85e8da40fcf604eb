import { Button, Flex, Heading, Text, Tile } from '@hubspot/ui-extensions';
import { replaced, without } from '../document/lists.ts';
import { countedOf, signed, withCounted } from '../document/rules.ts';
import type { Group, GroupRule } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { signedText, ruleText } from '../words/rules.ts';
import { AddRule } from './AddRule.tsx';
import { CountedField } from './CountedField.tsx';
import { ItemTable } from './ItemTable.tsx';
import { NumberField } from './NumberField.tsx';
import { TextField } from './TextField.tsx';

/** Rules of behavior that share a cap and a half-life. */
export function GroupEditor({
  group,
  path,
  onChange,
  onRemove,
}: {
  readonly group: Group;
  readonly path: string;
  readonly onChange: (group: Group) => void;
  readonly onRemove: () => void;
}) {
  const { definitions, names, isReadOnly } = useEditor();
  const setRules = (rules: GroupRule[]) => onChange({ ...group, rules });
  const { halfLifeDays: _, ...unfading } = group;
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Heading>{group.label}</Heading>
        <Text variant="microcopy">{fadingText(group)}</Text>
        <ItemTable
          items={group.rules.map((rule) => ({
            key: rule.id,
            label: rule.label,
            detail: ruleText(rule, definitions, names),
            figure: signedText(rule.points),
          }))}
          what="Rule"
          figure="Points"
          none="No rules yet."
          form={(index) => {
            const rule = group.rules[index];
            return rule ? (
              <RuleForm
                rule={rule}
                kind={group.kind}
                path={`${path}.rules.${index}`}
                onChange={(next) => setRules(replaced(group.rules, index, next))}
              />
            ) : null;
          }}
          onRemove={(index) => setRules(without(group.rules, index))}
        />
        {!isReadOnly && (
          <AddRule group={group} path={`${path}.rules`} onAdd={(rule) => setRules([...group.rules, rule])} />
        )}
        <Flex gap="sm" wrap="wrap" align="end">
          <TextField
            label="Name of the group"
            value={group.label}
            path={`${path}.label`}
            onChange={(label) => onChange({ ...group, label })}
          />
          <NumberField
            label={group.kind === 'negative' ? 'At most taken away' : 'At most added'}
            value={group.cap}
            path={`${path}.cap`}
            onChange={(cap) => onChange({ ...group, cap })}
          />
          <NumberField
            label="Half-life in days"
            value={group.halfLifeDays}
            path={`${path}.halfLifeDays`}
            onChange={(halfLifeDays) => onChange({ ...group, halfLifeDays })}
            onClear={() => onChange(unfading)}
          />
          {!isReadOnly && (
            <Button size="sm" variant="transparent" onClick={onRemove} testId={`remove-group-${group.id}`}>
              Remove the group
            </Button>
          )}
        </Flex>
      </Flex>
    </Tile>
  );
}

const fadingText = ({ cap, kind, halfLifeDays }: Group): string => {
  const most = `Together at most ${cap} points ${kind === 'negative' ? 'away' : 'more'}`;
  const fading =
    halfLifeDays === undefined ? 'events do not fade' : `an event is worth half after ${halfLifeDays} days`;
  return `${most}; ${fading}.`;
};

function RuleForm({
  rule,
  kind,
  path,
  onChange,
}: {
  readonly rule: GroupRule;
  readonly kind: Group['kind'];
  readonly path: string;
  readonly onChange: (rule: GroupRule) => void;
}) {
  return (
    <Flex direction="column" gap="sm">
      <Flex gap="sm" wrap="wrap">
        <TextField
          label="Name"
          value={rule.label}
          path={`${path}.label`}
          onChange={(label) => onChange({ ...rule, label })}
        />
        <NumberField
          label={kind === 'negative' ? 'Points taken away' : 'Points'}
          value={rule.points}
          path={`${path}.points`}
          onChange={(points) => onChange({ ...rule, points: signed(points, kind) })}
        />
      </Flex>
      <CountedField
        counted={countedOf(rule)}
        path={path}
        onChange={(counted) => onChange(withCounted(rule, counted))}
      />
    </Flex>
  );
}
