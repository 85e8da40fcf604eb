import { Accordion, Flex, Heading, List, StatusTag, Text } from '@hubspot/ui-extensions';
import type { ModelAnswer, PartTold, StageTold } from '../../../src/http/contract/model.ts';

/** Every stage and every rule in sentences that are made from the published set itself. */
export const Model = ({ answer }: { readonly answer: ModelAnswer }) => (
  <Flex direction="column" gap="md">
    <Heading>Stages</Heading>
    {answer.stages.map((stage) => (
      <Stage key={stage.id} stage={stage} />
    ))}
    <Heading>Rules</Heading>
    {answer.parts.map((part) => (
      <Part key={part.label} part={part} />
    ))}
  </Flex>
);

const Stage = ({ stage: { id, label, owner, sentences } }: { readonly stage: StageTold }) => (
  <Flex direction="column" gap="xs">
    <Flex direction="row" gap="sm" align="center">
      <Text format={{ fontWeight: 'bold' }}>{label === id ? label : `${label} (${id})`}</Text>
      {owner !== '' && <StatusTag variant="default">{owner}</StatusTag>}
    </Flex>
    {sentences.length === 0 ? (
      <Text variant="microcopy">Nothing is said about this stage yet.</Text>
    ) : (
      sentences.map((text) => <Text key={text}>{text}</Text>)
    )}
  </Flex>
);

const Part = ({ part: { label, sentences } }: { readonly part: PartTold }) => (
  <Accordion title={label} size="small">
    <List variant="unordered-styled">
      {sentences.map((text) => (
        <Text key={text}>{text}</Text>
      ))}
    </List>
  </Accordion>
);
