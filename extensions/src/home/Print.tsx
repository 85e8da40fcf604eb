import { Button, Flex, LoadingButton, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { PrintAnswer } from '../../../src/http/contract/model.ts';
import type { Outcome } from '../backend/read-answer.ts';
import { send } from '../settings/backend/settings-api.ts';
import type { Formats } from '../words/formats.ts';

/** Asks for a page that can be printed; HubSpot's own can not. The link comes first, for a page may open a window only on a click. */
export const Print = ({ url, formats }: { readonly url: string; readonly formats: Formats }) => {
  const [outcome, setOutcome] = useState<Outcome<PrintAnswer> | 'asking' | null>(null);
  const ask = () => {
    setOutcome('asking');
    void send<PrintAnswer>(`${url}/print`, {}).then(setOutcome);
  };
  if (outcome !== null && outcome !== 'asking' && outcome.kind === 'answered')
    return (
      <Flex direction="row" gap="sm" align="center">
        <Button
          href={{ url: outcome.answer.url, external: true }}
          variant="primary"
          onClick={() => setOutcome(null)}
          testId="open-print"
        >
          Open the page to print
        </Button>
        <Text variant="microcopy">{`It opens once, until ${formats.moment(outcome.answer.expiresAt)}.`}</Text>
      </Flex>
    );
  return (
    <Flex direction="row" gap="sm" align="center">
      <LoadingButton loading={outcome === 'asking'} onClick={ask} testId="print">
        Print or save
      </LoadingButton>
      {outcome !== null && outcome !== 'asking' && <Text>{outcome.message}</Text>}
    </Flex>
  );
};
