import { Box, Flex, Select } from '@hubspot/ui-extensions';
import { firstTest, operatorsFor, withOperator } from '../document/operators.ts';
import type { Row } from '../document/predicate-rows.ts';
import { useEditor } from '../editor.ts';
import { type Askable, propertyOf } from '../words/facts.ts';
import { PropertyPicker } from './PropertyPicker.tsx';
import { TestValue } from './TestValue.tsx';

type TestRowState = Extract<Row, { kind: 'test' }>;

/** One question: about which property, how it is asked, and what it is compared with. */
export function TestRow({
  row,
  askable,
  path,
  onChange,
}: {
  readonly row: TestRowState;
  readonly askable: Askable;
  readonly path: string;
  readonly onChange: (row: TestRowState) => void;
}) {
  const { properties, isReadOnly } = useEditor();
  const { test, isForbidden } = row;
  const operators = operatorsFor(propertyOf(test.fact, properties).kind, { op: test.op, isForbidden });
  const at = operators.findIndex((each) => each.op === test.op && each.isForbidden === isForbidden);

  const ask = (fact: string) =>
    onChange({ kind: 'test', test: firstTest(fact, propertyOf(fact, properties).kind), isForbidden: false });
  const operate = (index: number) => {
    const next = operators[index];
    if (next) onChange({ ...row, test: withOperator(test.fact, next.op, test), isForbidden: next.isForbidden });
  };
  const place = isForbidden ? `${path}.not` : path;
  return (
    <Flex gap="sm" wrap="wrap" align="start">
      <Box flex={2}>
        <PropertyPicker fact={test.fact} askable={askable} path={place} onChange={ask} />
      </Box>
      <Box flex={2}>
        <Select
          label="Condition"
          name={`${place}.op`}
          options={operators.map(({ words }, index) => ({ label: words, value: index }))}
          value={at}
          readOnly={isReadOnly}
          onChange={(index) => operate(Number(index))}
        />
      </Box>
      <Box flex={2}>
        <TestValue test={test} path={place} onChange={(next) => onChange({ ...row, test: next })} />
      </Box>
    </Flex>
  );
}
