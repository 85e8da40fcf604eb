import { Alert, CloseButton, Group } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';

export interface Toast {
  readonly type?: 'info' | 'warning' | 'success' | 'danger' | 'tip';
  readonly title?: string;
  readonly message: string;
}

const Toasts = createContext<(toast: Toast) => void>(() => undefined);

/** @returns shows a message for a while, at the top of the page */
export const useToast = (): ((toast: Toast) => void) => useContext(Toasts);

export const colors = {
  info: 'blue',
  tip: 'blue',
  success: 'teal',
  warning: 'yellow',
  danger: 'red',
  error: 'red',
} as const;

const SHOWN_MS = 8_000;

export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<readonly (Toast & { id: number })[]>([]);
  const lastId = useRef(0);
  const remove = useCallback((id: number) => setShown((all) => all.filter((toast) => toast.id !== id)), []);
  const add = useCallback(
    (toast: Toast) => {
      const id = (lastId.current += 1);
      setShown((all) => [...all, { ...toast, id }]);
      setTimeout(() => remove(id), SHOWN_MS);
    },
    [remove],
  );
  const list = useMemo(
    () =>
      shown.map(({ id, type = 'info', title, message }) => (
        <Alert key={id} color={`${colors[type]}.9`} variant="filled" radius="sm" p="sm" className="wb-toast">
          <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              {title && <strong>{title} </strong>}
              {message}
            </div>
            <CloseButton
              aria-label="Close message"
              size="sm"
              variant="transparent"
              c="white"
              onClick={() => remove(id)}
            />
          </Group>
        </Alert>
      )),
    [shown, remove],
  );
  return (
    <Toasts.Provider value={add}>
      {children}
      <div className="wb-toasts" aria-live="polite">
        {list}
      </div>
    </Toasts.Provider>
  );
}
