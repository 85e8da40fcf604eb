import { Checkbox, Table, TableBody, TableCell, TableHead, TableHeader, TableRow, Text } from '@hubspot/ui-extensions';
import type { Scoring } from '../document/types.ts';
import { pointsOfRule, type RuleWeight, weightKey } from '../document/weights.ts';
import { useEditor } from '../editor.ts';
import { signedText } from '../words/rules.ts';

interface RuleWeightTableProps {
  readonly rules: readonly RuleWeight[];
  /** As the draft has them. */
  readonly scoring: Scoring | undefined;
  /** Rules that can be chosen. */
  readonly open: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (rule: RuleWeight, isChosen: boolean) => void;
}

export const RuleWeightTable = ({ rules, scoring, open, chosen, onChoose }: RuleWeightTableProps) => (
  <Table density="compact">
    <TableHead>
      <TableRow>
        <TableHeader>Rule</TableHeader>
        <TableHeader width="min" align="right">
          Leads
        </TableHeader>
        <TableHeader width="min" align="right">
          Points
        </TableHeader>
        <TableHeader width="min" align="right">
          Suggested
        </TableHeader>
        <TableHeader width="min" align="right">
          Difference
        </TableHeader>
      </TableRow>
    </TableHead>
    <TableBody>
      {rules.map((rule) => {
        const key = weightKey(rule);
        const isOpen = open.has(key);
        return (
          <TableRow key={key}>
            <TableCell>
              {isOpen ? (
                <Checkbox
                  name={`weight-${key}`}
                  checked={chosen.has(key)}
                  onChange={(isChosen: boolean) => onChoose(rule, isChosen)}
                >
                  {rule.label}
                </Checkbox>
              ) : (
                <Text format={{ fontWeight: 'demibold' }}>{rule.label}</Text>
              )}
              <Text variant="microcopy">{[rule.groupLabel, rule.why].filter(Boolean).join(' · ')}</Text>
            </TableCell>
            <TableCell width="min" align="right">
              {rule.entries}
            </TableCell>
            <Points rule={rule} inDraft={scoring && pointsOfRule(scoring, rule)} />
          </TableRow>
        );
      })}
    </TableBody>
  </Table>
);

function Points({ rule, inDraft }: { readonly rule: RuleWeight; readonly inDraft: number | undefined }) {
  const { formats } = useEditor();
  const { current, suggested } = rule;
  const difference = suggested === null ? 0 : suggested.points - current;
  return (
    <>
      <TableCell width="min" align="right">
        <Text>{signedText(current)}</Text>
        {inDraft !== current && (
          <Text variant="microcopy">
            {inDraft === undefined ? 'not in the draft' : `draft: ${signedText(inDraft)}`}
          </Text>
        )}
      </TableCell>
      <TableCell width="min" align="right">
        {suggested && (
          <>
            <Text>{signedText(suggested.points)}</Text>
            <Text variant="microcopy">{`${formats.number(suggested.low)} to ${formats.number(suggested.high)}`}</Text>
          </>
        )}
      </TableCell>
      <TableCell width="min" align="right">
        {suggested && (difference === 0 ? '0' : signedText(difference))}
      </TableCell>
    </>
  );
}
