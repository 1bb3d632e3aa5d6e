import clsx from 'clsx';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode, RefObject } from 'react';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question, or what this window is. */
  title: string;
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons, the safe one first in `safe`'s place. */
  actions?: ReactNode;
  /** Where the focus starts: the safe button. */
  safe?: RefObject<HTMLElement | null>;
  className?: string;
}

/** A question that has to be answered before going on. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
  safe,
  className,
}: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-black/60" />
        <Radix.Content
          data-modal=""
          onOpenAutoFocus={(event) => {
            if (!safe?.current) return;
            event.preventDefault();
            safe.current.focus();
          }}
          {...(description === undefined && { 'aria-describedby': undefined })}
          className={clsx(
            'fixed top-1/2 left-1/2 z-40 max-h-[calc(100dvh-2rem)] w-[min(30rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto',
            'animate-fade rounded-dialog bg-panel p-5 shadow-dialog',
            className,
          )}
        >
          <Radix.Title className="text-stage font-semibold">{title}</Radix.Title>
          {description !== undefined && (
            <Radix.Description asChild>
              <div className="mt-1.5 text-tx-2">{description}</div>
            </Radix.Description>
          )}
          {children}
          {actions !== undefined && <div className="mt-4 flex flex-wrap justify-end gap-2">{actions}</div>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
