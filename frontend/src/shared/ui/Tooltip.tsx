import { Tooltip as Radix } from 'radix-ui';
import type { ReactElement } from 'react';
import { KeyHint } from './Kbd';

export const TooltipProvider = Radix.Provider;

interface TooltipProps {
  text: string;
  keys?: string | undefined;
  side?: 'top' | 'bottom' | 'left' | 'right';
  children: ReactElement;
}

/** A short remark on one control. Never the only place of a price or a state. */
export function Tooltip({ text, keys, side = 'bottom', children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 flex max-w-72 animate-appear items-center gap-2 rounded-btn bg-press px-2 py-1 text-small text-tx shadow-menu"
        >
          {text}
          {keys !== undefined && <KeyHint keys={keys} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
