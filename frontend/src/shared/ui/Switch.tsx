import clsx from 'clsx';
import { Switch as Radix } from 'radix-ui';
import { useId } from 'react';

interface SwitchProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
  labelHidden?: boolean;
  className?: string;
}

/** On or off, takes effect at once. */
export function Switch({ label, checked, onChange, disabled, labelHidden, className }: SwitchProps) {
  const id = useId();
  return (
    <div className={clsx('flex items-center justify-between gap-3', className)}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-small text-tx-2'}>
        {label}
      </label>
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={disabled ?? false}
        className="touch h-[18px] w-[30px] shrink-0 rounded-full bg-press p-0.5 transition-colors duration-[80ms] edge-ctl data-[state=checked]:bg-ac data-[state=checked]:shadow-none"
      >
        <Radix.Thumb className="block size-3.5 rounded-full bg-tx-2 transition-transform duration-[80ms] data-[state=checked]:translate-x-3 data-[state=checked]:bg-on-ac" />
      </Radix.Root>
    </div>
  );
}
