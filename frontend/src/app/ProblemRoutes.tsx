import type { ReactNode } from 'react';
import { Link, useRouteError } from 'react-router';
import { Button, buttonClass, Mark } from '@/shared/ui';

interface ProblemPageProps {
  title: string;
  children: ReactNode;
  action: ReactNode;
}

/** A page that says what is wrong and the way out. */
export function ProblemPage({ title, children, action }: ProblemPageProps) {
  return (
    <main className="mx-auto flex min-h-full max-w-md flex-col items-start justify-center gap-3 px-6 py-16">
      <Mark size={32} />
      <h1 className="mt-2 text-title font-semibold tracking-[-.02em]">{title}</h1>
      <p className="text-section text-tx-2">{children}</p>
      <div className="mt-2">{action}</div>
    </main>
  );
}

export function NotFoundRoute() {
  return (
    <ProblemPage
      title="Nothing at this address"
      action={
        <Link to="/" className={buttonClass({ variant: 'filled' })}>
          Go to projects
        </Link>
      }
    >
      The page was moved or never existed.
    </ProblemPage>
  );
}

/** Shown when a page itself fails. */
export function BrokenRoute() {
  const error = useRouteError();
  const detail = error instanceof Error ? error.message : 'Unknown cause';
  return (
    <ProblemPage
      title="This page stopped working"
      action={
        <Button variant="filled" onClick={() => window.location.reload()}>
          Reload
        </Button>
      }
    >
      Your work is kept on the server. Cause: {detail}
    </ProblemPage>
  );
}
