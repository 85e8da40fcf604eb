import { Component, type ReactNode } from 'react';
import { Failure } from './failure.tsx';

interface BoundaryProps {
  readonly id: string;
  readonly children: ReactNode;
}

/** Keeps what one extension draws wrongly from taking the page with it. */
export class Boundary extends Component<BoundaryProps, { readonly message?: string }> {
  override readonly state: { readonly message?: string } = {};

  static getDerivedStateFromError(error: Error) {
    return { message: error.message };
  }

  override render(): ReactNode {
    const { id, children } = this.props;
    const { message } = this.state;
    return message === undefined ? children : <Failure id={id} message={message} />;
  }
}
