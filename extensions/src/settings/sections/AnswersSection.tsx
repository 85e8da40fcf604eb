import { newId } from '../document/lists.ts';
import type { Qualification } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { ChoiceField } from '../parts/ChoiceField.tsx';
import { LabelledList } from '../parts/LabelledList.tsx';
import { NoSection, SectionFrame } from '../parts/SectionFrame.tsx';
import { LEVELS, levelText } from '../words/levels.ts';

/** What discovery has to find out: need, budget, authority, timeline, decision process. */
export function AnswersSection() {
  const { definitions, change } = useEditor();
  const { qualification } = definitions;
  if (!qualification)
    return <NoSection title="Answers" about="Nothing is asked here: import a file with the section qualification." />;
  const { answers } = qualification;
  return (
    <SectionFrame
      title="Qualification answers"
      about="What discovery has to find out; each is kept with who wrote it and when, and asked at the gate to a sales qualified opportunity."
      prefixes={['qualification.answers']}
    >
      <LabelledList<Qualification['answers'][number]>
        items={answers}
        path="qualification.answers"
        what="Answer"
        keyOf={({ id }) => id}
        detailOf={({ level }) => levelText(level)}
        more={(answer, path, onChange) => (
          <ChoiceField
            label="When it is missing"
            value={answer.level}
            options={LEVELS}
            path={`${path}.level`}
            onChange={(level) => onChange({ ...answer, level })}
          />
        )}
        make={(label) => ({
          id: newId(
            label,
            answers.map(({ id }) => id),
          ),
          label,
          level: 'warn',
        })}
        onChange={(next) => change('qualification', { ...qualification, answers: next })}
      />
    </SectionFrame>
  );
}
