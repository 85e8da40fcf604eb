import { Button, Flex, Modal, ModalBody, ModalFooter, Text } from '@hubspot/ui-extensions';
import type { ChecklistItem } from '../../../src/http/contract/cards.ts';
import { GateList } from './GateList.tsx';

/**
 * A button that enters a stage. What the stage requires holds it up; what it asks for is listed in a dialog first, so that whoever goes
 * on without it does so knowingly, and the click says what they saw.
 */
export function AcceptButton({
  label,
  items,
  disabled,
  testId,
  size,
  close,
  onAccept,
}: {
  readonly label: string;
  /** What the stage asks for. */
  readonly items: readonly ChecklistItem[];
  readonly disabled: boolean;
  readonly testId: string;
  readonly size?: 'xs';
  /** Closes the dialog of this id. */
  readonly close: (id: string) => void;
  /** @param despite  ids of what is missing and was seen */
  readonly onAccept: (despite: string[]) => void;
}) {
  const missing = items.filter(({ done, level }) => !done && level === 'warn');
  const isBlocked = items.some(({ done, level }) => !done && level === 'block');
  const look = { variant: size ? 'secondary' : 'primary', ...(size ? { size } : {}), testId } as const;
  if (isBlocked || missing.length === 0)
    return (
      <Button {...look} disabled={disabled || isBlocked} onClick={() => onAccept([])}>
        {label}
      </Button>
    );
  const id = `${testId}-dialog`;
  const confirm = () => {
    close(id);
    onAccept(missing.map((item) => item.id));
  };
  const dialog = (
    <Modal id={id} title={label} onClose={() => undefined}>
      <ModalBody>
        <Flex direction="column" gap="sm">
          <Text>This is missing. You can mend it first, or go on without it, which is noted under your name.</Text>
          <GateList items={missing} />
        </Flex>
      </ModalBody>
      <ModalFooter>
        <Button variant="primary" onClick={confirm} testId={`${testId}-confirm`}>
          {`${label} all the same`}
        </Button>
        <Button onClick={() => close(id)} testId={`${testId}-cancel`}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
  return (
    <Button {...look} overlay={dialog} disabled={disabled}>
      {label}
    </Button>
  );
}
