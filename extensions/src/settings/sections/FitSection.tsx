import { Flex, Heading, Text, Tile } from '@hubspot/ui-extensions';
import { newId, replaced, without } from '../document/lists.ts';
import type { FitRule, Scoring } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { ChoiceField } from '../parts/ChoiceField.tsx';
import { AddCondition, ConditionList } from '../parts/ConditionList.tsx';
import { ItemTable } from '../parts/ItemTable.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { PredicateEditor } from '../parts/PredicateEditor.tsx';
import { NoSection, SectionFrame } from '../parts/SectionFrame.tsx';
import { StepsField } from '../parts/StepsField.tsx';
import { TextField } from '../parts/TextField.tsx';
import { signedText } from '../words/rules.ts';
import { sentenceOf } from '../words/sentences.ts';

const FAMILIES = [
  { value: 'size', label: 'Size' },
  { value: 'industry', label: 'Industry' },
  { value: 'geography', label: 'Geography' },
  { value: 'title', label: 'Title' },
  { value: 'technology', label: 'Technology' },
  { value: 'other', label: 'Other' },
] as const;

/** Who somebody is, and how well that fits. */
export function FitSection() {
  const { definitions, change, names, isReadOnly } = useEditor();
  const { scoring } = definitions;
  if (!scoring)
    return <NoSection title="Fit" about="There are no scores here: import a file with the section scoring." />;
  const { rules, vetoes, grades } = scoring.fit;
  const setFit = (fit: Partial<Scoring['fit']>) => change('scoring', { ...scoring, fit: { ...scoring.fit, ...fit } });
  const path = 'scoring.fit';
  return (
    <SectionFrame
      title="Fit"
      about="Points for who somebody is. Fit and behavior are never added up: they make a matrix of grade and band."
      prefixes={[path]}
    >
      <ItemTable
        items={rules.map((rule) => ({
          key: rule.id,
          label: rule.label,
          detail: sentenceOf(rule.when, names),
          figure: signedText(rule.points),
        }))}
        what="Rule"
        figure="Points"
        none="No rules yet."
        form={(index) => {
          const rule = rules[index];
          return rule ? (
            <FitForm
              rule={rule}
              path={`${path}.rules.${index}`}
              onChange={(next) => setFit({ rules: replaced(rules, index, next) })}
            />
          ) : null;
        }}
        onRemove={(index) => setFit({ rules: without(rules, index) })}
      />
      {!isReadOnly && (
        <AddCondition
          what="Rule of fit"
          askable="person"
          path={`${path}.rules.new`}
          onAdd={(label, when) => {
            const id = newId(
              label,
              rules.map((rule) => rule.id),
            );
            setFit({ rules: [...rules, { id, label, when, points: 10, family: 'other' }] });
          }}
        />
      )}
      <Tile>
        <Flex direction="column" gap="sm">
          <Heading>Vetoes</Heading>
          <Text variant="microcopy">Whoever meets one of these has grade D, whatever the points.</Text>
          <ConditionList
            conditions={vetoes}
            path={`${path}.vetoes`}
            askable="person"
            what="Veto"
            none="No vetoes."
            onChange={(next) => setFit({ vetoes: next })}
          />
        </Flex>
      </Tile>
      <Tile>
        <Flex direction="column" gap="sm">
          <Heading>Grades</Heading>
          <Text variant="microcopy">Below the last number is grade D.</Text>
          <StepsField
            steps={grades}
            path={`${path}.grades`}
            nameOf={({ grade }) => `Grade ${grade}`}
            onChange={(next) => setFit({ grades: next })}
          />
        </Flex>
      </Tile>
    </SectionFrame>
  );
}

function FitForm({
  rule,
  path,
  onChange,
}: {
  readonly rule: FitRule;
  readonly path: string;
  readonly onChange: (rule: FitRule) => void;
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
          label="Points"
          value={rule.points}
          path={`${path}.points`}
          onChange={(points) => onChange({ ...rule, points })}
        />
        <ChoiceField
          label="Family"
          value={rule.family}
          options={FAMILIES}
          path={`${path}.family`}
          onChange={(family) => onChange({ ...rule, family })}
        />
      </Flex>
      <PredicateEditor
        value={rule.when}
        path={`${path}.when`}
        askable="person"
        isForm={true}
        onChange={(when) => onChange({ ...rule, when })}
      />
    </Flex>
  );
}
