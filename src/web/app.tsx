import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import { CallsPage } from './calls/calls-page.tsx';
import { AppFrame } from './shell/app-frame.tsx';
import { CrashBoundary } from './shell/crash-boundary.tsx';
import { HomeRedirect } from './shell/home-redirect.tsx';
import { NotFound } from './shell/not-found.tsx';
import { PageLoading } from './shell/page-loading.tsx';

const AuditPage = lazy(() => import('./audit/audit-page.tsx'));
const UsersPage = lazy(() => import('./people/users-page.tsx'));
const SignInPage = lazy(() => import('./session/sign-in-page.tsx'));
const ReportsPage = lazy(() => import('./reports/reports-page.tsx'));
const QueuePage = lazy(() => import('./review/queue-page.tsx'));
const CallPage = lazy(() => import('./call/call-page.tsx'));

/** The pages by address; all but the list come in their own files so that the list opens fast. */
export function App() {
  return (
    <AppFrame>
      <CrashBoundary>
        <Suspense fallback={<PageLoading />}>
          <Switch>
            <Route path="/">
              <HomeRedirect />
            </Route>
            <Route path="/calls" component={CallsPage} />
            <Route path="/calls/:id">{({ id }) => <CallPage key={id} id={id} />}</Route>
            <Route path="/review" component={QueuePage} />
            <Route path="/users" component={UsersPage} />
            <Route path="/audit" component={AuditPage} />
            <Route path="/sign-in" component={SignInPage} />
            <Route path="/reports/*?" component={ReportsPage} />
            <Route component={NotFound} />
          </Switch>
        </Suspense>
      </CrashBoundary>
    </AppFrame>
  );
}
