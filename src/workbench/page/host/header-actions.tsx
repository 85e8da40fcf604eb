import type { HeaderActionButtonProps, HeaderActionsProps } from '@hubspot/ui-extensions';
import { useContext } from 'react';
import { createPortal } from 'react-dom';
import { HeaderSlot } from '../app-page/header-slot.ts';
import { Button } from './buttons.tsx';

/** Drawn in the header of the app's home page, wherever in the page they are written. */
export function HeaderActions({ children }: HeaderActionsProps) {
  const slot = useContext(HeaderSlot);
  return slot && createPortal(children, slot);
}

export const PrimaryHeaderActionButton = (props: HeaderActionButtonProps) => <Button {...props} variant="primary" />;

export const SecondaryHeaderActionButton = (props: HeaderActionButtonProps) => (
  <Button {...props} variant="secondary" />
);
