import { Accordion, Flex } from '@hubspot/ui-extensions';
import type { Milestone } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { SectionFrame } from '../parts/SectionFrame.tsx';
import { StageForm } from './StageForm.tsx';

/** Stages in the order in which they are reached; a database keeps no order of keys. */
const SPINE: readonly Milestone[] = [
  ...(['KNOWN', 'LEAD', 'AQL', 'MAL', 'SQL', 'MQO', 'SQO', 'STEP1', 'STEP2', 'STEP3', 'STEP4', 'WON', 'LOST'] as const),
  ...(['ONBOARDED', 'EXPANSION', 'REJECTED', 'RECYCLED', 'DISQUALIFIED', 'UNRESPONSIVE'] as const),
];

/** What each stage means and asks for: the contract between the teams. */
export function StagesSection() {
  const { definitions, change } = useEditor();
  const ids = SPINE.filter((id) => definitions.stages[id]);
  return (
    <SectionFrame
      title="Stages"
      about="What each stage means, who owns it, what it takes to enter and to leave. Their order and their HubSpot values come with an imported file."
      prefixes={['stages', 'labels']}
    >
      <Flex direction="column" gap="xs">
        {ids.map((id) => {
          const stage = definitions.stages[id];
          return stage ? (
            <Accordion key={id} title={stageName(definitions.labels[id], id)} testId={`stage-${id}`}>
              <StageForm
                id={id}
                stage={stage}
                label={definitions.labels[id] ?? ''}
                onLabel={(label) => {
                  const { [id]: _, ...others } = definitions.labels;
                  change('labels', label === '' ? others : { ...others, [id]: label });
                }}
                onChange={(next) => change('stages', { ...definitions.stages, [id]: next })}
              />
            </Accordion>
          ) : null;
        })}
      </Flex>
    </SectionFrame>
  );
}

const stageName = (label: string | undefined, id: string): string => (label === undefined ? id : `${label} (${id})`);
