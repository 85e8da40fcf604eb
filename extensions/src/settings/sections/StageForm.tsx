import { Flex, Heading, TextArea } from '@hubspot/ui-extensions';
import type { StageRule } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { ChoiceField } from '../parts/ChoiceField.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { TextField } from '../parts/TextField.tsx';
import { CriteriaList } from './CriteriaList.tsx';
import { RequiredFields } from './RequiredFields.tsx';
import { StageGoals } from './StageGoals.tsx';

const OWNERS = [
  { value: 'marketing', label: 'Marketing' },
  { value: 'sdr', label: 'Sales development (SDR)' },
  { value: 'ae', label: 'Account executive (AE)' },
  { value: 'cs', label: 'Customer success' },
] as const;
const SKIPS = [
  { value: 'allow', label: 'May be passed unseen' },
  { value: 'forbid', label: 'Must be seen' },
] as const;
const REENTRIES = [
  { value: 'new_attempt', label: 'Begins a new attempt' },
  { value: 'same_attempt', label: 'Goes on with the attempt' },
] as const;

/** One stage: meaning, owner, criteria, fields, policy, goals. */
export function StageForm({
  id,
  stage,
  label,
  onLabel,
  onChange,
}: {
  readonly id: string;
  readonly stage: StageRule;
  /** '' where the preset's name is used. */
  readonly label: string;
  readonly onLabel: (label: string) => void;
  readonly onChange: (stage: StageRule) => void;
}) {
  const { isReadOnly } = useEditor();
  const path = `stages.${id}`;
  const { windowDays: _, ...withoutWindow } = stage;
  return (
    <Flex direction="column" gap="sm">
      <TextArea
        label="What it means"
        name={`${path}.meaning`}
        rows={2}
        value={stage.meaning}
        readOnly={isReadOnly}
        onChange={(meaning) => onChange({ ...stage, meaning })}
      />
      <Flex gap="sm" wrap="wrap">
        <TextField
          label="What people call it"
          placeholder="The preset's name"
          value={label}
          path={`labels.${id}`}
          onChange={onLabel}
        />
        <ChoiceField
          label="Whose it is"
          value={stage.ownerRole}
          options={OWNERS}
          path={`${path}.ownerRole`}
          onChange={(ownerRole) => onChange({ ...stage, ownerRole })}
        />
        <NumberField
          label="Goes on within days"
          value={stage.windowDays}
          path={`${path}.windowDays`}
          onChange={(windowDays) => onChange({ ...stage, windowDays })}
          onClear={() => onChange(withoutWindow)}
        />
        <ChoiceField
          label="Skipping it"
          value={stage.skip}
          options={SKIPS}
          path={`${path}.skip`}
          onChange={(skip) => onChange({ ...stage, skip })}
        />
        <ChoiceField
          label="Coming back to it"
          value={stage.reentry}
          options={REENTRIES}
          path={`${path}.reentry`}
          onChange={(reentry) => onChange({ ...stage, reentry })}
        />
      </Flex>
      <Heading>To enter</Heading>
      <CriteriaList
        criteria={stage.entry}
        path={`${path}.entry`}
        what="Entry criterion"
        onChange={(entry) => onChange({ ...stage, entry })}
      />
      <Heading>To leave</Heading>
      <CriteriaList
        criteria={stage.exit}
        path={`${path}.exit`}
        what="Exit criterion"
        onChange={(exit) => onChange({ ...stage, exit })}
      />
      <Heading>Fields a record should have here</Heading>
      <RequiredFields
        fields={stage.requiredFields}
        path={`${path}.requiredFields`}
        onChange={(requiredFields) => onChange({ ...stage, requiredFields })}
      />
      <Heading>Goals</Heading>
      <StageGoals
        targets={stage.targets}
        path={`${path}.targets`}
        onChange={(targets) => onChange({ ...stage, targets })}
      />
    </Flex>
  );
}
