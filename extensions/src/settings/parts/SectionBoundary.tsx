import { ErrorState, Text } from '@hubspot/ui-extensions';
import { Component, type ReactNode } from 'react';

interface SectionBoundaryProps {
  /** Tells one draft from the next: what could not be drawn is tried anew. */
  readonly draftKey: string;
  readonly children: ReactNode;
}

/** A draft that came from a file may be anything: a section that cannot be drawn of it does not take the page with it. */
export class SectionBoundary extends Component<SectionBoundaryProps, { readonly hasFailed: boolean }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override componentDidUpdate({ draftKey }: SectionBoundaryProps): void {
    if (this.state.hasFailed && draftKey !== this.props.draftKey) this.setState({ hasFailed: false });
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <ErrorState title="This section of the draft cannot be shown">
        <Text>The overview says what is wrong with it. Hand over a mended file, or discard the draft.</Text>
      </ErrorState>
    );
  }
}
