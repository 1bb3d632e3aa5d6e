import clsx from 'clsx';

interface ProgressBarProps {
  label: string;
  /** 0 to 1; null where no figure is known. */
  value: number | null;
  className?: string;
}

/** A line that fills; without a figure a piece of it travels. */
export function ProgressBar({ label, value, className }: ProgressBarProps) {
  const percent = value === null ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={clsx('relative h-[5px] overflow-hidden rounded-xs bg-press', className)}
    >
      {percent === undefined ? (
        <span className="absolute inset-y-0 left-[35%] w-[30%] animate-slide bg-ac" />
      ) : (
        <span
          className="block h-full bg-ac transition-[width] duration-[250ms] ease-linear"
          style={{ width: `${String(percent)}%` }}
        />
      )}
    </div>
  );
}
