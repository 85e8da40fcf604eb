import { Modal } from '@mantine/core';
import type { IframeModal } from './actions.ts';

export function IframeView({ modal, close }: { readonly modal: IframeModal; readonly close: () => void }) {
  const end = () => {
    close();
    modal.onClose();
  };
  return (
    <Modal opened onClose={end} title={modal.title} size={modal.width} centered transitionProps={{ duration: 0 }}>
      <iframe src={modal.uri} title={modal.title ?? 'App'} width="100%" height={modal.height} className="wb-iframe" />
    </Modal>
  );
}
