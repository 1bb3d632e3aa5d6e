import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { Button } from './Button';
import { IconButton } from './IconButton';
import { toasts, type Toast } from './toasts';

const SHOWN_MS = 6000;

function ToastCard({ toast }: { toast: Toast }) {
  const [held, setHeld] = useState(false);
  const { id, undo } = toast;
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => {
      toasts.dismiss(id);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [held, id]);
  const takeBack = () => {
    undo?.();
    toasts.dismiss(id);
  };
  useShortcuts([{ keys: 'z', label: 'Undo', group: 'Everywhere', run: takeBack }], undo !== undefined);
  return (
    // Pointer and focus only hold the toast open; what it offers are the buttons in it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onPointerEnter={() => {
        setHeld(true);
      }}
      onPointerLeave={() => {
        setHeld(false);
      }}
      onFocus={() => {
        setHeld(true);
      }}
      onBlur={() => {
        setHeld(false);
      }}
      className="flex min-h-11 w-[min(25rem,calc(100vw-2rem))] animate-appear items-center gap-2 rounded-plan bg-raised py-1.5 pr-1.5 pl-3.5 shadow-menu"
    >
      <p className="min-w-0 flex-1">{toast.text}</p>
      {undo && (
        <Button
          variant="ghost"
          size="compact"
          keys="z"
          onClick={takeBack}
          className="!font-semibold !text-ac"
        >
          Undo
        </Button>
      )}
      <IconButton
        label="Close"
        onClick={() => {
          toasts.dismiss(id);
        }}
      >
        <X aria-hidden size={14} strokeWidth={1.75} />
      </IconButton>
    </div>
  );
}

/** Shows the current toast at the bottom left. Put it on the page once. */
export function Toaster() {
  const toast = useSyncExternalStore(toasts.subscribe, toasts.get);
  return (
    <div role="status" aria-live="polite" className="fixed bottom-4 left-4 z-30 sm:bottom-5 sm:left-5">
      {toast && <ToastCard key={toast.id} toast={toast} />}
    </div>
  );
}
