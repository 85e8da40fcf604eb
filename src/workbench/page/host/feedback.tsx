import { Alert as MantineAlert, Loader, Progress } from '@mantine/core';
import type {
  AlertProps,
  EmptyStateProps,
  ErrorStateProps,
  LoadingSpinnerProps,
  ProgressBarProps,
} from '@hubspot/ui-extensions';
import { colors } from '../toasts.tsx';
import { shortSize } from './remote-values.ts';

export function Alert({ title, variant = 'info', children, testId }: AlertProps) {
  return (
    <MantineAlert title={title} color={colors[variant]} variant="light" radius="sm" p="sm" data-test-id={testId}>
      {children}
    </MantineAlert>
  );
}

export function EmptyState({ title, layout = 'horizontal', flush = false, children, testId }: EmptyStateProps) {
  return (
    <div className={`wb-state wb-state-${layout}`} style={{ padding: flush ? 0 : 16 }} data-test-id={testId}>
      <div className="wb-state-picture" aria-hidden="true">
        ◌
      </div>
      <div>
        {title && <h3 className="wb-heading">{title}</h3>}
        {children}
      </div>
    </div>
  );
}

const PICTURES = { error: '!', support: '?', lock: '×' } as const;

export function ErrorState({ title, type = 'error', children, testId }: ErrorStateProps) {
  return (
    <div className="wb-state wb-state-vertical" role="alert" data-test-id={testId}>
      <div className="wb-state-picture wb-state-error" aria-hidden="true">
        {PICTURES[type]}
      </div>
      <div>
        {title && <h3 className="wb-heading">{title}</h3>}
        {children}
      </div>
    </div>
  );
}

export function LoadingSpinner(props: LoadingSpinnerProps) {
  const { label, showLabel = false, size = 'sm', layout = 'inline', testId } = props;
  return (
    <div className={`wb-spinner wb-spinner-${layout}`} role="status" data-test-id={testId}>
      <Loader size={shortSize(size)} color="dark" aria-hidden="true" />
      <span className={showLabel ? '' : 'wb-hidden'}>{label}</span>
    </div>
  );
}

const PROGRESS = { success: 'teal', warning: 'yellow', danger: 'red' } as const;

export function ProgressBar(props: ProgressBarProps) {
  const { title, value = 0, maxValue, valueMax, showPercentage = false, valueDescription, testId } = props;
  const most = maxValue ?? valueMax ?? 100;
  const percent = most === 0 ? 0 : (value / most) * 100;
  const label = props['aria-label'] ?? title;
  return (
    <div data-test-id={testId}>
      {(title || valueDescription || showPercentage) && (
        <div className="wb-progress-head wb-microcopy">
          <span>{title}</span>
          <span>
            {[valueDescription, showPercentage ? `${Math.round(percent)} %` : ''].filter(Boolean).join(' · ')}
          </span>
        </div>
      )}
      <Progress
        value={percent}
        color={PROGRESS[props.variant ?? 'success']}
        size="md"
        aria-label={label ?? 'Progress'}
      />
    </div>
  );
}
