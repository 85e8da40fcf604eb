import { Button, LoadingSpinner, Panel, PanelBody, PanelSection, Text } from '@hubspot/ui-extensions';
import type { VersionAnswer } from '../../../../src/http/contract/settings.ts';
import type { Outcome } from '../../backend/read-answer.ts';
import { ask } from '../backend/settings-api.ts';
import { useRequest } from '../backend/use-request.ts';
import { changesBetween } from '../document/changes.ts';
import type { Definitions } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { ChangeList } from '../parts/ChangeList.tsx';

interface Pair {
  readonly now: number;
  readonly from: Definitions;
  readonly to: Definitions;
}

/** A button that says what a publication changed against the one before. */
export function VersionChanges({
  id,
  version,
  before,
}: {
  readonly id: string;
  readonly version: number;
  /** Undefined for the first publication. */
  readonly before: number | undefined;
}) {
  const { url, names } = useEditor();
  const { answer, problem, run } = useRequest<Pair>();
  if (before === undefined) return null;
  const panel = (
    <Panel
      id={id}
      title={`From version ${before} to version ${version}`}
      onOpen={() => run(() => askPair(url, before, version))}
    >
      <PanelBody>
        <PanelSection>
          {problem !== null && <Text>{problem}</Text>}
          {answer === null && problem === null && <LoadingSpinner label="Looking" />}
          {answer && (
            <ChangeList changes={changesBetween(answer.from, answer.to, names)} none="Nothing: both say the same." />
          )}
        </PanelSection>
      </PanelBody>
    </Panel>
  );
  return (
    <Button size="xs" variant="transparent" overlay={panel} testId={id}>
      What changed
    </Button>
  );
}

async function askPair(url: string, before: number, version: number): Promise<Outcome<Pair>> {
  const read = (each: number) => ask<VersionAnswer>(`${url}/versions/${each}`);
  const [from, to] = await Promise.all([read(before), read(version)]);
  if (from.kind !== 'answered') return from;
  if (to.kind !== 'answered') return to;
  return {
    kind: 'answered',
    answer: { now: to.answer.now, from: from.answer.definitions, to: to.answer.definitions },
  };
}
