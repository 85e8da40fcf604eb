import { Button, Flex, SearchInput, Text, useCrmSearch, useDebounce } from '@hubspot/ui-extensions';
import { useState } from 'react';

const SHORTEST = 2;
const SHOWN = 5;

/** Finds a contact by name or address. */
export function ContactSearch({ onChoose }: { readonly onChoose: (contactId: string) => void }) {
  const [text, setText] = useState('');
  const query = useDebounce(text.trim(), 400);
  return (
    <Flex direction="column" gap="xs">
      <SearchInput label="Name or e-mail" name="search" value={text} onInput={setText} />
      {query.length >= SHORTEST && <Found query={query} onChoose={onChoose} />}
    </Flex>
  );
}

function Found({ query, onChoose }: { readonly query: string; readonly onChoose: (contactId: string) => void }) {
  const { results, error, isLoading } = useCrmSearch({
    objectType: '0-1',
    query,
    properties: ['firstname', 'lastname', 'email'],
    pageLength: SHOWN,
  });
  if (error) return <Text variant="microcopy">Contacts cannot be searched here: write the record id instead.</Text>;
  if (results.length === 0) return <Text variant="microcopy">{isLoading ? 'Searching' : 'Nobody was found.'}</Text>;
  return (
    <Flex gap="xs" wrap="wrap">
      {results.map(({ objectId, properties }) => (
        <Button key={objectId} size="xs" onClick={() => onChoose(String(objectId))}>
          {nameOf(properties) || `Contact ${objectId}`}
        </Button>
      ))}
    </Flex>
  );
}

function nameOf({ firstname, lastname, email }: Readonly<Record<string, string | null>>): string {
  const name = [firstname, lastname].filter(Boolean).join(' ');
  return name === '' ? (email ?? '') : name;
}
