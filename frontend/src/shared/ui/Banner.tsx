import clsx from 'clsx';
import type { ReactNode } from 'react';

export type BannerTone = 'neutral' | 'stale' | 'fail' | 'ok';

const TONES: Record<BannerTone, string> = {
  neutral: 'bg-raised [&>svg]:text-tx-2',
  stale: 'bg-stale-tint [&>svg]:text-stale',
  fail: 'bg-fail-tint [&>svg]:text-fail',
  ok: 'bg-ok-tint [&>svg]:text-ok',
};

interface BannerProps {
  tone?: BannerTone;
  icon: ReactNode;
  children: ReactNode;
  action?: ReactNode;
  /** `alert` interrupts, for failures and loss; `status` waits its turn. */
  role?: 'alert' | 'status';
  className?: string;
}

/** One line about a whole region. At most one per region. */
export function Banner({
  tone = 'neutral',
  icon,
  children,
  action,
  role = 'status',
  className,
}: BannerProps) {
  return (
    <div
      role={role}
      className={clsx('flex min-h-11 items-center gap-2.5 px-3.5 py-1.5', TONES[tone], className)}
    >
      {icon}
      <div className="min-w-0 flex-1 text-small">{children}</div>
      {action}
    </div>
  );
}
