import { Button, ErrorState, Flex, LoadingSpinner, Tab, Tabs, Text } from '@hubspot/ui-extensions';
import type { ModelAnswer } from '../../src/http/contract/model.ts';
import { backendOrigin } from './backend/card-api.ts';
import { usePageAnswer } from './backend/use-page-answer.ts';
import { Health } from './home/Health.tsx';
import { Model } from './home/Model.tsx';
import { Print } from './home/Print.tsx';
import { NoBackend } from './parts/CardFrame.tsx';
import type { PageApi } from './settings/backend/settings-api.ts';
import { formatsOf, sentence } from './words/formats.ts';

/** The app's home: the published model in words, and how it is lived. */
export function HomePage(api: PageApi) {
  const origin = backendOrigin(api.context);
  return origin === undefined ? <NoBackend /> : <Home {...api} url={`${origin}/extension/v1/model`} />;
}

function Home({ context, url }: PageApi & { readonly url: string }) {
  const { answer, problem, reload } = usePageAnswer<ModelAnswer>(url);
  if (!answer)
    return problem === null ? (
      <LoadingSpinner label="Loading" layout="centered" />
    ) : (
      <ErrorState title="The model could not be loaded">
        <Text>{problem}</Text>
        <Button onClick={reload} testId="try-again">
          Try again
        </Button>
      </ErrorState>
    );
  const formats = formatsOf(context, answer.zone);
  return (
    <Flex direction="column" gap="md">
      <Text variant="microcopy" testId="published">
        {`Version ${answer.version}, published ${formats.moment(answer.publishedAt)} by ${answer.publishedBy}: ${sentence(answer.why)}`}
      </Text>
      <Print url={url} formats={formats} />
      <Tabs defaultSelected="model" testId="tabs">
        <Tab tabId="model" title="Model">
          <Model answer={answer} />
        </Tab>
        <Tab tabId="health" title="Health">
          <Health answer={answer} formats={formats} />
        </Tab>
      </Tabs>
      {problem !== null && (
        <Text variant="microcopy">{`As of ${formats.moment(answer.now)}; could not be refreshed. ${sentence(problem)}`}</Text>
      )}
    </Flex>
  );
}
