import { Alert, Button, Flex, Heading, List, Statistics, StatisticsItem, Text, Tile } from '@hubspot/ui-extensions';
import type { SettingsAnswer } from '../../../../src/http/contract/settings.ts';
import { useEditor } from '../editor.ts';
import { trailOf, trailText } from '../words/places.ts';

/** What is in force, how the draft stands, and who waits to be let through. */
export function OverviewSection({
  answer,
  changes,
  rebase,
}: {
  readonly answer: SettingsAnswer;
  /** How many places the draft changes. */
  readonly changes: number;
  /** Puts the draft on top of what came into force since it was begun. */
  readonly rebase: () => void;
}) {
  const { formats } = useEditor();
  const { inForce, draft, history, held, mode } = answer;
  const latest = history.find(({ isInForce }) => isInForce);
  return (
    <Flex direction="column" gap="md">
      <Statistics>
        <StatisticsItem label="Version in force" number={String(inForce.version)} />
        <StatisticsItem label="Places the draft changes" number={String(changes)} />
        <StatisticsItem label="Leads held back" number={String(held.count)} />
        <StatisticsItem label="Released a day" number={String(held.perDay)} />
      </Statistics>
      {mode === 'observe' && (
        <Alert title="This portal is only observed" variant="info">
          Rules are measured and nobody is offered any work until an admin goes live.
        </Alert>
      )}
      <Tile>
        <Flex direction="column" gap="xs">
          <Heading>In force</Heading>
          <Text>
            {latest
              ? `Version ${latest.version}, since ${formats.moment(latest.publishedAt)}, by ${latest.publishedBy}: ${latest.why}`
              : `Version ${inForce.version}, as it was shipped.`}
          </Text>
          {held.count > 0 && <Text>{heldText(held)}</Text>}
        </Flex>
      </Tile>
      <Tile>
        <Flex direction="column" gap="xs">
          <Heading>Draft</Heading>
          <DraftText draft={draft} />
          {draft?.problems.some(({ path }) => path === '') && (
            <Flex justify="start">
              <Button onClick={rebase} testId="rebase">
                Put the draft on top of what is in force
              </Button>
            </Flex>
          )}
        </Flex>
      </Tile>
    </Flex>
  );
}

const heldText = ({ count, perDay }: SettingsAnswer['held']): string =>
  `${count} ${count === 1 ? 'lead' : 'leads'} would pass only since the rules changed and ${count === 1 ? 'is' : 'are'} held back; ${perDay === 0 ? 'none is released by itself.' : `${perDay} a day ${perDay === 1 ? 'is' : 'are'} released.`}`;

function DraftText({ draft }: Pick<SettingsAnswer, 'draft'>) {
  const { formats, definitions } = useEditor();
  if (!draft) return <Text>There is none: what you change in any section begins one.</Text>;
  return (
    <>
      <Text>{`Begun from version ${draft.basedOn}; last saved ${formats.moment(draft.savedAt)} by ${draft.savedBy}.`}</Text>
      {draft.askedBy !== null && (
        <Text>{`${draft.askedBy} asks to publish it: ${draft.askedWhy ?? ''} A second person has to agree.`}</Text>
      )}
      {draft.problems.length === 0 ? (
        <Text>It can be published.</Text>
      ) : (
        <Alert title="To be mended before this can be published" variant="warning" testId="problems">
          <List>
            {draft.problems.map(({ path, message }) => (
              <Text key={`${path} ${message}`}>
                {path === '' ? message : `${trailText(trailOf(definitions, path))}: ${message}`}
              </Text>
            ))}
          </List>
        </Alert>
      )}
    </>
  );
}
