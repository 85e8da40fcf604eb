import { Accordion, Alert, Flex, List, Statistics, StatisticsItem, Text } from '@hubspot/ui-extensions';
import type { ModelAnswer } from '../../../src/http/contract/model.ts';
import type { Formats } from '../words/formats.ts';
import { ToldTable } from './ToldTable.tsx';

/** How the model is lived: figures, what stands out, then the tables by question, which open one by one. */
export const Health = ({ answer, formats }: { readonly answer: ModelAnswer; readonly formats: Formats }) => (
  <Flex direction="column" gap="md" testId="health">
    <Statistics>
      {answer.glance.map(({ label, number }) => (
        <StatisticsItem key={label} label={label} number={formats.number(number)} />
      ))}
    </Statistics>
    {answer.attention.length === 0 ? (
      <Alert title="Nothing stands out" variant="success" />
    ) : (
      <Alert title="What stands out" variant="warning">
        <List variant="unordered-styled">
          {answer.attention.map((text) => (
            <Text key={text}>{text}</Text>
          ))}
        </List>
      </Alert>
    )}
    <Text variant="microcopy">
      {`Rates are told from 20 on, with their 95 % interval. Everybody was counted ${formats.moment(answer.countedAt)}.`}
    </Text>
    {answer.groups.map(({ id, label, tables }, place) => (
      <Accordion key={id} title={label} defaultOpen={place === 0}>
        <Flex direction="column" gap="md">
          {tables.map((table) => (
            <ToldTable key={table.title} table={table} formats={formats} />
          ))}
        </Flex>
      </Accordion>
    ))}
  </Flex>
);
