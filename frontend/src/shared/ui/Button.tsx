import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { ariaKeys } from '@/shared/lib/keys';
import { KeyHint } from './Kbd';

export type ButtonVariant = 'filled' | 'outline' | 'ghost' | 'danger';
export type ButtonSize = 'compact' | 'default' | 'large';

const VARIANTS: Record<ButtonVariant, string> = {
  filled: 'bg-ac font-semibold text-on-ac hover:bg-ac-hi active:bg-ac-lo',
  outline: 'bg-raised font-medium text-tx edge-2 hover:bg-hover active:bg-press',
  ghost: 'font-medium text-tx-2 hover:bg-hover hover:text-tx active:bg-press',
  danger: 'bg-raised font-medium text-fail edge-2 hover:bg-hover active:bg-press',
};

const SIZES: Record<ButtonSize, string> = {
  compact: 'min-h-7 rounded-btn px-2.5 text-small',
  default: 'min-h-8 rounded-btn px-3 text-body',
  large: 'min-h-10 rounded-btn px-[18px] text-section',
};

const OFF = 'bg-raised font-medium text-tx-3 edge';

export interface ButtonLook {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Pressed look of a toggle. */
  on?: boolean;
  off?: boolean;
}

/** The classes of a button, for links that look like one. */
export function buttonClass({ variant = 'outline', size = 'default', on, off }: ButtonLook = {}): string {
  return clsx(
    'touch inline-flex items-center justify-center gap-1.5 whitespace-nowrap transition-colors duration-[80ms]',
    SIZES[size],
    off ? OFF : on ? 'bg-press font-medium text-tx' : VARIANTS[variant],
  );
}

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Toggle state: sets `aria-pressed`. */
  pressed?: boolean;
  /** Shortcut that does the same, as in the registry: `mod+enter`. Only a hint; register it yourself. */
  keys?: string | undefined;
  /** Shown after the label: `Apply, $0.12`. */
  price?: string | undefined;
  icon?: ReactNode;
}

/** A labelled button. Prefer `aria-disabled` with a reason beside it over `disabled`. */
export function Button({
  variant = 'outline',
  size = 'default',
  pressed,
  keys,
  price,
  icon,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  const off = rest.disabled === true || rest['aria-disabled'] === true || rest['aria-disabled'] === 'true';
  return (
    <button
      {...rest}
      type={type}
      onClick={
        off
          ? (event) => {
              event.preventDefault();
            }
          : onClick
      }
      {...(pressed !== undefined && { 'aria-pressed': pressed })}
      {...(keys !== undefined && { 'aria-keyshortcuts': ariaKeys(keys) })}
      className={clsx(buttonClass({ variant, size, off, on: pressed ?? false }), className)}
    >
      {icon}
      <span className={price === undefined ? undefined : 'num'}>
        {children}
        {price === undefined ? '' : `, ${price}`}
      </span>
      {keys !== undefined && <KeyHint keys={keys} />}
    </button>
  );
}
