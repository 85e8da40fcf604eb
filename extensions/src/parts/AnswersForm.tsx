import { Button, Flex, Input } from '@hubspot/ui-extensions';
import { useEffect, useRef, useState } from 'react';
import type { AnswerView } from '../../../src/http/contract/cards.ts';
import type { Answered } from '../backend/use-answer.ts';

const LONGEST = 300;

/** One field for each question; only what was changed is sent. It stays open until the backend has taken it, so that nothing typed is lost. */
export function AnswersForm({
  items,
  card,
  close,
}: {
  readonly items: readonly AnswerView[];
  readonly card: Pick<Answered<never>, 'act' | 'attempt'>;
  readonly close: () => void;
}) {
  const [written, setWritten] = useState<ReadonlyMap<string, string>>(new Map());
  const wasSent = useRef(false);
  const state = card.attempt?.state;
  useEffect(() => {
    if (!wasSent.current || state === 'sending' || state === 'failed') return;
    wasSent.current = false;
    if (state === undefined) close();
  }, [state, close]);

  const isTooLong = [...written.values()].some((text) => text.length > LONGEST);
  const changed = items.filter(({ id, value }) => (written.get(id) ?? value).trim() !== value);
  const save = () => {
    if (changed.length === 0) return close();
    wasSent.current = true;
    card.act('answers', { answers: Object.fromEntries(changed.map(({ id }) => [id, written.get(id) ?? ''])) });
  };
  return (
    <Flex direction="column" gap="sm">
      {items.map(({ id, label, value }) => {
        const text = written.get(id) ?? value;
        return (
          <Input
            key={id}
            label={label}
            name={`answer-${id}`}
            value={text}
            onInput={(next) => setWritten((last) => new Map(last).set(id, next))}
            error={text.length > LONGEST}
            validationMessage={text.length > LONGEST ? `Write at most ${LONGEST} characters.` : ''}
            testId={`answer-${id}`}
          />
        );
      })}
      <Flex gap="sm">
        <Button
          variant="primary"
          size="sm"
          disabled={isTooLong || state === 'sending' || state === 'failed'}
          onClick={save}
          testId="save-answers"
        >
          Save
        </Button>
        <Button size="sm" onClick={close} testId="cancel-answers">
          Cancel
        </Button>
      </Flex>
    </Flex>
  );
}
