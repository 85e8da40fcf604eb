import { Component, type ReactNode } from 'react';
import { CardFailure } from './card-failure.tsx';

interface CardBoundaryProps {
  readonly cardId: string;
  readonly children: ReactNode;
}

/** Keeps what one card draws wrongly from taking the page with it. */
export class CardBoundary extends Component<CardBoundaryProps, { readonly message?: string }> {
  override readonly state: { readonly message?: string } = {};

  static getDerivedStateFromError(error: Error) {
    return { message: error.message };
  }

  override render(): ReactNode {
    const { cardId, children } = this.props;
    const { message } = this.state;
    return message === undefined ? children : <CardFailure cardId={cardId} message={message} />;
  }
}
