import type { FunctionComponent, ReactNode } from 'react';

/** What the workbench has no component for: seen at once, and found by a test. */
export function unmapped(name: string): FunctionComponent<{ readonly children?: ReactNode }> {
  return function Unmapped({ children }) {
    return (
      <div className="wb-unmapped" data-unmapped={name}>
        <strong>{name}</strong> has no component on the workbench
        {children}
      </div>
    );
  };
}
