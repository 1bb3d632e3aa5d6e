import clsx from 'clsx';
import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface Option<T extends string> {
  value: T;
  label: string;
  icon?: ReactNode;
}

interface SelectProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly Option<T>[];
  /** No frame until it is pointed at. */
  quiet?: boolean;
  disabled?: boolean;
  className?: string;
}

/** One of a list that opens. `label` is its name for screen readers. */
export function Select<T extends string>({
  label,
  value,
  onChange,
  options,
  quiet,
  disabled,
  className,
}: SelectProps<T>) {
  return (
    <Radix.Root
      value={value}
      onValueChange={(next) => {
        onChange(next as T);
      }}
      disabled={disabled ?? false}
    >
      <Radix.Trigger
        aria-label={label}
        className={clsx(
          'touch inline-flex min-h-7 items-center justify-between gap-1.5 rounded-btn px-2 text-small text-tx-2 transition-colors duration-[80ms] hover:bg-hover hover:text-tx disabled:text-tx-3',
          !quiet && 'bg-raised edge-2',
          className,
        )}
      >
        <Radix.Value />
        <Radix.Icon>
          <ChevronDown aria-hidden size={14} strokeWidth={1.75} className="text-tx-3" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-80 min-w-(--radix-select-trigger-width) animate-appear rounded-card bg-raised p-1 shadow-menu"
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                className="flex min-h-7 items-center gap-2 rounded-pic px-2 text-small text-tx outline-none data-highlighted:bg-press pointer-coarse:min-h-11"
              >
                {option.icon}
                <Radix.ItemText>{option.label}</Radix.ItemText>
                <Radix.ItemIndicator className="ml-auto pl-3">
                  <Check aria-hidden size={14} strokeWidth={1.75} />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
