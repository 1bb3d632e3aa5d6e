import { Dialog } from 'radix-ui';
import { useRef, type ReactNode } from 'react';
import { Button } from './Button';

interface FullViewProps {
  /** Name of the window, read and not shown. */
  title: string;
  onClose: () => void;
  /** Left end and middle of the top bar. */
  bar: ReactNode;
  /** Name and content of the panel at the right. */
  panelLabel?: string;
  panel: ReactNode;
  children: ReactNode;
}

/** A window over the whole page, for looking closely. */
export function FullView({
  title,
  onClose,
  bar,
  panelLabel = 'About the take',
  panel,
  children,
}: FullViewProps) {
  const before = useRef<Element | null>(null);
  return (
    <Dialog.Root
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
    >
      <Dialog.Portal>
        <Dialog.Content
          data-modal=""
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // The window itself has the focus, so that its keys work at once.
            event.preventDefault();
            before.current = document.activeElement;
            (event.currentTarget as HTMLElement | null)?.focus();
          }}
          onCloseAutoFocus={() => {
            if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
          }}
          className="fixed inset-0 z-40 flex animate-fade flex-col bg-well outline-none"
        >
          <Dialog.Title className="sr-only">{title}</Dialog.Title>
          <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-2 border-b border-line bg-panel px-2.5 py-1.5">
            {bar}
            <Button onClick={onClose} keys="escape" className="ml-auto">
              Close
            </Button>
          </header>
          <div className="flex min-h-0 flex-1 flex-col md:flex-row max-md:overflow-y-auto">
            <div className="flex min-h-72 min-w-0 flex-1 flex-col">{children}</div>
            <aside
              aria-label={panelLabel}
              className="w-full shrink-0 bg-panel p-4 md:w-[336px] md:overflow-y-auto md:border-l md:border-line xl:w-[368px]"
            >
              {panel}
            </aside>
          </div>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
