import { Flex } from '@hubspot/ui-extensions';
import { replaced } from '../document/lists.ts';
import { NumberField } from './NumberField.tsx';

/** Where each grade or band begins, best first. */
export function StepsField<S extends { readonly from: number }>({
  steps,
  path,
  nameOf,
  onChange,
}: {
  readonly steps: readonly S[];
  readonly path: string;
  readonly nameOf: (step: S) => string;
  readonly onChange: (steps: S[]) => void;
}) {
  return (
    <Flex gap="sm" wrap="wrap">
      {steps.map((step, index) => (
        <NumberField
          key={nameOf(step)}
          label={`${nameOf(step)} from points`}
          value={step.from}
          path={`${path}.${index}.from`}
          onChange={(from) => onChange(replaced(steps, index, { ...step, from }))}
        />
      ))}
    </Flex>
  );
}
