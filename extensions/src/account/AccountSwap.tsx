import { Alert, Button, Text } from '@hubspot/ui-extensions';
import type { KnownAccount } from './known-account.ts';

/** What would be better on the list of whoever has named this account. */
export function AccountSwap({
  account,
  isBusy,
  swap,
}: {
  readonly account: KnownAccount;
  readonly isBusy: boolean;
  readonly swap: (instead: string) => void;
}) {
  const suggestion = account.swap;
  if (!suggestion) return null;
  const { why, instead, insteadName, allowed } = suggestion;
  return (
    <Alert title="Exchange this named account?" variant="info">
      <Text testId="swap-why">{`Better give it up, as ${why}. ${insteadName} fits and shows more intent.`}</Text>
      {allowed.allowed ? (
        <Button size="sm" disabled={isBusy} onClick={() => swap(instead)} testId="swap">
          {`Take ${insteadName} instead`}
        </Button>
      ) : (
        <Text variant="microcopy">{allowed.why}</Text>
      )}
    </Alert>
  );
}
