import { Accordion as MantineAccordion } from '@mantine/core';
import type {
  AccordionProps,
  DescriptionListItemProps,
  DescriptionListProps,
  ListProps,
  StatisticsItemProps,
  StatisticsProps,
  StatisticsTrendProps,
} from '@hubspot/ui-extensions';
import { Children, useState } from 'react';

export function DescriptionList({ direction = 'column', children, testId }: DescriptionListProps) {
  return (
    <dl className={`wb-description-list wb-description-${direction}`} data-test-id={testId}>
      {children}
    </dl>
  );
}

export function DescriptionListItem({ label, children, testId }: DescriptionListItemProps) {
  return (
    <div className="wb-description-item" data-test-id={testId}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export function List({ variant = 'unordered', children, testId }: ListProps) {
  const Element = variant.startsWith('ordered') ? 'ol' : 'ul';
  return (
    <Element className={`wb-list wb-list-${variant}`} data-test-id={testId}>
      {Children.map(children, (item) => (
        <li>{item}</li>
      ))}
    </Element>
  );
}

const PANEL = 'content';

export function Accordion({
  title,
  open,
  defaultOpen = false,
  disabled = false,
  onClick,
  children,
  testId,
}: AccordionProps) {
  const [chosen, setChosen] = useState(defaultOpen);
  const isOpen = open ?? chosen;
  const press = () => {
    setChosen(!isOpen);
    onClick?.();
  };
  return (
    <MantineAccordion
      value={isOpen ? PANEL : null}
      onChange={press}
      chevronPosition="left"
      transitionDuration={0}
      variant="default"
      data-test-id={testId}
    >
      <MantineAccordion.Item value={PANEL}>
        <MantineAccordion.Control disabled={disabled}>{title}</MantineAccordion.Control>
        <MantineAccordion.Panel>{children}</MantineAccordion.Panel>
      </MantineAccordion.Item>
    </MantineAccordion>
  );
}

export function Statistics({ children, testId }: StatisticsProps) {
  return (
    <dl className="wb-statistics" data-test-id={testId}>
      {children}
    </dl>
  );
}

export function StatisticsItem({ label, number, children, testId }: StatisticsItemProps) {
  return (
    <div className="wb-statistics-item" data-test-id={testId}>
      <dt>{label}</dt>
      <dd>
        <div className="wb-statistics-number">{number}</div>
        {children}
      </dd>
    </div>
  );
}

export function StatisticsTrend({ value, direction = 'increase', color, testId }: StatisticsTrendProps) {
  const shown = color ?? (direction === 'increase' ? 'green' : 'red');
  return (
    <span className={`wb-trend wb-trend-${shown}`} data-test-id={testId}>
      <span aria-hidden="true">{direction === 'increase' ? '▲' : '▼'}</span> {value}
    </span>
  );
}
