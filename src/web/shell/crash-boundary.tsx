import { Component, type ErrorInfo, type ReactNode } from 'react';
import { CrashNotice } from './crash-notice.tsx';

/** Shows a notice instead of a white page when a component below it throws. */
export class CrashBoundary extends Component<{ children: ReactNode }, { hasCrashed: boolean }> {
  override state = { hasCrashed: false };

  static getDerivedStateFromError() {
    return { hasCrashed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo) {
    console.error(error, info.componentStack);
  }

  override render() {
    if (this.state.hasCrashed) return <CrashNotice />;
    return this.props.children;
  }
}
