import { Accordion, Alert, Flex, Text } from '@hubspot/ui-extensions';
import { Rows } from '../../parts/Rows.tsx';
import type { Report } from '../document/weights.ts';
import { useEditor } from '../editor.ts';
import { percent } from '../words/calibration.ts';
import { touchLabel } from '../words/rules.ts';

/** What each property and kind of touch tells alone, and which ones were left out. */
export function CalibrationColumns({ result: { used, leftOut } }: { readonly result: Report }) {
  const { definitions, names } = useEditor();
  const nameOf = (column: string): string =>
    column.startsWith('touch.') ? touchLabel(definitions, column.slice('touch.'.length)) : names.fact(column);
  const suspicious = leftOut.filter((column) => column.suspicious).map(({ name }) => nameOf(name));
  const alone = (auc: number | null): string => (auc === null ? '' : percent(auc));
  return (
    <Flex direction="column" gap="sm">
      {suspicious.length > 0 && (
        <Alert title={`Suspicious: ${suspicious.join(', ')}`} variant="warning">
          Left out, and too good to be true: probably written because of what became of the lead.
        </Alert>
      )}
      <Accordion title={`What each property tells alone (${used.length} used, ${leftOut.length} left out)`}>
        <Flex direction="column" gap="xs">
          <Text variant="microcopy">
            How often it alone puts the right one of two leads first; 50 % is a coin. A value that was changed after the
            lead qualified may have been written because of what became of it: it is left out.
          </Text>
          <Rows
            head={['Used', 'Alone', 'Blank']}
            rows={used.map((column) => [nameOf(column.name), alone(column.alone), String(column.blank)])}
            empty="No property could be used."
          />
          {leftOut.length > 0 && (
            <Rows
              head={['Left out', 'Alone', 'Why']}
              rows={leftOut.map((column) => [nameOf(column.name), alone(column.alone), column.sentence])}
              empty=""
            />
          )}
        </Flex>
      </Accordion>
    </Flex>
  );
}
