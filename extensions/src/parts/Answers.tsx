import { Button, Flex, Heading, StatusTag, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { AnswersView, AnswerView } from '../../../src/http/contract/cards.ts';
import type { Answered } from '../backend/use-answer.ts';
import type { Formats } from '../words/formats.ts';
import { gateTag } from '../words/gate-text.ts';
import { AnswersForm } from './AnswersForm.tsx';

/** What discovery has found out, by whom and when; for those who may, with a form to change it. */
export function Answers({
  answers,
  isBrief = false,
  card,
  formats,
}: {
  readonly answers: AnswersView;
  /** What is not answered is told elsewhere on the card. */
  readonly isBrief?: boolean;
  readonly card: Pick<Answered<never>, 'act' | 'attempt'>;
  readonly formats: Formats;
}) {
  const [isOpen, setOpen] = useState(false);
  const { items, edit } = answers;
  if (items.length === 0) return null;
  return (
    <Flex direction="column" gap="xs" testId="answers">
      <Heading>Discovery</Heading>
      {isOpen ? (
        <AnswersForm items={items} card={card} close={() => setOpen(false)} />
      ) : (
        <>
          {(isBrief ? items.filter(({ value }) => value !== '') : items).map((item) => (
            <AnswerLine key={item.id} item={item} formats={formats} />
          ))}
          {edit.allowed ? (
            <Flex justify="start">
              <Button size="sm" onClick={() => setOpen(true)} testId="edit-answers">
                Edit answers
              </Button>
            </Flex>
          ) : (
            <Text variant="microcopy">{edit.why}</Text>
          )}
        </>
      )}
    </Flex>
  );
}

function AnswerLine({ item, formats }: { readonly item: AnswerView; readonly formats: Formats }) {
  const { label, level, value, by } = item;
  const { variant, text } = gateTag({ done: value !== '', level });
  return (
    <Flex direction="column">
      <Flex gap="xs" align="center" wrap="wrap">
        <Text format={{ fontWeight: 'demibold' }}>{label}</Text>
        {value === '' && <StatusTag variant={variant}>{text}</StatusTag>}
      </Flex>
      {value !== '' && <Text>{value}</Text>}
      {by !== null && <Text variant="microcopy">{whoAndWhen(item, formats)}</Text>}
    </Flex>
  );
}

function whoAndWhen({ value, by, at, before }: AnswerView, formats: Formats): string {
  const when = at === null ? '' : `, ${formats.moment(at)}`;
  const earlier = before === null ? '' : ` Before: ${before}`;
  return `${value === '' ? 'Taken back by ' : ''}${by}${when}.${earlier}`;
}
