import { Alert, Button, Flex, Heading, Input, LoadingSpinner, Text, Tile, ToggleGroup } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { type ApiKeys, useApiKeys } from '../backend/use-api-keys.ts';
import { useEditor } from '../editor.ts';
import { KeysTable } from './KeysTable.tsx';

const SCOPES = [
  { value: 'signals', label: 'Signals', description: 'Buying signs from outside HubSpot' },
  { value: 'touches', label: 'Touches', description: 'What people did elsewhere' },
  { value: 'lists', label: 'Lists', description: 'Imported lists of people' },
] as const;
type Scope = (typeof SCOPES)[number]['value'];

/** Keys with which other systems send signals, touches and lists. Admins only. */
export function KeysSection({ copy }: { readonly copy: (text: string) => Promise<void> }) {
  const { url } = useEditor();
  const keys = useApiKeys(url);
  return (
    <Flex direction="column" gap="md">
      <Flex direction="column">
        <Heading>API keys</Heading>
        <Text variant="microcopy">A key is shown once, when it is made; only its fingerprint is stored.</Text>
      </Flex>
      {keys.fresh !== null && <FreshKey value={keys.fresh} copy={copy} hide={keys.hide} />}
      {keys.problem !== null && (
        <Alert title="This was not done" variant="warning">
          {keys.problem}
        </Alert>
      )}
      {keys.keys === null && keys.problem === null && <LoadingSpinner label="Loading" />}
      {keys.keys !== null && (
        <>
          <KeysTable keys={keys.keys} revoke={keys.revoke} isBusy={keys.isBusy} />
          <NewKey keys={keys} />
        </>
      )}
    </Flex>
  );
}

const FreshKey = ({
  value,
  copy,
  hide,
}: {
  readonly value: string;
  readonly copy: (text: string) => Promise<void>;
  readonly hide: () => void;
}) => (
  <Alert title="The new key: it is not shown again" variant="success" testId="fresh-key">
    <Text>{value}</Text>
    <Flex gap="sm">
      <Button size="sm" onClick={() => void copy(value)}>
        Copy
      </Button>
      <Button size="sm" variant="transparent" onClick={hide} testId="hide-key">
        I have kept it
      </Button>
    </Flex>
  </Alert>
);

function NewKey({ keys }: { readonly keys: ApiKeys }) {
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<readonly Scope[]>(['signals']);
  const make = () => {
    keys.create({ name: name.trim(), scopes: [...scopes] });
    setName('');
  };
  return (
    <Tile>
      <Flex direction="column" gap="sm">
        <Input
          label="Name of a new key"
          name="key-name"
          description="The system that will use it"
          value={name}
          onInput={setName}
        />
        <ToggleGroup
          name="key-scopes"
          label="What it may send"
          toggleType="checkboxList"
          options={SCOPES.map((scope) => ({ ...scope }))}
          value={[...scopes]}
          onChange={(next: string[]) => setScopes(next as Scope[])}
        />
        <Flex justify="start">
          <Button disabled={keys.isBusy || name.trim() === '' || scopes.length === 0} onClick={make} testId="make-key">
            Make a key
          </Button>
        </Flex>
      </Flex>
    </Tile>
  );
}
