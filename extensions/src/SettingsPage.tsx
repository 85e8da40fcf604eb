import { Alert, Button, ErrorState, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { backendOrigin } from './backend/card-api.ts';
import { NoBackend } from './parts/CardFrame.tsx';
import { type PageApi, settingsUrl } from './settings/backend/settings-api.ts';
import { type Settings, useSettings } from './settings/backend/use-settings.ts';
import { SettingsContent } from './settings/SettingsContent.tsx';
import { formatsOf, sentence } from './words/formats.ts';

/** Everything marketing ops can change, inside HubSpot: tried before it is published, and the way back. */
export function SettingsPage(api: PageApi) {
  const origin = backendOrigin(api.context);
  return origin === undefined ? <NoBackend /> : <Page {...api} url={settingsUrl(origin)} />;
}

function Page({ context, actions, url }: PageApi & { readonly url: string }) {
  const settings = useSettings(url);
  const { answer, problem } = settings;
  if (!answer)
    return problem === null ? <LoadingSpinner label="Loading" layout="centered" /> : <Failed {...settings} />;
  const formats = formatsOf(context, answer.zone);
  return (
    <Flex direction="column" gap="md">
      {!answer.edit.allowed && (
        <Alert title="You can read this page" variant="info" testId="read-only">
          {answer.edit.why}
        </Alert>
      )}
      <SettingsContent answer={answer} settings={settings} url={url} formats={formats} actions={actions} />
      {problem !== null && (
        <Text variant="microcopy" testId="stale">
          {`As of ${formats.moment(answer.now)}; could not be refreshed. ${sentence(problem)}`}
        </Text>
      )}
    </Flex>
  );
}

const Failed = ({ problem, reload }: Settings) => (
  <ErrorState title="The settings could not be loaded">
    <Text>{problem}</Text>
    <Button onClick={reload} testId="try-again">
      Try again
    </Button>
  </ErrorState>
);
