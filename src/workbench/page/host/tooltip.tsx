import type { TooltipProps } from '@hubspot/ui-extensions';
import { Tooltip as MantineTooltip } from '@mantine/core';
import { useCallback, useState } from 'react';

/** The overlay of a button, link or tag, which stands just before it: shown while that is pointed at or has the focus. */
export function Tooltip({ placement = 'top', children, testId }: TooltipProps) {
  const [target, setTarget] = useState<HTMLElement | null>(null);
  const find = useCallback((mark: HTMLElement | null) => {
    setTarget((mark?.previousElementSibling as HTMLElement | null | undefined) ?? null);
  }, []);
  const events = { hover: true, focus: true, touch: false };
  return (
    <>
      <span ref={find} hidden />
      {target && (
        <MantineTooltip
          target={target}
          label={children}
          position={placement}
          events={events}
          transitionProps={{ duration: 0 }}
          data-test-id={testId}
        />
      )}
    </>
  );
}
