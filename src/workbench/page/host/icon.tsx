import type { IconNames, IconProps } from '@hubspot/ui-extensions';
import { ICON_SHAPES } from './icon-shapes.ts';
import { shortSize } from './remote-values.ts';

const COLORS = { alert: '#c8372d', warning: '#a86f00', success: '#0b7d5e', inherit: 'currentcolor' } as const;
const SIZES = { xs: 12, sm: 14, md: 18, lg: 26, xl: 32 } as const;

/** An icon stands in the text around it unless it has a size; only one with a text for screen readers is read. */
export function Icon({ name, color = 'inherit', size, screenReaderText, testId }: IconProps) {
  const length = size === undefined ? '1.1em' : SIZES[shortSize(size)];
  const spoken = screenReaderText ? { role: 'img', 'aria-label': screenReaderText } : { 'aria-hidden': true };
  return (
    <span className="wb-icon" style={{ color: COLORS[color] }} data-icon={name} data-test-id={testId} {...spoken}>
      <IconShape name={name} length={length} />
    </span>
  );
}

/** An icon without lines of its own here is a ring with a letter: it has its place, and its name can be seen. */
export function IconShape({ name, length = '1.1em' }: { readonly name: IconNames; readonly length?: string | number }) {
  const shape = ICON_SHAPES[name];
  return (
    <svg width={length} height={length} viewBox="0 0 24 24" className="wb-icon-shape" aria-hidden="true">
      {shape === undefined ? (
        <>
          <circle cx="12" cy="12" r="10" />
          <text x="12" y="16.5" textAnchor="middle">
            {name.charAt(0).toUpperCase()}
          </text>
        </>
      ) : (
        <path d={shape} />
      )}
    </svg>
  );
}
