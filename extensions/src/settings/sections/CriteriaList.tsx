import { replaced } from '../document/lists.ts';
import type { Condition, StageRule } from '../document/types.ts';
import { ChoiceField } from '../parts/ChoiceField.tsx';
import { ConditionList } from '../parts/ConditionList.tsx';
import { LEVELS, levelText } from '../words/levels.ts';

type Criterion = StageRule['entry'][number];

/** Criteria of a stage: conditions with how strictly they are kept. */
export function CriteriaList({
  criteria,
  path,
  what,
  onChange,
}: {
  readonly criteria: readonly Criterion[];
  readonly path: string;
  /** What one of them is: "Entry criterion". */
  readonly what: string;
  readonly onChange: (criteria: Criterion[]) => void;
}) {
  const levelOf = ({ id }: Condition): Criterion['level'] => criteria.find((each) => each.id === id)?.level ?? 'warn';
  return (
    <ConditionList
      conditions={criteria}
      path={path}
      askable="everything"
      what={what}
      none="Nothing is asked."
      noteOf={(condition) => levelText(levelOf(condition))}
      more={(condition, index) => (
        <ChoiceField
          label="When it is missing"
          value={levelOf(condition)}
          options={LEVELS}
          path={`${path}.${index}.level`}
          onChange={(level) => onChange(replaced(criteria, index, { ...condition, level }))}
        />
      )}
      onChange={(next) => onChange(next.map((each) => ({ ...each, level: levelOf(each) })))}
    />
  );
}
