import type { HeadingProps, TextFormatOptions, TextProps, TruncateOptions } from '@hubspot/ui-extensions';
import type { CSSProperties } from 'react';

const WEIGHTS = { regular: 400, demibold: 600, bold: 700 } as const;
const LINES = { none: 'none', underline: 'underline', strikethrough: 'line-through' } as const;

function formatStyle({ fontWeight, italic, lineDecoration, textTransform }: TextFormatOptions): CSSProperties {
  return {
    ...(fontWeight === undefined ? {} : { fontWeight: WEIGHTS[fontWeight] }),
    ...(italic ? { fontStyle: 'italic' } : {}),
    ...(lineDecoration === undefined ? {} : { textDecoration: LINES[lineDecoration] }),
    ...(textTransform === undefined || textTransform === 'sentenceCase' ? {} : { textTransform }),
  };
}

export function Text({ variant = 'bodytext', inline = false, format = {}, truncate, children, testId }: TextProps) {
  const limits: TruncateOptions = typeof truncate === 'object' ? truncate : {};
  const classes = ['wb-text', `wb-${variant}`, truncate ? 'wb-truncate' : ''].join(' ');
  const style = { ...formatStyle(format), ...(limits.maxWidth ? { maxWidth: limits.maxWidth } : {}) };
  const Element = inline ? 'span' : 'div';
  return (
    <Element className={classes} style={style} title={limits.tooltipText} data-test-id={testId}>
      {children}
    </Element>
  );
}

export function Heading({ inline = false, children, testId }: HeadingProps) {
  return (
    <h3 className="wb-heading" style={inline ? { display: 'inline' } : {}} data-test-id={testId}>
      {children}
    </h3>
  );
}
