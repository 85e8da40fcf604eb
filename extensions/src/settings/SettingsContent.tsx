import { Flex, Text } from '@hubspot/ui-extensions';
import { useMemo, useState } from 'react';
import type { SettingsAnswer } from '../../../src/http/contract/settings.ts';
import { AttemptNote } from '../parts/AttemptNote.tsx';
import type { Formats } from '../words/formats.ts';
import type { PageApi } from './backend/settings-api.ts';
import { useProperties } from './backend/use-properties.ts';
import { definitionsOf, type Settings } from './backend/use-settings.ts';
import { type SimulationOptions, useSimulation } from './backend/use-simulation.ts';
import { changesBetween } from './document/changes.ts';
import { type Editor, EditorContext } from './editor.ts';
import { DraftBar } from './parts/DraftBar.tsx';
import { Sections, WHAT_IF } from './Sections.tsx';
import { HistorySection } from './sections/HistorySection.tsx';
import { KeysSection } from './sections/KeysSection.tsx';
import { OverviewSection } from './sections/OverviewSection.tsx';
import { RolesSection } from './sections/RolesSection.tsx';
import { TryContactSection } from './sections/TryContactSection.tsx';
import { WhatIfSection } from './sections/WhatIfSection.tsx';
import { namesFrom } from './words/facts.ts';

const MINUTES_PER_LEAD = 30;

/** The page once its answer is there: how the draft stands, and the sections. */
export function SettingsContent({
  answer,
  settings,
  url,
  formats,
  actions,
}: {
  readonly answer: SettingsAnswer;
  readonly settings: Settings;
  readonly url: string;
  readonly formats: Formats;
  readonly actions: PageApi['actions'];
}) {
  const [selected, setSelected] = useState('overview');
  const properties = useProperties(url);
  const simulation = useSimulation(url);
  const { drafting, act, attempt } = settings;
  const definitions = definitionsOf(answer, drafting);
  const names = useMemo(() => namesFrom(properties.list), [properties.list]);
  const changes = useMemo(
    () => changesBetween(answer.inForce, definitions, names),
    // The document is made anew with every render; what it is made of is not.
    [answer, drafting.unsaved, names],
  );
  const isDrafted = answer.draft !== null || drafting.state !== 'saved';
  const isBusy = attempt?.state === 'sending' || attempt?.state === 'failed';

  // Its type names a browser's clipboard, of which a page in HubSpot knows nothing.
  const copy = actions.copyTextToClipboard as (text: string) => Promise<void>;
  const tryOut = async (options: SimulationOptions) => {
    setSelected(WHAT_IF);
    if (await drafting.flush()) simulation.start(options);
  };
  const editor: Editor = {
    url,
    definitions,
    change: drafting.change,
    isReadOnly: !answer.edit.allowed,
    problems: answer.draft?.problems ?? [],
    properties: properties.list,
    names,
    formats,
    close: actions.closeOverlay,
  };
  return (
    <EditorContext.Provider value={editor}>
      <Flex direction="column" gap="md">
        <DraftBar
          answer={answer}
          settings={settings}
          changes={changes}
          tryDays={simulation.days}
          onTry={() => void tryOut({ days: simulation.days, minutesPerLead: MINUTES_PER_LEAD })}
        />
        <AttemptNote attempt={attempt} retry={settings.retry} dismiss={settings.dismiss} />
        {properties.problem !== null && (
          <Text variant="microcopy">{`The portal’s properties could not all be read: ${properties.problem}`}</Text>
        )}
        <Sections
          selected={selected}
          onSelect={setSelected}
          draftKey={String(answer.draft?.savedAt)}
          overview={() => (
            <OverviewSection
              answer={answer}
              changes={changes.length}
              rebase={() => act('draft', { sections: {}, rebase: true })}
            />
          )}
          whatIf={() => (
            <WhatIfSection simulation={simulation} isDrafted={isDrafted} onTry={(options) => void tryOut(options)} />
          )}
          tryContact={() => <TryContactSection flush={drafting.flush} />}
          history={() => <HistorySection answer={answer} act={act} isBusy={isBusy} />}
          roles={() => <RolesSection answer={answer} act={act} />}
          keys={() => <KeysSection copy={copy} />}
        />
      </Flex>
    </EditorContext.Provider>
  );
}
