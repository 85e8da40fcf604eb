import { Badge, CloseButton } from '@mantine/core';
import type { LinkProps, StatusTagProps, TagProps } from '@hubspot/ui-extensions';
import type { MouseEvent } from 'react';
import { useOverlay, useReactions } from './overlay.tsx';
import { eventOf, hrefProps } from './remote-values.ts';

export function Link({
  href,
  variant = 'primary',
  preventDefault = false,
  overlay,
  onClick,
  children,
  testId,
}: LinkProps) {
  const reactions = useReactions();
  const { open, place } = useOverlay(overlay);
  const press = (event: MouseEvent) => {
    if (preventDefault || overlay) event.preventDefault();
    void onClick?.(eventOf('click'), reactions);
    open();
  };
  return (
    <>
      <a className={`wb-link wb-link-${variant}`} {...hrefProps(href)} onClick={press} data-test-id={testId}>
        {children}
      </a>
      {place}
    </>
  );
}

const COLORS = {
  default: 'gray',
  info: 'blue',
  success: 'teal',
  warning: 'yellow',
  error: 'red',
  danger: 'red',
} as const;

export function Tag({ variant = 'default', inline = false, overlay, onClick, children, testId }: TagProps) {
  const reactions = useReactions();
  const { open, place } = useOverlay(overlay);
  const press = () => {
    void onClick?.(eventOf('click'), reactions);
    open();
  };
  const look = { color: COLORS[variant], variant: 'light', radius: 'sm', tt: 'none', fw: 500, c: 'dark.7' } as const;
  const isPressable = onClick !== undefined || Boolean(overlay);
  const tag = isPressable ? (
    <Badge component="button" type="button" {...look} onClick={press} data-test-id={testId} className="wb-tag-button">
      {children}
    </Badge>
  ) : (
    <Badge {...look} data-test-id={testId}>
      {children}
    </Badge>
  );
  return (
    <>
      {inline ? tag : <div>{tag}</div>}
      {place}
    </>
  );
}

export function StatusTag(props: StatusTagProps) {
  const {
    variant = 'default',
    hollow = false,
    showRemoveIcon = false,
    onClick,
    onRemoveClick,
    children,
    testId,
  } = props;
  const dot = <i className={`wb-dot wb-dot-${variant}${hollow ? ' wb-hollow' : ''}`} aria-hidden="true" />;
  return (
    <span className="wb-status-tag" data-test-id={testId}>
      {onClick ? (
        <button type="button" className="wb-plain-button" onClick={() => onClick()}>
          {dot}
          {children}
        </button>
      ) : (
        <>
          {dot}
          {children}
        </>
      )}
      {showRemoveIcon && <CloseButton size="xs" aria-label="Remove" onClick={() => onRemoveClick?.()} />}
    </span>
  );
}
