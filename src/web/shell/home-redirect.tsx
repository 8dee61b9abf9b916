import { Redirect } from 'wouter';
import { useMe } from '../session/use-me.ts';
import { navigation } from './navigation.ts';
import { PageLoading } from './page-loading.tsx';

/** Leads to the first page the reader may use. */
export function HomeRedirect() {
  const me = useMe();
  if (me === undefined) return <PageLoading />;
  const start = navigation.find(({ action }) => me.actions.includes(action));
  return <Redirect to={start?.href ?? '/calls'} replace />;
}
