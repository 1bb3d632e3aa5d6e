import { useEffect } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { WelcomePage } from '@/features/account/WelcomePage';

export function WelcomeRoute() {
  const navigate = useNavigate();
  const [params] = useSearchParams();
  useEffect(() => {
    document.title = 'Welcome, Dailies';
  }, []);
  return (
    <WelcomePage token={params.get('token') ?? ''} onSignedIn={() => void navigate('/', { replace: true })} />
  );
}
