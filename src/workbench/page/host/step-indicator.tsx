import type { StepIndicatorProps } from '@hubspot/ui-extensions';

export function StepIndicator(props: StepIndicatorProps) {
  const { stepNames, currentStep = 0, direction = 'horizontal', variant = 'default', onClick, testId } = props;
  return (
    <ol className={`wb-steps wb-steps-${direction} wb-steps-${variant}`} data-test-id={testId}>
      {stepNames.map((name, index) => {
        const state = index < currentStep ? 'done' : index === currentStep ? 'current' : 'ahead';
        const content = (
          <>
            <span className="wb-step-circle" aria-hidden="true">
              {state === 'done' ? '✓' : ''}
            </span>
            <span className="wb-step-name">{name}</span>
          </>
        );
        return (
          <li
            key={index}
            className={`wb-step wb-step-${state}`}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            {onClick ? (
              <button type="button" className="wb-plain-button" onClick={() => onClick(index)}>
                {content}
              </button>
            ) : (
              content
            )}
          </li>
        );
      })}
    </ol>
  );
}
