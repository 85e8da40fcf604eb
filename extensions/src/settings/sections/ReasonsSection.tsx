import { Flex, Heading, Tile } from '@hubspot/ui-extensions';
import { newId } from '../document/lists.ts';
import type { Work } from '../document/types.ts';
import { useEditor } from '../editor.ts';
import { ChoiceField } from '../parts/ChoiceField.tsx';
import { LabelledList } from '../parts/LabelledList.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { NoSection, SectionFrame } from '../parts/SectionFrame.tsx';

const WAKES = [
  { value: 'ask', label: 'Ask somebody about it' },
  { value: 'offer', label: 'Offer it where it still fits' },
] as const;

/** Why work ends: for now, for good, or back to whoever set the meeting. */
export function ReasonsSection() {
  const { definitions, change } = useEditor();
  const { work } = definitions;
  if (!work)
    return <NoSection title="Reasons" about="This portal is only measured: import a file with the section work." />;
  const set = (next: Partial<Work>) => change('work', { ...work, ...next });
  const { recycleReasons: recycle } = work;
  return (
    <SectionFrame
      title="Reasons"
      about="What people choose from when they recycle or disqualify a lead or reject an opportunity."
      prefixes={['recycleReasons', 'disqualifyReasons', 'rejectReasons'].map((name) => `work.${name}`)}
    >
      <Tile>
        <Flex direction="column" gap="sm">
          <Heading>Recycle: good lead, wrong time</Heading>
          <LabelledList<Work['recycleReasons'][number]>
            items={recycle}
            path="work.recycleReasons"
            what="Recycle reason"
            keyOf={({ value }) => value}
            detailOf={({ wakeDays, onWake }) =>
              `After ${wakeDays} days: ${onWake === 'offer' ? 'it is offered again where it still fits' : 'somebody is asked about it'}`
            }
            more={(reason, path, onChange) => (
              <Flex gap="sm" wrap="wrap">
                <NumberField
                  label="Comes back after days"
                  value={reason.wakeDays}
                  path={`${path}.wakeDays`}
                  onChange={(wakeDays) => onChange({ ...reason, wakeDays })}
                />
                <ChoiceField
                  label="When it comes back"
                  value={reason.onWake}
                  options={WAKES}
                  path={`${path}.onWake`}
                  onChange={(onWake) => onChange({ ...reason, onWake })}
                />
              </Flex>
            )}
            make={(label) => ({ value: idFor(label, recycle), label, wakeDays: 90, onWake: 'ask' })}
            onChange={(recycleReasons) => set({ recycleReasons })}
          />
        </Flex>
      </Tile>
      <PlainReasons
        title="Disqualify: never again"
        what="Disqualify reason"
        name="disqualifyReasons"
        work={work}
        onChange={set}
      />
      <PlainReasons
        title="Reject: no opportunity"
        what="Reject reason"
        name="rejectReasons"
        work={work}
        onChange={set}
      />
    </SectionFrame>
  );
}

type Plain = 'disqualifyReasons' | 'rejectReasons';

const idFor = (label: string, reasons: readonly { readonly value: string }[]): string =>
  newId(
    label,
    reasons.map(({ value }) => value),
  );

const PlainReasons = ({
  title,
  what,
  name,
  work,
  onChange,
}: {
  readonly title: string;
  readonly what: string;
  readonly name: Plain;
  readonly work: Work;
  readonly onChange: (next: Partial<Work>) => void;
}) => (
  <Tile>
    <Flex direction="column" gap="sm">
      <Heading>{title}</Heading>
      <LabelledList
        items={work[name]}
        path={`work.${name}`}
        what={what}
        keyOf={({ value }) => value}
        detailOf={({ value }) => `Kept as ${value}`}
        make={(label) => ({ value: idFor(label, work[name]), label })}
        onChange={(reasons) => onChange({ [name]: reasons })}
      />
    </Flex>
  </Tile>
);
