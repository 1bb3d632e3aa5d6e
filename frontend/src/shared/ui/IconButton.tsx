import clsx from 'clsx';
import type { ComponentProps, ReactNode } from 'react';
import { ariaKeys } from '@/shared/lib/keys';
import { buttonClass, type ButtonVariant } from './Button';
import { Tooltip } from './Tooltip';

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** Name of the button, also its tooltip. */
  label: string;
  children: ReactNode;
  variant?: ButtonVariant;
  size?: 'compact' | 'default' | 'large';
  pressed?: boolean;
  keys?: string | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right';
}

const SQUARE = { compact: 'min-w-7 !px-1', default: 'min-w-8 !px-1', large: 'min-w-10 !px-1' } as const;

/** A button that is only an icon: for close, undo, transport, download and the like. */
export function IconButton({
  label,
  children,
  variant = 'ghost',
  size = 'compact',
  pressed,
  keys,
  side = 'bottom',
  className,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys} side={side}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        {...(pressed !== undefined && { 'aria-pressed': pressed })}
        {...(keys !== undefined && { 'aria-keyshortcuts': ariaKeys(keys) })}
        className={clsx(
          buttonClass({ variant, size, on: pressed ?? false }),
          SQUARE[size],
          rest.disabled && '!text-tx-off',
          className,
        )}
      >
        {children}
      </button>
    </Tooltip>
  );
}
