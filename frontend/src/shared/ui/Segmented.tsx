import clsx from 'clsx';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

export interface Segment<T extends string> {
  value: T;
  label: ReactNode;
  /** Name for screen readers, where the label is only an icon. */
  name?: string;
  icon?: ReactNode;
  count?: number | undefined;
  /** Why it can't be chosen now. */
  disabledBecause?: string | undefined;
}

interface SegmentedProps<T extends string> {
  label: string;
  /** A value that is none of the segments' leaves all of them off. */
  value: NoInfer<T> | 'own';
  onChange: (value: T) => void;
  segments: readonly Segment<T>[];
  className?: string;
}

/** One of a few: views, filters, modes. */
export function Segmented<T extends string>({
  label,
  value,
  onChange,
  segments,
  className,
}: SegmentedProps<T>) {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(next) => {
        if (next) onChange(next as T);
      }}
      className={clsx('inline-flex max-w-full flex-wrap rounded-seg bg-well p-0.5 edge', className)}
    >
      {segments.map((segment) => (
        <ToggleGroup.Item
          key={segment.value}
          value={segment.value}
          aria-label={segment.name}
          disabled={segment.disabledBecause !== undefined}
          title={segment.disabledBecause}
          className={clsx(
            'touch inline-flex min-h-[26px] min-w-7 items-center justify-center gap-1.5 rounded-pic px-2.5 text-small font-medium whitespace-nowrap text-tx-2',
            'transition-colors duration-[80ms] hover:text-tx disabled:text-tx-3 data-[state=on]:bg-press data-[state=on]:text-tx',
            segment.name !== undefined && '!px-[7px]',
          )}
        >
          {segment.icon}
          {segment.label}
          {segment.count !== undefined && (
            <span className={clsx('num', segment.value === value ? 'text-tx-2' : 'text-tx-3')}>
              {segment.count}
            </span>
          )}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
