import { Button, ErrorState, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { Answered } from '../backend/use-answer.ts';
import { type Formats, sentence } from '../words/formats.ts';

/** A card around its answer: loading, failed with a way to try again, or the content, with a note when it could not be refreshed. */
export function CardFrame<A extends { readonly now: number }>({
  card,
  formats,
  children,
}: {
  readonly card: Answered<A>;
  readonly formats: Formats;
  readonly children: (answer: A) => ReactNode;
}) {
  const { answer, problem, reload } = card;
  if (!answer)
    return problem === null ? <LoadingSpinner label="Loading" layout="centered" /> : failure(problem, reload);
  return (
    <Flex direction="column" gap="sm">
      {children(answer)}
      {problem !== null && (
        <Text variant="microcopy" testId="stale">
          {`As of ${formats.moment(answer.now)}; could not be refreshed. ${sentence(problem)}`}
        </Text>
      )}
    </Flex>
  );
}

const failure = (problem: string, reload: () => void) => (
  <ErrorState title="This could not be loaded">
    <Text>{problem}</Text>
    <Button onClick={reload} testId="try-again">
      Try again
    </Button>
  </ErrorState>
);

/** Shown instead of a card that does not know where its backend is. */
export const NoBackend = () => (
  <ErrorState title="This card is not connected yet">
    <Text>The HubSpot project was uploaded without API_ORIGIN. Upload it again with a profile that sets it.</Text>
  </ErrorState>
);
