import {
  Button,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Panel,
  PanelBody,
  PanelSection,
  Text,
} from '@hubspot/ui-extensions';

export type Definition = readonly [word: string, meaning: string];

/** A button that opens what the words on a card mean. */
export function Definitions({
  definitions,
  title = 'What do these mean?',
}: {
  readonly definitions: readonly Definition[];
  readonly title?: string;
}) {
  const panel = (
    <Panel id="definitions" title={title}>
      <PanelBody>
        <PanelSection>
          <DescriptionList direction="column">
            {definitions.map(([word, meaning]) => (
              <DescriptionListItem key={word} label={word}>
                <Text>{meaning}</Text>
              </DescriptionListItem>
            ))}
          </DescriptionList>
        </PanelSection>
      </PanelBody>
    </Panel>
  );
  return (
    <Flex justify="start">
      <Button variant="transparent" size="sm" overlay={panel} testId="definitions">
        {title}
      </Button>
    </Flex>
  );
}
