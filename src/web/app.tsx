import { lazy, Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { CallsPage } from './calls/calls-page.tsx';
import { AppFrame } from './shell/app-frame.tsx';
import { CrashBoundary } from './shell/crash-boundary.tsx';
import { NotFound } from './shell/not-found.tsx';
import { PageLoading } from './shell/page-loading.tsx';

const CallPage = lazy(() => import('./call/call-page.tsx'));

/** The pages by address; the call page comes in its own file so that the list opens fast. */
export function App() {
  return (
    <AppFrame>
      <CrashBoundary>
        <Suspense fallback={<PageLoading />}>
          <Switch>
            <Route path="/">
              <Redirect to="/calls" replace />
            </Route>
            <Route path="/calls" component={CallsPage} />
            <Route path="/calls/:id">{({ id }) => <CallPage key={id} id={id} />}</Route>
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </CrashBoundary>
    </AppFrame>
  );
}
