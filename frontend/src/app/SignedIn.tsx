import { Navigate, Outlet, useLocation } from 'react-router';
import { sayProblem } from '@/api/client';
import { useMe } from '@/api/useMe';
import { Button } from '@/shared/ui';
import { ProblemPage } from './ProblemRoutes';

/** Lets through who is signed in, sends everyone else to the sign-in page and back again. */
export function SignedIn() {
  const me = useMe();
  const { pathname, search } = useLocation();
  if (me.isPending) return null;
  if (me.isError) {
    return (
      <ProblemPage
        title="The studio did not answer"
        action={
          <Button variant="filled" onClick={() => void me.refetch()}>
            Try again
          </Button>
        }
      >
        {sayProblem(me.error)}
      </ProblemPage>
    );
  }
  if (me.data === null) {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`/sign-in${next}`} replace />;
  }
  return <Outlet />;
}
