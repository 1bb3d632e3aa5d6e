import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '@/shared/ui';

interface ConfirmLineProps {
  /** The question with its price: "Regenerate 3 frames?" */
  children: ReactNode;
  /** The verb with its price: "Regenerate 3 frames, $0.12". */
  verb: string;
  /** Another button of the page is the filled one. */
  quiet: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before money is spent or a stage is signed off, without covering the pictures. Esc leaves it. */
export function ConfirmLine({ children, verb, quiet, onConfirm, onClose }: ConfirmLineProps) {
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    confirm.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    onClose();
  };
  return (
    // Esc is heard from whichever of its buttons has the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      role="group"
      aria-label={verb}
      onKeyDown={onKeyDown}
      className="flex min-h-11 shrink-0 flex-wrap items-center gap-2 border-t border-line bg-raised py-1.5 pr-3 pl-3 sm:pl-5"
    >
      <div className="min-w-0 flex-1 text-tx-2">{children}</div>
      <Button size="compact" variant="ghost" onClick={onClose}>
        Not yet
      </Button>
      <Button
        ref={confirm}
        size="compact"
        variant={quiet ? 'outline' : 'filled'}
        onClick={() => {
          onClose();
          onConfirm();
        }}
      >
        {verb}
      </Button>
    </div>
  );
}
