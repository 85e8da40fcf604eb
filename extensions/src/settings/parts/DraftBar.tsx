import {
  Button,
  Flex,
  Modal,
  ModalBody,
  ModalFooter,
  Panel,
  PanelBody,
  PanelSection,
  StatusTag,
  Text,
} from '@hubspot/ui-extensions';
import type { SettingsAnswer } from '../../../../src/http/contract/settings.ts';
import type { Settings } from '../backend/use-settings.ts';
import type { Change } from '../document/changes.ts';
import { useEditor } from '../editor.ts';
import { ChangeList } from './ChangeList.tsx';
import { PublishButton } from './PublishButton.tsx';

/** How the draft stands, and what can be done with it, above every section. */
export function DraftBar({
  answer,
  settings,
  changes,
  tryDays,
  onTry,
}: {
  readonly answer: SettingsAnswer;
  readonly settings: Settings;
  readonly changes: readonly Change[];
  readonly tryDays: number;
  readonly onTry: () => void;
}) {
  const { drafting, act, attempt } = settings;
  const { isReadOnly } = useEditor();
  const isBusy = attempt?.state === 'sending' || attempt?.state === 'failed';
  const isDrafted = answer.draft !== null || drafting.state !== 'saved';
  return (
    <Flex direction="column" gap="xs">
      <Flex gap="sm" wrap="wrap" align="center">
        <DraftState answer={answer} settings={settings} />
        {isDrafted && <ChangesButton changes={changes} />}
        {!isReadOnly && isDrafted && (
          <>
            <Button size="sm" onClick={onTry} testId="try">
              {`Try on the last ${tryDays} days`}
            </Button>
            <PublishButton answer={answer} isBusy={isBusy} act={act} />
            <DiscardButton isBusy={isBusy} discard={() => act('draft/discard', {})} />
          </>
        )}
      </Flex>
      {drafting.state === 'failed' && (
        <Flex gap="sm" align="center">
          <Text>{`Your latest changes are not saved yet: ${drafting.problem}`}</Text>
          <Button size="xs" onClick={() => void drafting.flush()} testId="save-again">
            Save again
          </Button>
          <Button
            size="xs"
            onClick={() => {
              drafting.giveUp();
              settings.reload();
            }}
            testId="give-up"
          >
            Give up these changes
          </Button>
        </Flex>
      )}
    </Flex>
  );
}

function DraftState({
  answer: { draft },
  settings: { drafting },
}: {
  readonly answer: SettingsAnswer;
  readonly settings: Settings;
}) {
  const { formats } = useEditor();
  const [text, variant] =
    drafting.state === 'saving'
      ? (['Saving the draft', 'info'] as const)
      : drafting.state === 'failed'
        ? (['Not saved', 'danger'] as const)
        : draft === null
          ? (['No changes', 'default'] as const)
          : draft.problems.length > 0
            ? ([`Draft saved ${formats.moment(draft.savedAt)}; to be mended`, 'warning'] as const)
            : ([`Draft saved ${formats.moment(draft.savedAt)}`, 'success'] as const);
  return (
    <StatusTag variant={variant} testId="draft-state">
      {text}
    </StatusTag>
  );
}

function ChangesButton({ changes }: { readonly changes: readonly Change[] }) {
  const panel = (
    <Panel id="changes" title="What changes">
      <PanelBody>
        <PanelSection>
          <ChangeList changes={changes} none="Nothing: the draft says what is in force." />
        </PanelSection>
      </PanelBody>
    </Panel>
  );
  return (
    <Button size="sm" overlay={panel} testId="changes">
      {`What changes (${changes.length})`}
    </Button>
  );
}

function DiscardButton({ isBusy, discard }: { readonly isBusy: boolean; readonly discard: () => void }) {
  const { close } = useEditor();
  const dialog = (
    <Modal id="discard" title="Discard the draft" variant="danger">
      <ModalBody>
        <Text>Everything that was changed since the last publication is lost, whoever changed it.</Text>
      </ModalBody>
      <ModalFooter>
        <Button
          variant="destructive"
          onClick={() => {
            close('discard');
            discard();
          }}
          testId="confirm-discard"
        >
          Discard the draft
        </Button>
        <Button onClick={() => close('discard')}>Keep it</Button>
      </ModalFooter>
    </Modal>
  );
  return (
    <Button size="sm" variant="transparent" disabled={isBusy} overlay={dialog} testId="discard">
      Discard
    </Button>
  );
}
