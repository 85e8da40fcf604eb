import { Alert, Button, LoadingSpinner } from '@hubspot/ui-extensions';
import type { Attempt } from '../backend/use-action.ts';

/** What became of the latest click: on its way, refused with the reason, or lost on the way, to be sent again. */
export function AttemptNote({
  attempt,
  retry,
  dismiss,
}: {
  readonly attempt: Attempt | null;
  readonly retry: () => void;
  readonly dismiss: () => void;
}) {
  switch (attempt?.state) {
    case undefined:
      return null;
    case 'sending':
      return <LoadingSpinner label="Sending" showLabel={true} size="xs" />;
    case 'refused':
      return (
        <Alert title="This was not done" variant="warning">
          {attempt.message}
          <Button onClick={dismiss} size="sm" testId="dismiss">
            Close
          </Button>
        </Alert>
      );
    case 'failed':
      return (
        <Alert title="It is not known whether this was done" variant="error">
          {attempt.message}
          <Button onClick={retry} size="sm" testId="try-again">
            Try again
          </Button>
        </Alert>
      );
  }
}
