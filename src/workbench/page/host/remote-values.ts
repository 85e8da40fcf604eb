import type { AllDistances, AllSizes, ExtensionEvent, HrefProp } from '@hubspot/ui-extensions';

/** What the SDK calls sizes and distances, as lengths in pixels. */
const PIXELS: Readonly<Record<AllDistances, number>> = {
  flush: 0,
  xs: 4,
  'extra-small': 4,
  sm: 8,
  small: 8,
  md: 16,
  medium: 16,
  lg: 24,
  large: 24,
  xl: 32,
  'extra-large': 32,
};

export const pixels = (distance: AllDistances): number => PIXELS[distance];

export type ShortSize = 'xs' | 'sm' | 'md' | 'lg' | 'xl';

const SHORT: Readonly<Record<string, ShortSize>> = {
  'extra-small': 'xs',
  small: 'sm',
  medium: 'md',
  default: 'md',
  large: 'lg',
  'extra-large': 'xl',
};

export const shortSize = (size: AllSizes | 'default'): ShortSize => SHORT[size] ?? (size as ShortSize);

/** Handlers in the worker get plain data: a DOM event cannot cross. */
export const eventOf = (type: string): ExtensionEvent => ({
  type,
  bubbles: true,
  timeStamp: performance.now(),
  id: '',
});

/** Attributes of a link; one that leads out of the page opens beside it. */
export function hrefProps(href: HrefProp): { href: string; target?: string; rel?: string } {
  const { url, external = false } = typeof href === 'string' ? { url: href } : href;
  return external ? { href: url, target: '_blank', rel: 'noreferrer' } : { href: url };
}
