import type { ReactNode } from 'react';

interface StageBarProps {
  title: string;
  counts: string;
  /** The view switch, beside the title. */
  views?: ReactNode;
  /** What waits for the creator, and the stage's own switches. */
  children?: ReactNode;
  /** Approve, or what comes before it. */
  verdict: ReactNode;
}

/** The tool bar of a stage: what it is at the left, what to decide at the right. */
export function StageBar({ title, counts, views, children, verdict }: StageBarProps) {
  return (
    <div className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 lg:flex-nowrap border-b border-line py-1.5 pr-3 pl-3 sm:pl-5">
      <h1 className="text-stage font-semibold tracking-[-0.01em]">{title}</h1>
      <span className="num text-small whitespace-nowrap text-tx-3 max-sm:hidden lg:max-2xl:hidden">
        {counts}
      </span>
      {views && <div className="shrink-0">{views}</div>}
      <div className="ml-auto flex min-w-0 flex-wrap items-center justify-end gap-2.5 lg:flex-nowrap">
        {children}
        {verdict}
      </div>
    </div>
  );
}

/** The line between two groups of a bar. */
export function BarDivider() {
  return <span aria-hidden className="h-5 w-px shrink-0 bg-line-2 first:hidden max-sm:hidden" />;
}
