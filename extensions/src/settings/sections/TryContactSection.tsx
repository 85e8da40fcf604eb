import { Alert, Button, Flex, Heading, Input, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { TryAnswer } from '../../../../src/http/contract/settings.ts';
import { ask } from '../backend/settings-api.ts';
import { useRequest } from '../backend/use-request.ts';
import { useEditor } from '../editor.ts';
import { ContactSearch } from './ContactSearch.tsx';
import { TriedContacts } from './TriedContacts.tsx';

/** How one contact stands by what is in force and by the draft. */
export function TryContactSection({
  flush,
}: {
  /** Keeps the draft first. */
  readonly flush: () => Promise<boolean>;
}) {
  const { url } = useEditor();
  const [id, setId] = useState('');
  const { answer, problem, isBusy, run } = useRequest<TryAnswer>();
  const tryOn = (contactId: string) =>
    run(async () => {
      await flush();
      return ask<TryAnswer>(`${url}/try?contactId=${encodeURIComponent(contactId)}`);
    });
  return (
    <Flex direction="column" gap="md">
      <Flex direction="column">
        <Heading>Try on one contact</Heading>
        <Text variant="microcopy">How somebody stands now, by what is in force and by the draft.</Text>
      </Flex>
      <ContactSearch onChoose={tryOn} />
      <Flex gap="sm" wrap="wrap" align="end">
        <Input
          label="Contact’s record id"
          name="contact"
          description="The number in the address of the contact"
          value={id}
          onInput={setId}
        />
        <Button disabled={isBusy || !/^\d+$/.test(id.trim())} onClick={() => tryOn(id.trim())} testId="try-contact">
          Try
        </Button>
      </Flex>
      {isBusy && <LoadingSpinner label="Looking" showLabel={true} />}
      {problem !== null && (
        <Alert title="This contact could not be tried" variant="warning">
          {problem}
        </Alert>
      )}
      {answer && <TriedContacts answer={answer} />}
    </Flex>
  );
}
