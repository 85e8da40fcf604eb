import type {
  AutoGridProps,
  BoxProps,
  CardProps,
  DividerProps,
  FlexProps,
  InlineProps,
  SpacerProps,
  TileProps,
} from '@hubspot/ui-extensions';
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

/** A row that wraps. */
export const Inline = (props: InlineProps) => <Flex {...props} direction="row" wrap="wrap" />;

/** As many columns as fit, of exactly the width, or of at least the width and together as wide as there is room. */
export function AutoGrid({ columnWidth, flexible = false, gap = 'flush', children, testId }: AutoGridProps) {
  const width = `min(${columnWidth}px, 100%)`;
  const columns = flexible ? `repeat(auto-fit, minmax(${width}, 1fr))` : `repeat(auto-fill, ${width})`;
  const style = { gridTemplateColumns: columns, gap: pixels(gap) };
  return (
    <div className="wb-auto-grid" style={style} data-test-id={testId}>
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

export const Card = (props: CardProps) => <Tile {...props} />;
