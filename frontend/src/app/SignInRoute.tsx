import { useEffect } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import { useMe, useSetup } from '@/api/useMe';
import { SignInPage } from '@/features/account/SignInPage';

/** Only addresses inside the app are followed after signing in. */
const inside = (next: string | null) => (next?.startsWith('/') && !next.startsWith('//') ? next : '/');

export function SignInRoute() {
  const [params] = useSearchParams();
  const me = useMe().data;
  const setup = useSetup().data;
  useEffect(() => {
    document.title = 'Sign in, Dailies';
  }, []);
  if (me) return <Navigate to={inside(params.get('next'))} replace />;
  return <SignInPage setup={setup} />;
}
