import { Flex } from '@hubspot/ui-extensions';
import type { StageRule } from '../document/types.ts';
import { NumberField } from '../parts/NumberField.tsx';

type Targets = StageRule['targets'];

/** What is hoped for at a stage: rates are shares of one in the document and percent for people. */
export function StageGoals({
  targets,
  path,
  onChange,
}: {
  readonly targets: Targets;
  readonly path: string;
  readonly onChange: (targets: Targets) => void;
}) {
  const { rate, medianDays, perMonth } = targets;
  const percent = (share: number | undefined) => (share === undefined ? undefined : Math.round(share * 1_000) / 10);
  const setRate = (from: number, to: number) => onChange({ ...targets, rate: { from, to } });
  const clear = (name: keyof Targets) =>
    onChange(Object.fromEntries(Object.entries(targets).filter(([key]) => key !== name)));
  return (
    <Flex gap="sm" wrap="wrap">
      <NumberField
        label="Go on, at least %"
        value={percent(rate?.from)}
        path={`${path}.rate.from`}
        precision={1}
        onChange={(value) => setRate(value / 100, Math.max(value / 100, rate?.to ?? 1))}
        onClear={() => clear('rate')}
      />
      <NumberField
        label="Go on, at most %"
        value={percent(rate?.to)}
        path={`${path}.rate.to`}
        precision={1}
        onChange={(value) => setRate(Math.min(value / 100, rate?.from ?? 0), value / 100)}
        onClear={() => clear('rate')}
      />
      <NumberField
        label="Median days"
        value={medianDays}
        path={`${path}.medianDays`}
        onChange={(value) => onChange({ ...targets, medianDays: value })}
        onClear={() => clear('medianDays')}
      />
      <NumberField
        label="Entries a month"
        value={perMonth}
        path={`${path}.perMonth`}
        onChange={(value) => onChange({ ...targets, perMonth: value })}
        onClear={() => clear('perMonth')}
      />
    </Flex>
  );
}
