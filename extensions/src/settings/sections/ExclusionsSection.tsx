import { useEditor } from '../editor.ts';
import { ConditionList } from '../parts/ConditionList.tsx';
import { NoSection, SectionFrame } from '../parts/SectionFrame.tsx';

/** Who is never an AQL: internal, test, competitors, customers. */
export function ExclusionsSection() {
  const { definitions, change } = useEditor();
  const { qualification } = definitions;
  if (!qualification)
    return (
      <NoSection
        title="Exclusions"
        about="Nobody qualifies by score here: import a file with the section qualification."
      />
    );
  return (
    <SectionFrame
      title="Exclusions"
      about="Whoever meets one of these is never an AQL; the excluded are counted beside every total."
      prefixes={['qualification.exclusions']}
    >
      <ConditionList
        conditions={qualification.exclusions}
        path="qualification.exclusions"
        askable="person"
        what="Exclusion"
        none="Nobody is excluded."
        onChange={(exclusions) => change('qualification', { ...qualification, exclusions })}
      />
    </SectionFrame>
  );
}
