import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { register, signIn } from '@/api/account';
import { sayProblem } from '@/api/client';
import type { Me, Setup } from '@/api/types';
import { ME_KEY } from '@/api/useMe';
import { Button, Field, Segmented } from '@/shared/ui';
import { AuthCard } from './AuthCard';

type Way = 'sign-in' | 'register';

const SHORTEST_PASSWORD = 10;

/** Sign in, or open an account where the owner allows it. */
export function SignInPage({ setup }: { setup: Setup | undefined }) {
  const client = useQueryClient();
  const [way, setWay] = useState<Way>('sign-in');
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation<Me>({
    mutationFn: () =>
      way === 'sign-in' ? signIn({ email, password }) : register({ email, password, name: name.trim() }),
    onSuccess: (me) => {
      client.setQueryData(ME_KEY, me);
    },
  });
  const registering = way === 'register';
  return (
    <AuthCard title={registering ? 'Open an account' : 'Sign in'}>
      {setup?.registration_open && (
        <Segmented<Way>
          label="Sign in or register"
          value={way}
          onChange={(next) => {
            setWay(next);
            enter.reset();
          }}
          segments={[
            { value: 'sign-in', label: 'Sign in' },
            { value: 'register', label: 'Register' },
          ]}
          className="mb-5 self-start"
        />
      )}
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate();
        }}
      >
        {registering && (
          <Field
            label="Name"
            autoComplete="name"
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
        <Field
          label="Email"
          type="email"
          autoComplete="email"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <Field
          label="Password"
          type="password"
          autoComplete={registering ? 'new-password' : 'current-password'}
          required
          minLength={registering ? SHORTEST_PASSWORD : undefined}
          hint={registering ? `At least ${SHORTEST_PASSWORD} characters` : undefined}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        {enter.isError && (
          <p role="alert" className="text-small text-fail">
            {sayProblem(enter.error)}
          </p>
        )}
        <Button type="submit" variant="filled" size="large" disabled={enter.isPending}>
          {registering ? 'Open account' : 'Sign in'}
        </Button>
      </form>
      {setup && (
        <p className="mt-5 text-small text-tx-3">
          The owner can also sign in with the link that <span className="code text-tx-2">dailies serve</span>{' '}
          prints when it starts.
        </p>
      )}
    </AuthCard>
  );
}
