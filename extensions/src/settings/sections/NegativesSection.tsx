import { useEditor } from '../editor.ts';
import { NoSection, SectionFrame } from '../parts/SectionFrame.tsx';
import { Groups } from './BehaviorSection.tsx';

const KINDS = [{ value: 'negative', label: 'Negative: signs against' }] as const;

/** What counts against somebody: the jobs page, an unsubscription, a bounce, junk data. */
export function NegativesSection() {
  const { definitions } = useEditor();
  if (!definitions.scoring)
    return <NoSection title="Negatives" about="There are no scores here: import a file with the section scoring." />;
  return (
    <SectionFrame
      title="Negatives"
      about="What takes points of behavior away again. It never takes more than there are."
      prefixes={['scoring.behavior.groups']}
    >
      <Groups isShown={(group) => group.kind === 'negative'} kinds={KINDS} />
    </SectionFrame>
  );
}
