import { Alert, Button, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import {
  isClear,
  pointsOfRule,
  type RuleWeight,
  type RuleWeights as Weights,
  weightKey,
  withSuggested,
} from '../document/weights.ts';
import { useEditor } from '../editor.ts';
import { doublingText, percent } from '../words/calibration.ts';
import { RuleWeightTable } from './RuleWeightTable.tsx';

/** The points of the rules beside those they would deserve. Choosing some only edits the draft. */
export function RuleWeights({ weights, source }: { readonly weights: Weights; readonly source: string }) {
  const { definitions, change, isReadOnly } = useEditor();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [taken, setTaken] = useState(0);
  const { scoring } = definitions;
  const { model, rules, version } = weights;
  /** Rules whose points in the draft could become other ones. */
  const open = rules.filter((rule) => {
    const points = scoring && pointsOfRule(scoring, rule);
    return rule.suggested !== null && points !== undefined && points !== rule.suggested.points;
  });
  const picked = open.filter((rule) => chosen.has(weightKey(rule)));
  const keysOf = (list: readonly RuleWeight[]) => new Set(list.map(weightKey));
  const clear = open.filter(isClear);

  const take = () => {
    if (!scoring) return;
    change('scoring', withSuggested(scoring, picked));
    setTaken(picked.length);
    setChosen(new Set());
  };
  return (
    <Flex direction="column" gap="sm" testId="rule-weights">
      <Heading>What the rules deserve</Heading>
      {'refused' in model ? (
        <Alert title="No points are suggested" variant="info">
          {model.refused}
        </Alert>
      ) : (
        <Text variant="microcopy">
          {`Points of the rules of version ${version} beside those that the leads suggest, on the same spread, so that grades and bands keep their meaning; below them their 95 % interval. On leads they were not made from, they put the right one of two first in ${percent(model.auc)} of cases (${percent(model.low)} to ${percent(model.high)}). ${doublingText(model.pointsToDouble)}`}
        </Text>
      )}
      <RuleWeightTable
        rules={rules}
        scoring={scoring}
        open={isReadOnly ? new Set() : keysOf(open)}
        chosen={chosen}
        onChoose={(rule, isChosen) => {
          const others = [...chosen].filter((key) => key !== weightKey(rule));
          setChosen(new Set(isChosen ? [...others, weightKey(rule)] : others));
        }}
      />
      {!isReadOnly && open.length > 0 && (
        <Flex gap="sm" wrap="wrap">
          <Button variant="primary" disabled={picked.length === 0} onClick={take} testId="take-points">
            {`Put the chosen ones into the draft (${picked.length})`}
          </Button>
          <Button disabled={clear.length === 0} onClick={() => setChosen(keysOf(clear))} testId="choose-clear">
            {`Choose those outside their interval (${clear.length})`}
          </Button>
        </Flex>
      )}
      {taken > 0 && (
        <Alert
          title={`${taken} ${taken === 1 ? 'rule has its' : 'rules have their'} new points in the draft`}
          variant="success"
        >
          {`Nothing is in force yet: try the draft, then publish it. A note for that: Points from the ${source}.`}
        </Alert>
      )}
    </Flex>
  );
}
