import clsx from 'clsx';
import type { ReactNode } from 'react';

/** One sentence, one action. */
export function EmptyState({
  children,
  action,
  className,
}: {
  children: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div
      className={clsx(
        'flex flex-col items-center justify-center gap-2.5 rounded-card px-6 py-8 text-center text-tx-2 edge',
        className,
      )}
    >
      <p className="max-w-md">{children}</p>
      {action}
    </div>
  );
}
