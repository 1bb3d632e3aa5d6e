import clsx from 'clsx';
import type { ReactNode } from 'react';

export type TagTone = 'plain' | 'bare' | 'stale' | 'fail' | 'ok' | 'accent' | 'white';

const TONES: Record<TagTone, string> = {
  plain: 'bg-raised px-1.5 text-tx-2',
  bare: 'text-tx-3',
  stale: 'bg-stale-tint px-1.5 text-stale',
  fail: 'bg-fail-tint px-1.5 text-fail',
  ok: 'bg-ok-tint px-1.5 text-ok',
  accent: 'bg-ac-tint px-1.5 text-ac-hi',
  white: 'bg-tx px-1.5 text-bg',
};

/** A small word of state. Carries words (and an icon where it can), never colour alone. */
export function Tag({
  tone = 'plain',
  icon,
  children,
}: {
  tone?: TagTone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span
      className={clsx(
        'inline-flex min-h-[18px] items-center gap-1 rounded-tag text-meta font-medium whitespace-nowrap',
        TONES[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}
