import type { BoxProps, DividerProps, FlexProps, SpacerProps, TileProps } from '@hubspot/ui-extensions';
import { pixels } from './remote-values.ts';

const SIDES = { start: 'flex-start', end: 'flex-end', around: 'space-around', between: 'space-between' } as const;

const side = <T extends string>(value: T) => (value in SIDES ? SIDES[value as keyof typeof SIDES] : value);

export function Flex({
  direction = 'row',
  justify = 'start',
  align = 'stretch',
  alignSelf,
  wrap = 'nowrap',
  gap = 'flush',
  children,
  testId,
}: FlexProps) {
  const style = {
    flexDirection: direction,
    justifyContent: side(justify),
    alignItems: side(align),
    ...(alignSelf === undefined ? {} : { alignSelf: side(alignSelf) }),
    flexWrap: wrap === true ? 'wrap' : wrap === false ? 'nowrap' : wrap,
    gap: pixels(gap),
  } as const;
  return (
    <div className="wb-flex" style={style} data-test-id={testId}>
      {children}
    </div>
  );
}

export function Box({ flex = 'initial', alignSelf = 'auto', children, testId }: BoxProps) {
  return (
    <div className="wb-box" style={{ flex, alignSelf: side(alignSelf) }} data-test-id={testId}>
      {children}
    </div>
  );
}

export function Divider({ size, distance, testId }: DividerProps) {
  return (
    <hr className="wb-divider" style={{ marginBlock: pixels(size ?? distance ?? 'small') }} data-test-id={testId} />
  );
}

export function Spacer({ size = 'small', testId }: SpacerProps) {
  return <div aria-hidden="true" style={{ height: pixels(size), width: pixels(size) }} data-test-id={testId} />;
}

export function Tile({ compact = false, flush = false, children, testId }: TileProps) {
  const padding = flush ? 0 : compact ? 12 : 20;
  return (
    <div className="wb-tile" style={{ padding }} data-test-id={testId}>
      {children}
    </div>
  );
}
