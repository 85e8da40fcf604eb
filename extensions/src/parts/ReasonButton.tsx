import { Button, Flex, Modal, ModalBody, ModalFooter, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { Choice } from '../../../src/http/contract/cards.ts';

/** A button that asks for a reason in a dialog before it acts. */
export function ReasonButton({
  label,
  explanation,
  reasons,
  disabled,
  testId,
  close,
  onConfirm,
}: {
  readonly label: string;
  /** What will happen, for the dialog. */
  readonly explanation: string;
  readonly reasons: readonly Choice[];
  readonly disabled: boolean;
  readonly testId: string;
  /** Closes the dialog of this id. */
  readonly close: (id: string) => void;
  readonly onConfirm: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  const [isMissing, setMissing] = useState(false);
  const id = `${testId}-dialog`;

  const choose = (value: string) => {
    setReason(value);
    setMissing(false);
  };
  const confirm = () => {
    if (reason === '') return setMissing(true);
    close(id);
    choose('');
    onConfirm(reason);
  };
  const dialog = (
    <Modal id={id} title={label} onClose={() => choose('')}>
      <ModalBody>
        <Flex direction="column" gap="sm">
          <Text>{explanation}</Text>
          <Select
            label="Reason"
            name="reason"
            required={true}
            options={[...reasons]}
            value={reason}
            onChange={(value) => choose(String(value))}
            error={isMissing}
            validationMessage={isMissing ? 'Choose a reason.' : ''}
            testId={`${testId}-reason`}
          />
        </Flex>
      </ModalBody>
      <ModalFooter>
        <Button variant="primary" onClick={confirm} testId={`${testId}-confirm`}>
          {label}
        </Button>
        <Button onClick={() => close(id)} testId={`${testId}-cancel`}>
          Cancel
        </Button>
      </ModalFooter>
    </Modal>
  );
  return (
    <Button overlay={dialog} disabled={disabled} testId={testId}>
      {label}
    </Button>
  );
}
