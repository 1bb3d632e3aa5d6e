import clsx from 'clsx';
import { X } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';

interface ChipLook {
  tone?: 'plain' | 'accent';
  icon?: ReactNode;
  /** Small picture in front of the words. */
  thumb?: ReactNode;
}

const chipClass = (tone: 'plain' | 'accent', thumb: boolean) =>
  clsx(
    'inline-flex min-h-6 items-center gap-[5px] rounded-pic pr-2 text-small whitespace-nowrap',
    thumb ? 'pl-[3px]' : 'pl-2',
    tone === 'accent'
      ? 'bg-ac-tint text-ac-hi shadow-[inset_0_0_0_1px_var(--color-ac-edge)]'
      : 'bg-raised text-tx-2 edge-2',
  );

const Thumb = ({ children }: { children: ReactNode }) => (
  <span className="h-[18px] w-6 overflow-hidden rounded-xs">{children}</span>
);

interface ChipProps extends ChipLook {
  children: ReactNode;
  className?: string;
  /** Adds an x; `removeLabel` is its name. */
  onRemove?: (() => void) | undefined;
  removeLabel?: string;
}

/** A word with a frame: who, where, what a note is about. */
export function Chip({ tone = 'plain', icon, thumb, children, className, onRemove, removeLabel }: ChipProps) {
  return (
    <span className={clsx(chipClass(tone, thumb !== undefined), onRemove && '!pr-0.5', className)}>
      {icon}
      {thumb !== undefined && <Thumb>{thumb}</Thumb>}
      {children}
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel ?? 'Remove'}
          onClick={onRemove}
          className="touch grid size-5 place-items-center rounded-tag hover:text-tx"
        >
          <X aria-hidden size={12} strokeWidth={1.75} />
        </button>
      )}
    </span>
  );
}

/** A chip that can be pressed: quick notes, choices that open a list. */
export function ChipButton({
  tone = 'plain',
  icon,
  thumb,
  className,
  children,
  ...rest
}: ChipLook & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      {...rest}
      className={clsx(
        chipClass(tone, thumb !== undefined),
        'touch transition-colors duration-[80ms] hover:bg-hover hover:text-tx active:bg-press data-[state=open]:bg-press data-[state=open]:text-tx',
        className,
      )}
    >
      {icon}
      {thumb !== undefined && <Thumb>{thumb}</Thumb>}
      {children}
    </button>
  );
}
