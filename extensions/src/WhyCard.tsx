import { Accordion, EmptyState, Flex, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { WhyCardAnswer } from '../../src/http/contract/why.ts';
import { backendOrigin, type CardApi } from './backend/card-api.ts';
import { useAnswer } from './backend/use-answer.ts';
import { CardFrame, NoBackend } from './parts/CardFrame.tsx';
import { Definitions } from './parts/Definitions.tsx';
import { BehaviorReceipt } from './why/BehaviorReceipt.tsx';
import { DayPicker } from './why/DayPicker.tsx';
import { FitReceipt } from './why/FitReceipt.tsx';
import { toTenths } from './why/points.ts';
import { scoringDefinitions } from './why/scoring-definitions.ts';
import { Standing } from './why/Standing.tsx';
import { type Formats, formatsOf } from './words/formats.ts';

/** Properties of the contact whose edits change what the card shows. */
const CONTACT_PROPERTIES = [
  'email',
  'firstname',
  'phone',
  'jobtitle',
  'lifecyclestage',
  'hs_lead_status',
  'l2r_score_at',
];

/** Why a contact is a lead for somebody, or not yet: how they stand before the gate to AQL, and every point of it. */
export function WhyCard(api: CardApi) {
  const origin = backendOrigin(api.context);
  return origin === undefined ? <NoBackend /> : <Why {...api} origin={origin} />;
}

function Why({ context, actions, origin }: CardApi & { readonly origin: string }) {
  const [day, setDay] = useState<string | null>(null);
  const record = `${origin}/extension/v1/contacts/${context.crm.objectId}`;
  const card = useAnswer<WhyCardAnswer>(actions, record, day === null ? 'why' : `why?at=${day}`, CONTACT_PROPERTIES);
  const formats = formatsOf(context, card.answer?.zone);
  return (
    <CardFrame card={card} formats={formats}>
      {(answer) => (
        <Flex direction="column" gap="md">
          <Content answer={answer} formats={formats} />
          <DayPicker day={day} today={formats.calendarDay(answer.now)} choose={setDay} />
          <Text variant="microcopy" testId="as-of">
            {`As of ${formats.moment(answer.at)}, by version ${answer.version} of the rules.`}
          </Text>
          <Definitions definitions={scoringDefinitions(answer.standing)} title="How scores work" />
        </Flex>
      )}
    </CardFrame>
  );
}

function Content({ answer, formats }: { readonly answer: WhyCardAnswer; readonly formats: Formats }) {
  const { standing, unscored, isPast, at } = answer;
  if (!standing)
    return (
      <EmptyState title={unscored === 'no_rules' ? 'Nobody is scored' : 'Nothing is known'} layout="vertical">
        <Text>
          {unscored === 'no_rules'
            ? 'The rules in force have no scores: only a raised hand makes a lead.'
            : `Nothing that a rule asks about ${isPast ? `was known on ${formats.day(at)}` : 'is known yet'}.`}
        </Text>
      </EmptyState>
    );
  const points = (units: number) => formats.number(toTenths(units) / 10);
  return (
    <Flex direction="column" gap="sm">
      <Standing standing={standing} formats={formats} />
      <Accordion title={`Behavior: ${points(standing.behaviorUnits)} points, line by line`} testId="behavior-lines">
        {standing.behavior.length > 0 ? (
          <BehaviorReceipt standing={standing} formats={formats} />
        ) : (
          <Text>Nothing counts: no activity so far, or all of it has faded.</Text>
        )}
      </Accordion>
      <Accordion title={`Fit: ${points(standing.fitUnits)} points, rule by rule`} testId="fit-lines">
        <FitReceipt lines={standing.fit} formats={formats} />
      </Accordion>
    </Flex>
  );
}
