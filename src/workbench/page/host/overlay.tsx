import type { Reactions } from '@hubspot/ui-extensions';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';

interface Overlay {
  open(): void;
  close(): void;
}

/** The modals and panels of one card, by their ids. */
export class OverlayRegistry {
  readonly #overlays = new Map<string, Overlay>();

  /** What handlers of the card get as their second argument. */
  readonly reactions: Reactions = {
    openModal: (id) => this.#overlays.get(id)?.open(),
    openPanel: (id) => this.#overlays.get(id)?.open(),
    closeModal: (id) => this.close(id),
    closePanel: (id) => this.close(id),
  };

  close(id: string): void {
    this.#overlays.get(id)?.close();
  }

  /** @returns a function that takes it out again */
  add(id: string, overlay: Overlay): () => void {
    this.#overlays.set(id, overlay);
    return () => {
      if (this.#overlays.get(id) === overlay) this.#overlays.delete(id);
    };
  }
}

export const Overlays = createContext(new OverlayRegistry());

export const useReactions = (): Reactions => useContext(Overlays).reactions;

interface Slot {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

const OverlaySlot = createContext<Slot | null>(null);

/** For what has an `overlay`: the place to render it, and a way to open it. The overlay is there, closed, from the start. */
export function useOverlay(overlay: ReactNode): { open: () => void; place: ReactNode } {
  const [isOpen, setOpen] = useState(false);
  const slot = useMemo(() => ({ isOpen, setOpen }), [isOpen]);
  const place = overlay ? <OverlaySlot.Provider value={slot}>{overlay}</OverlaySlot.Provider> : null;
  return { open: () => setOpen(true), place };
}

interface OverlayProps {
  readonly id: string;
  readonly onOpen?: (() => void) | undefined;
  readonly onClose?: (() => void) | undefined;
}

/** For a modal or panel: whether it is open, known to its card under its id, telling the card when it opens and closes. */
export function useOverlaySlot({ id, onOpen, onClose }: OverlayProps): { isOpen: boolean; close: () => void } {
  const registry = useContext(Overlays);
  const slot = useContext(OverlaySlot);
  if (slot === null) throw new Error(`The overlay "${id}" must be the overlay of a button, link or tag.`);
  const { isOpen, setOpen } = slot;
  useEffect(
    () => registry.add(id, { open: () => setOpen(true), close: () => setOpen(false) }),
    [registry, id, setOpen],
  );
  const wasOpen = useRef(false);
  useEffect(() => {
    if (isOpen === wasOpen.current) return;
    wasOpen.current = isOpen;
    if (isOpen) onOpen?.();
    else onClose?.();
  }, [isOpen, onOpen, onClose]);
  return { isOpen, close: () => setOpen(false) };
}
