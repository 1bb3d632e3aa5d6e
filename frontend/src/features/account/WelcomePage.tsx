import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { openOwnerLink } from '@/api/account';
import { sayProblem } from '@/api/client';
import { ME_KEY } from '@/api/useMe';
import { buttonClass } from '@/shared/ui';
import { AuthCard } from './AuthCard';

interface WelcomePageProps {
  /** The one-time token of the printed link. */
  token: string;
  onSignedIn: () => void;
}

/** Signs the owner in with the printed link and goes on. */
export function WelcomePage({ token, onSignedIn }: WelcomePageProps) {
  const client = useQueryClient();
  const used = useRef(false);
  const { mutate, error } = useMutation({
    mutationFn: openOwnerLink,
    onSuccess: (me) => {
      client.setQueryData(ME_KEY, me);
      onSignedIn();
    },
  });
  useEffect(() => {
    // The link works once, so a second run of this effect must not use it again.
    if (used.current || token === '') return;
    used.current = true;
    mutate(token);
  }, [token, mutate]);
  const problem =
    token === '' ? 'The address has no token. Copy the whole link.' : error && sayProblem(error);
  if (!problem) {
    return (
      <AuthCard title="Opening the studio">
        <p role="status" className="text-tx-2">
          Signing you in.
        </p>
      </AuthCard>
    );
  }
  return (
    <AuthCard title="This link did not work">
      <p role="alert" className="text-tx-2">
        {problem}
      </p>
      <p className="mt-2 text-tx-3">With an email and a password set, you can sign in without a link.</p>
      <Link to="/sign-in" className={`${buttonClass({ variant: 'filled' })} mt-5 self-start`}>
        Sign in
      </Link>
    </AuthCard>
  );
}
