import { Button as MantineButton } from '@mantine/core';
import type { ButtonProps, ButtonRowProps, LoadingButtonProps } from '@hubspot/ui-extensions';
import { Children, useEffect, useRef } from 'react';
import { useOverlay, useReactions } from './overlay.tsx';
import { eventOf, hrefProps, shortSize } from './remote-values.ts';

/** HubSpot's variants of buttons, in Mantine's words. */
export const BUTTON_LOOKS = {
  primary: { variant: 'filled', color: 'dark' },
  secondary: { variant: 'default' },
  destructive: { variant: 'filled', color: 'red.8' },
  transparent: { variant: 'subtle', color: 'dark' },
} as const;

/** Buttons have three sizes, the middle one without being asked. */
export const buttonSize = (size: NonNullable<ButtonProps['size']> = 'md') =>
  ({ xs: 'compact-xs', sm: 'compact-sm', md: 'sm' })[shortSize(size) as 'xs' | 'sm' | 'md'];

type Common = Omit<ButtonProps, 'overlay'> & { readonly loading?: boolean };

/** The button itself. `onPress` happens after the card's own handler was called. */
function Pressable({ onPress, loading = false, ...props }: Common & { readonly onPress: () => void }) {
  const { variant = 'secondary', size, type = 'button', disabled = false, href, children, testId } = props;
  const reactions = useReactions();
  const press = () => {
    void props.onClick?.(eventOf('click'), reactions);
    onPress();
  };
  const shared = {
    ...BUTTON_LOOKS[variant],
    size: buttonSize(size),
    className: props.truncate ? 'wb-button wb-truncate' : 'wb-button',
    'data-test-id': testId,
    onClick: press,
  };
  if (href !== undefined && !disabled) {
    return (
      <MantineButton component="a" {...hrefProps(href)} {...shared}>
        {children}
      </MantineButton>
    );
  }
  return (
    <MantineButton type={type} disabled={disabled} loading={loading} aria-busy={loading} {...shared}>
      {children}
    </MantineButton>
  );
}

export function Button({ overlay, ...props }: ButtonProps) {
  const { open, place } = useOverlay(overlay);
  return (
    <>
      <Pressable {...props} onPress={open} />
      {place}
    </>
  );
}

export function LoadingButton({ overlay, overlayOptions, loading = false, ...props }: LoadingButtonProps) {
  const { open, place } = useOverlay(overlay);
  const opensLate = overlayOptions?.openBehavior === 'onLoadingFinish';
  const wasLoading = useRef(loading);
  useEffect(() => {
    if (opensLate && wasLoading.current && !loading) open();
    wasLoading.current = loading;
  });
  return (
    <>
      <Pressable {...props} loading={loading} onPress={opensLate ? () => undefined : open} />
      {place}
    </>
  );
}

export function ButtonRow({ children, testId }: ButtonRowProps) {
  return (
    <div className="wb-button-row" role="group" data-test-id={testId}>
      {Children.toArray(children)}
    </div>
  );
}
