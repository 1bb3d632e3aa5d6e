import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { patchMe } from '@/api/account';
import { ApiProblem, sayProblem } from '@/api/client';
import type { Me, MePatch } from '@/api/types';
import { ME_KEY, useSignOut } from '@/api/useMe';
import { Button, Field, useToast } from '@/shared/ui';
import { ApiTokens } from './ApiTokens';

function Section({ title, remark, children }: { title: string; remark: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-10 gap-y-4 border-t border-line py-7 md:grid-cols-[17rem_1fr]">
      <div>
        <h2 className="text-section font-semibold">{title}</h2>
        <p className="mt-1 text-small text-tx-3">{remark}</p>
      </div>
      <div className="max-w-md">{children}</div>
    </section>
  );
}

function useSaveMe(said: string, onSaved?: () => void) {
  const client = useQueryClient();
  const toast = useToast();
  return useMutation({
    mutationFn: (body: MePatch) => patchMe(body),
    onSuccess: (me) => {
      client.setQueryData(ME_KEY, me);
      toast(said);
      onSaved?.();
    },
  });
}

const Problem = ({ error }: { error: Error | null }) =>
  error && (
    <p role="alert" className="text-small text-fail">
      {sayProblem(error)}
    </p>
  );

function NameForm({ me }: { me: Me }) {
  const [name, setName] = useState(me.name);
  const save = useSaveMe('Name saved.');
  return (
    <form
      className="flex flex-col items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ name: name.trim() });
      }}
    >
      <Field
        label="Name"
        autoComplete="name"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.target.value)}
        className="w-full"
      />
      <Problem error={save.error} />
      <Button type="submit" disabled={save.isPending || name.trim() === me.name}>
        Save name
      </Button>
    </form>
  );
}

function SignInForm({ me }: { me: Me }) {
  const [email, setEmail] = useState(me.email ?? '');
  const [password, setPassword] = useState('');
  const [current, setCurrent] = useState('');
  const save = useSaveMe('Sign-in saved.', () => {
    setPassword('');
    setCurrent('');
  });
  const wrong = save.error instanceof ApiProblem && save.error.code === 'wrong_password';
  const unchanged = email === (me.email ?? '') && password === '';
  return (
    <form
      className="flex flex-col items-start gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({
          ...(email && { email }),
          ...(password && { password }),
          ...(me.has_password && { current_password: current }),
        });
      }}
    >
      <Field
        label="Email"
        type="email"
        autoComplete="email"
        required={password !== ''}
        value={email}
        onChange={(event) => setEmail(event.target.value)}
        className="w-full"
      />
      <Field
        label={me.has_password ? 'New password' : 'Password'}
        type="password"
        autoComplete="new-password"
        minLength={10}
        maxLength={256}
        hint={
          me.has_password
            ? 'At least 10 characters. Empty keeps the one you have.'
            : 'At least 10 characters.'
        }
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        className="w-full"
      />
      {me.has_password && (
        <Field
          label="Current password"
          type="password"
          autoComplete="current-password"
          required={!unchanged}
          maxLength={256}
          hint="Needed to change the email or the password."
          error={wrong ? 'This is not the current password.' : undefined}
          value={current}
          onChange={(event) => {
            save.reset();
            setCurrent(event.target.value);
          }}
          className="w-full"
        />
      )}
      <Problem error={wrong ? null : save.error} />
      <Button type="submit" disabled={save.isPending || unchanged}>
        Save sign-in
      </Button>
    </form>
  );
}

/** Name, sign-in, API tokens, and the way out. */
export function AccountPage({ me }: { me: Me }) {
  const signOut = useSignOut();
  return (
    <div className="mx-auto max-w-4xl px-4 pt-7 pb-16 md:px-8">
      <h1 className="mb-6 text-title font-semibold tracking-[-.02em]">Account</h1>
      <Section title="You" remark="Shown in the top bar.">
        <NameForm me={me} />
      </Section>
      <Section
        title="Sign-in"
        remark={
          me.has_password
            ? 'Email and password, to sign in from another browser.'
            : 'Set an email and a password to sign in without the printed link.'
        }
      >
        <SignInForm me={me} />
      </Section>
      <Section title="API tokens" remark="For scripts and agents. A token can do what you can do.">
        <ApiTokens />
      </Section>
      <Section title="This browser" remark="Drafts in this tab are lost; projects stay.">
        <Button
          icon={<LogOut aria-hidden size={16} strokeWidth={1.75} />}
          onClick={() => signOut.mutate()}
          disabled={signOut.isPending}
        >
          Sign out
        </Button>
        <Problem error={signOut.error} />
      </Section>
    </div>
  );
}
