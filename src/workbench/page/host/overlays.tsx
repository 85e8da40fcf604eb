import type {
  ModalBodyProps,
  ModalFooterProps,
  ModalProps,
  PanelBodyProps,
  PanelFooterProps,
  PanelProps,
  PanelSectionProps,
} from '@hubspot/ui-extensions';
import { Drawer, Modal as MantineModal } from '@mantine/core';
import { useOverlaySlot } from './overlay.tsx';
import { shortSize } from './remote-values.ts';

const WIDTHS = { sm: 480, md: 640, lg: 840 } as const;

/** Nothing slides in: a test, and a person, can use it at once. */
const AT_ONCE = { duration: 0 } as const;
const CLOSE = { 'aria-label': 'Close' } as const;

export function Modal({
  id,
  title,
  width = 'sm',
  variant = 'default',
  onOpen,
  onClose,
  children,
  testId,
  ...props
}: ModalProps) {
  const { isOpen, close } = useOverlaySlot({ id, onOpen, onClose });
  return (
    <MantineModal
      opened={isOpen}
      onClose={close}
      title={title}
      size={WIDTHS[shortSize(width) as keyof typeof WIDTHS]}
      centered
      transitionProps={AT_ONCE}
      closeButtonProps={CLOSE}
      classNames={{ header: `wb-modal-header wb-modal-${variant}`, body: 'wb-modal-body' }}
      aria-label={title === undefined ? props['aria-label'] : undefined}
      data-test-id={testId}
    >
      {children}
    </MantineModal>
  );
}

export function ModalBody({ children, testId }: ModalBodyProps) {
  return (
    <div className="wb-modal-content" data-test-id={testId}>
      {children}
    </div>
  );
}

export function ModalFooter({ children, testId }: ModalFooterProps) {
  return (
    <div className="wb-overlay-footer" data-test-id={testId}>
      {children}
    </div>
  );
}

export function Panel({
  id,
  title,
  width = 'sm',
  variant = 'default',
  onOpen,
  onClose,
  children,
  testId,
  ...props
}: PanelProps) {
  const { isOpen, close } = useOverlaySlot({ id, onOpen, onClose });
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      title={title}
      size={WIDTHS[shortSize(width) as keyof typeof WIDTHS]}
      position="right"
      withOverlay={variant === 'modal'}
      transitionProps={AT_ONCE}
      closeButtonProps={CLOSE}
      classNames={{ header: 'wb-modal-header', body: 'wb-panel', content: 'wb-panel-frame' }}
      aria-label={title === undefined ? props['aria-label'] : undefined}
      data-test-id={testId}
    >
      {children}
    </Drawer>
  );
}

export function PanelBody({ children, testId }: PanelBodyProps) {
  return (
    <div className="wb-panel-body" data-test-id={testId}>
      {children}
    </div>
  );
}

export function PanelSection({ flush = false, children, testId }: PanelSectionProps) {
  return (
    <section style={{ marginBottom: flush ? 0 : 24 }} data-test-id={testId}>
      {children}
    </section>
  );
}

export function PanelFooter({ children, testId }: PanelFooterProps) {
  return (
    <div className="wb-overlay-footer" data-test-id={testId}>
      {children}
    </div>
  );
}
