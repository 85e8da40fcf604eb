import { Flex, Heading, Text, Tile } from '@hubspot/ui-extensions';
import type { Work } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { NoSection, SectionFrame } from '../parts/SectionFrame.tsx';
import { HandRaises } from './HandRaises.tsx';
import { WorkingTime } from './WorkingTime.tsx';

const PRIORITIES = ['P1', 'P2', 'P3', 'P4'] as const;

/** Who counts as raising a hand, and how long work may wait. */
export function ClocksSection() {
  const { definitions, change } = useEditor();
  const { work } = definitions;
  if (!work)
    return (
      <NoSection
        title="Priorities & clocks"
        about="This portal is only measured: import a file with the section work."
      />
    );
  const set = (next: Partial<Work>) => change('work', { ...work, ...next });
  return (
    <SectionFrame
      title="Priorities & clocks"
      about="How long each priority may wait. A lower priority never has less time than a higher one."
      prefixes={['firstResponse', 'mqoDecision', 'handRaise', 'calendar'].map((name) => `work.${name}`)}
    >
      <Tile>
        <Flex direction="column" gap="sm">
          <Heading>First response, in working minutes</Heading>
          {PRIORITIES.map((priority) => (
            <ClockFields
              key={priority}
              name={priority}
              clock={work.firstResponse[priority]}
              path={`work.firstResponse.${priority}`}
              onChange={(clock) => set({ firstResponse: { ...work.firstResponse, [priority]: clock } })}
            />
          ))}
          <Heading>Decision on a handed-over opportunity, in minutes</Heading>
          <ClockFields
            name="Decision"
            clock={work.mqoDecision}
            path="work.mqoDecision"
            onChange={(mqoDecision) => set({ mqoDecision })}
          />
          <Text variant="microcopy">These are elapsed minutes: 4,320 are 72 hours.</Text>
        </Flex>
      </Tile>
      <HandRaises handRaise={work.handRaise} onChange={(handRaise) => set({ handRaise })} />
      <WorkingTime calendar={work.calendar} onChange={(calendar) => set({ calendar })} />
    </SectionFrame>
  );
}

type Clock = Work['mqoDecision'];

function ClockFields({
  name,
  clock,
  path,
  onChange,
}: {
  readonly name: string;
  readonly clock: Clock;
  readonly path: string;
  readonly onChange: (clock: Clock) => void;
}) {
  return (
    <Flex gap="sm" wrap="wrap">
      <NumberField
        label={`${name}: target`}
        value={clock.target}
        path={`${path}.target`}
        onChange={(target) => onChange({ ...clock, target })}
      />
      <NumberField
        label={`${name}: limit`}
        value={clock.limit}
        path={`${path}.limit`}
        onChange={(limit) => onChange({ ...clock, limit })}
      />
    </Flex>
  );
}
