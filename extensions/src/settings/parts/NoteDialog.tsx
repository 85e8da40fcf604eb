import { Button, Flex, Modal, ModalBody, ModalFooter, Text, TextArea } from '@hubspot/ui-extensions';
import { type ReactNode, useState } from 'react';
import { useEditor } from '../editor.ts';

const SHORTEST = 3;

/** A button that asks for a note in a dialog before it acts: later somebody asks why. */
export function NoteDialog({
  id,
  label,
  title,
  explanation,
  variant = 'secondary',
  size = 'sm',
  disabled,
  more,
  onConfirm,
}: {
  readonly id: string;
  readonly label: string;
  readonly title: string;
  readonly explanation: string;
  readonly variant?: 'primary' | 'secondary' | 'transparent';
  readonly size?: 'xs' | 'sm';
  readonly disabled: boolean;
  /** Further fields of the dialog. */
  readonly more?: ReactNode;
  readonly onConfirm: (note: string) => void;
}) {
  const { close } = useEditor();
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const confirm = () => {
    if (note.trim().length < SHORTEST) return setMissing(true);
    close(id);
    setNote('');
    setMissing(false);
    onConfirm(note.trim());
  };
  const dialog = (
    <Modal id={id} title={title}>
      <ModalBody>
        <Flex direction="column" gap="sm">
          <Text>{explanation}</Text>
          <TextArea
            label="Why"
            name={`${id}-why`}
            required={true}
            rows={2}
            value={note}
            onInput={(text) => {
              setNote(text);
              setMissing(false);
            }}
            error={isMissing}
            validationMessage={isMissing ? 'Say why in a few words.' : ''}
          />
          {more}
        </Flex>
      </ModalBody>
      <ModalFooter>
        <Button variant="primary" onClick={confirm} testId={`confirm-${id}`}>
          {title}
        </Button>
        <Button onClick={() => close(id)}>Cancel</Button>
      </ModalFooter>
    </Modal>
  );
  return (
    <Button size={size} variant={variant} disabled={disabled} overlay={dialog} testId={id}>
      {label}
    </Button>
  );
}
