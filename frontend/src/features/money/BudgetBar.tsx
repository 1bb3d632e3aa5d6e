import clsx from 'clsx';

const HATCH = 'repeating-linear-gradient(115deg, var(--color-tx-3) 0 2px, var(--color-line-2) 2px 4px)';

interface BudgetBarProps {
  /** What is measured: "Spent of the budget". */
  label: string;
  /** The same in words, with all its parts. */
  words: string;
  spent: number;
  held?: number;
  /** Money of calls of which nobody knows whether they were taken. */
  unknown?: number;
  /** Null where there is none: the bar shows the parts among each other. */
  budget: number | null;
  /** Four fifths are used. */
  near: boolean;
  className?: string;
}

/** Money against a budget: spent solid, held hatched, unknown amber. The mark is at 80 %. */
export function BudgetBar({
  label,
  words,
  spent,
  held = 0,
  unknown = 0,
  budget,
  near,
  className,
}: BudgetBarProps) {
  const used = spent + held + unknown;
  const most = Math.max(budget ?? 0, used, 0.000001);
  const width = (usd: number) => `${String((usd / most) * 100)}%`;
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={used}
      aria-valuetext={words}
      className={clsx('relative flex h-[5px] overflow-hidden rounded-xs bg-press', className)}
    >
      <span className={clsx('h-full', near ? 'bg-stale' : 'bg-tx-2')} style={{ width: width(spent) }} />
      <span className="h-full" style={{ width: width(held), background: HATCH }} />
      <span className="h-full bg-stale opacity-60" style={{ width: width(unknown) }} />
      {budget !== null && budget >= used && (
        <span aria-hidden className="absolute inset-y-0 left-[80%] w-0.5 bg-tx" />
      )}
    </div>
  );
}
