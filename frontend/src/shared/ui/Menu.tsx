import clsx from 'clsx';
import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { KeyHint } from './Kbd';

interface MenuProps {
  trigger: ReactElement;
  children: ReactNode;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'bottom';
}

/** A list of actions that opens from a button. */
export function Menu({ trigger, children, align = 'start', side = 'bottom' }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          side={side}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 min-w-44 animate-appear rounded-card bg-raised p-1 shadow-menu"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

const ROW =
  'flex min-h-7 items-center gap-2 rounded-pic px-2 text-small outline-none data-highlighted:bg-press data-disabled:text-tx-3 pointer-coarse:min-h-11';

interface MenuItemProps {
  children: ReactNode;
  onSelect: () => void;
  icon?: ReactNode;
  keys?: string;
  danger?: boolean;
  disabled?: boolean;
}

export function MenuItem({ children, onSelect, icon, keys, danger, disabled }: MenuItemProps) {
  return (
    <Radix.Item
      onSelect={onSelect}
      disabled={disabled ?? false}
      className={clsx(ROW, danger ? 'text-fail' : 'text-tx')}
    >
      {icon}
      <span className="flex-1">{children}</span>
      {keys !== undefined && <KeyHint keys={keys} />}
    </Radix.Item>
  );
}

export function MenuCheck({
  children,
  checked,
  onChange,
}: {
  children: ReactNode;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <Radix.CheckboxItem checked={checked} onCheckedChange={onChange} className={clsx(ROW, 'text-tx')}>
      <span className="grid w-4 place-items-center">
        <Radix.ItemIndicator>
          <Check aria-hidden size={14} strokeWidth={1.75} />
        </Radix.ItemIndicator>
      </span>
      {children}
    </Radix.CheckboxItem>
  );
}

export const MenuLabel = ({ children }: { children: ReactNode }) => (
  <Radix.Label className="px-2 py-1 text-meta text-tx-3">{children}</Radix.Label>
);

export const MenuSeparator = () => <Radix.Separator className="mx-1 my-1 h-px bg-line-2" />;
