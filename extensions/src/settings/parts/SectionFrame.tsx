import { Alert, Flex, Heading, List, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import { useEditor } from '../editor.ts';
import { trailOf, trailText } from '../words/places.ts';

/** A section: what it is for in a sentence, what in it has to be mended, and its content. */
export function SectionFrame({
  title,
  about,
  prefixes,
  children,
}: {
  readonly title: string;
  readonly about: string;
  /** Paths of the document whose problems belong here. */
  readonly prefixes: readonly string[];
  readonly children: ReactNode;
}) {
  const { problems, definitions } = useEditor();
  const own = problems.filter(({ path }) =>
    prefixes.some((prefix) => path === prefix || path.startsWith(`${prefix}.`)),
  );
  return (
    <Flex direction="column" gap="md">
      <Flex direction="column">
        <Heading>{title}</Heading>
        <Text variant="microcopy">{about}</Text>
      </Flex>
      {own.length > 0 && (
        <Alert title="To be mended before this can be published" variant="warning" testId="section-problems">
          <List>
            {own.map(({ path, message }) => (
              <Text key={`${path} ${message}`}>{`${trailText(trailOf(definitions, path))}: ${message}`}</Text>
            ))}
          </List>
        </Alert>
      )}
      {children}
    </Flex>
  );
}

/** Shown where the document has no such section. */
export const NoSection = ({ title, about }: { readonly title: string; readonly about: string }) => (
  <Flex direction="column">
    <Heading>{title}</Heading>
    <Text>{about}</Text>
  </Flex>
);
