import type { DropdownButtonItemProps, DropdownProps } from '@hubspot/ui-extensions';
import { Button, Menu } from '@mantine/core';
import { BUTTON_LOOKS, buttonSize } from './buttons.tsx';
import { useOverlay, useReactions } from './overlay.tsx';
import { eventOf } from './remote-values.ts';

/** The items stay when the menu closes: an overlay that one of them opened belongs to it. */
export function Dropdown(props: DropdownProps) {
  const { variant = 'secondary', buttonText = 'More', disabled = false, options = [], children, testId } = props;
  return (
    <Menu keepMounted transitionProps={{ duration: 0 }} position="bottom-start">
      <Menu.Target>
        <Button
          {...BUTTON_LOOKS[variant]}
          size={buttonSize(props.buttonSize)}
          disabled={disabled}
          rightSection={<span aria-hidden="true">▾</span>}
          className="wb-button"
          data-test-id={testId}
        >
          {buttonText}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map(({ label, onClick }, index) => (
          <Menu.Item key={index} onClick={() => onClick?.()}>
            {label}
          </Menu.Item>
        ))}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}

export function DropdownButtonItem({ onClick, overlay, children, testId }: DropdownButtonItemProps) {
  const reactions = useReactions();
  const { open, place } = useOverlay(overlay);
  const press = () => {
    void onClick?.(eventOf('click'), reactions);
    open();
  };
  return (
    <>
      <Menu.Item onClick={press} data-test-id={testId}>
        {children}
      </Menu.Item>
      {place}
    </>
  );
}
