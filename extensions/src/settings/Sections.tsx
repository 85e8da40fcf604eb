import { Tab, Tabs } from '@hubspot/ui-extensions';
import { type ReactNode, useState } from 'react';
import { AccountsSection } from './sections/AccountsSection.tsx';
import { AnswersSection } from './sections/AnswersSection.tsx';
import { BehaviorSection } from './sections/BehaviorSection.tsx';
import { CalibrationSection } from './sections/CalibrationSection.tsx';
import { ClocksSection } from './sections/ClocksSection.tsx';
import { ExclusionsSection } from './sections/ExclusionsSection.tsx';
import { FitSection } from './sections/FitSection.tsx';
import { FittingSection } from './sections/FittingSection.tsx';
import { GatesSection } from './sections/GatesSection.tsx';
import { NegativesSection } from './sections/NegativesSection.tsx';
import { ReasonsSection } from './sections/ReasonsSection.tsx';
import { SourcesSection } from './sections/SourcesSection.tsx';
import { StagesSection } from './sections/StagesSection.tsx';
import { SectionBoundary } from './parts/SectionBoundary.tsx';
import { TouchesSection } from './sections/TouchesSection.tsx';

export const WHAT_IF = 'what-if';

type Parts = readonly (readonly [title: string, content: () => ReactNode])[];

/** Sections that edit the document: they need nothing but the editor. Several of one tab have tabs of their own. */
const EDITED: readonly (readonly [id: string, title: string, parts: Parts])[] = [
  [
    'scores',
    'Scores',
    [
      ['Fit', () => <FitSection />],
      ['Behavior', () => <BehaviorSection />],
      ['Negatives', () => <NegativesSection />],
    ],
  ],
  [
    'gates',
    'Qualification',
    [
      ['ICP & target', () => <FittingSection />],
      ['Gates', () => <GatesSection />],
      ['Exclusions', () => <ExclusionsSection />],
      ['Answers', () => <AnswersSection />],
    ],
  ],
  ['stages', 'Stages', [['Stages', () => <StagesSection />]]],
  ['accounts', 'Accounts', [['Accounts', () => <AccountsSection />]]],
  [
    'work',
    'Work',
    [
      ['Priorities & clocks', () => <ClocksSection />],
      ['Reasons', () => <ReasonsSection />],
    ],
  ],
  [
    'touches',
    'Touches',
    [
      ['Touch types', () => <TouchesSection />],
      ['Sources', () => <SourcesSection />],
    ],
  ],
];

/** Whatever is not shown is not there: the page has a few hundred inputs in all. */
type Content = () => ReactNode;

/** The sections as tabs. Those that show more than the document come from the page. */
export function Sections({
  selected,
  onSelect,
  draftKey,
  overview,
  whatIf,
  tryContact,
  history,
  roles,
  keys,
}: {
  readonly selected: string;
  readonly onSelect: (id: string) => void;
  /** Tells one draft from the next: what could not be drawn is tried anew. */
  readonly draftKey: string;
} & Readonly<Record<'overview' | 'whatIf' | 'tryContact' | 'history' | 'roles' | 'keys', Content>>) {
  const tabs: readonly (readonly [id: string, title: string, parts: Parts])[] = [
    ['overview', 'Overview', [['Overview', overview]]],
    ...EDITED,
    [
      WHAT_IF,
      'Try out',
      [
        ['What if', whatIf],
        ['Calibration', () => <CalibrationSection />],
        ['One contact', tryContact],
      ],
    ],
    ['history', 'History', [['History', history]]],
    [
      'access',
      'Access',
      [
        ['Roles', roles],
        ['API keys', keys],
      ],
    ],
  ];
  return (
    <Tabs selected={selected} onSelectedChange={(id: string | number) => onSelect(String(id))} testId="sections">
      {tabs.map(([id, title, parts]) => (
        <Tab key={id} tabId={id} title={title}>
          {id === selected && <PartsOfSection parts={parts} draftKey={draftKey} />}
        </Tab>
      ))}
    </Tabs>
  );
}

function PartsOfSection({ parts, draftKey }: { readonly parts: Parts; readonly draftKey: string }) {
  const [selected, setSelected] = useState(parts[0]?.[0]);
  const [first] = parts;
  if (first && parts.length === 1) return <SectionBoundary draftKey={draftKey}>{first[1]()}</SectionBoundary>;
  return (
    <Tabs
      variant="enclosed"
      {...(selected === undefined ? {} : { selected })}
      onSelectedChange={(id: string | number) => setSelected(String(id))}
      testId="parts"
    >
      {parts.map(([title, content]) => (
        <Tab key={title} tabId={title} title={title}>
          {title === selected && <SectionBoundary draftKey={draftKey}>{content()}</SectionBoundary>}
        </Tab>
      ))}
    </Tabs>
  );
}
