import { Button, Flex, List, LoadingSpinner, Panel, PanelBody, PanelSection, Text } from '@hubspot/ui-extensions';
import type { UsesAnswer } from '../../../../src/http/contract/settings.ts';
import { ask } from '../backend/settings-api.ts';
import { useRequest } from '../backend/use-request.ts';
import { useEditor } from '../editor.ts';

/** A button that says where a touch type or a property is used, in what is in force and in the draft. */
export function UsesButton({
  id,
  of,
  query,
  label,
}: {
  readonly id: string;
  /** What people call it. */
  readonly of: string;
  /** `touch=jobs_page` or `fact=contact.jobtitle` */
  readonly query: string;
  readonly label: string;
}) {
  const { url } = useEditor();
  const { answer, problem, run } = useRequest<UsesAnswer>();
  const panel = (
    <Panel id={id} title={`Where is “${of}” used?`} onOpen={() => run(() => ask<UsesAnswer>(`${url}/uses?${query}`))}>
      <PanelBody>
        {problem !== null && <Text>{problem}</Text>}
        {answer === null && problem === null && <LoadingSpinner label="Looking" />}
        {answer && (
          <>
            <Uses title="In force" uses={answer.inForce} />
            {answer.draft && <Uses title="In the draft" uses={answer.draft} />}
          </>
        )}
      </PanelBody>
    </Panel>
  );
  return (
    <Flex justify="start">
      <Button size="xs" variant="transparent" overlay={panel} testId={id}>
        {label}
      </Button>
    </Flex>
  );
}

const Uses = ({ title, uses }: { readonly title: string; readonly uses: UsesAnswer['inForce'] }) => (
  <PanelSection>
    <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
    {uses.length === 0 ? (
      <Text>Nowhere.</Text>
    ) : (
      <List>
        {uses.map(({ path, label }) => (
          <Text key={path}>{label}</Text>
        ))}
      </List>
    )}
  </PanelSection>
);
