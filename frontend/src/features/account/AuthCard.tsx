import type { ReactNode } from 'react';
import { Mark } from '@/shared/ui';

/** The frame of the pages one sees before being signed in. */
export function AuthCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-full w-full max-w-[25rem] flex-col justify-center px-5 py-12">
      <div className="mb-6 flex items-center gap-3 text-stage font-semibold tracking-[-.01em]">
        <Mark size={30} />
        Dailies
      </div>
      <h1 className="mb-4 text-title font-semibold tracking-[-.02em]">{title}</h1>
      {children}
    </main>
  );
}
