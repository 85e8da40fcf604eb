import { NumberInput, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { SettingsAnswer } from '../../../../src/http/contract/settings.ts';
import type { Settings } from '../backend/use-settings.ts';
import { NoteDialog } from './NoteDialog.tsx';

/** Publishes the draft with a note; where a second person has to agree, asks for it, or agrees. */
export function PublishButton({
  answer,
  isBusy,
  act,
}: {
  readonly answer: SettingsAnswer;
  readonly isBusy: boolean;
  readonly act: Settings['act'];
}) {
  const { draft, publish, needsSecondApprover } = answer;
  const [perDay, setPerDay] = useState<number | null>(null);
  if (!publish.allowed) return <Text variant="microcopy">{publish.why}</Text>;
  const isAsked = draft !== null && draft.askedBy !== null;
  const title = !needsSecondApprover ? 'Publish' : isAsked ? 'Agree and publish' : 'Ask to publish';
  const releasePerDay = perDay ?? draft?.askedReleasePerDay ?? answer.held.perDay;
  return (
    <NoteDialog
      id="publish"
      label={title}
      title={title}
      variant="primary"
      disabled={isBusy || (draft?.problems.length ?? 0) > 0}
      explanation={explanationOf(needsSecondApprover, isAsked)}
      more={
        <NumberInput
          label="Leads released a day"
          name="releases"
          precision={0}
          min={0}
          description="Leads that would pass only by the new rules are held back; so many of them are let through a day"
          value={releasePerDay}
          onChange={(next: number | null) => setPerDay(next ?? 0)}
        />
      }
      onConfirm={(why) =>
        act('publish', (kept) => ({
          why,
          releasePerDay: Math.max(0, releasePerDay),
          // Another draft than the one that was looked at is not published.
          ...(kept?.draft ? { savedAt: kept.draft.savedAt } : {}),
        }))
      }
    />
  );
}

function explanationOf(needsSecondApprover: boolean, isAsked: boolean): string {
  const effect = 'The new rules decide from now on; what was decided before stays as it was.';
  if (!needsSecondApprover || isAsked) return effect;
  return `A second person has to agree before this is published. ${effect}`;
}
