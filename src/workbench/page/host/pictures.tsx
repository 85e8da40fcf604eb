import type { IllustrationProps, ImageProps, ScoreProps } from '@hubspot/ui-extensions';
import { RingProgress } from '@mantine/core';
import { useOverlay, useReactions } from './overlay.tsx';
import { eventOf, hrefProps } from './remote-values.ts';

export function Image({ src, alt = '', width, height, href, onClick, overlay, testId }: ImageProps) {
  const reactions = useReactions();
  const { open, place } = useOverlay(overlay);
  const press = () => {
    void onClick?.(eventOf('click'), reactions);
    open();
  };
  const image = <img className="wb-image" src={src} alt={alt} width={width} height={height} data-test-id={testId} />;
  if (href !== undefined) {
    return (
      <a {...hrefProps(href)} onClick={press}>
        {image}
      </a>
    );
  }
  if (onClick === undefined && !overlay) return image;
  return (
    <>
      <button type="button" className="wb-plain-button" onClick={press}>
        {image}
      </button>
      {place}
    </>
  );
}

/** HubSpot's drawings are not ours to show: a frame of the size with the name in it. */
export function Illustration({ name, alt, width = 160, height = 120, testId }: IllustrationProps) {
  return (
    <div role="img" aria-label={alt} className="wb-illustration" style={{ width, height }} data-test-id={testId}>
      {name}
    </div>
  );
}

/** Where the color of a score changes. @source @hubspot/ui-extensions 0.17, ScoreCircle */
const bandOf = (score: number): string => (score <= 32 ? 'red.8' : score <= 65 ? 'yellow.6' : 'teal.7');

export function ScoreCircle({ score, testId }: ScoreProps) {
  const shown = Math.round(Math.min(100, Math.max(0, score)));
  return (
    <div role="img" aria-label={`Score ${shown} of 100`} className="wb-score" data-test-id={testId}>
      <RingProgress
        size={64}
        thickness={6}
        roundCaps
        sections={[{ value: shown, color: bandOf(shown) }]}
        label={<strong>{shown}</strong>}
      />
    </div>
  );
}
