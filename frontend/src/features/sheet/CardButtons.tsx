import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Item } from '@/api/types';
import { Button, buttonClass } from '@/shared/ui';

/** A small button on a card. */
export function CardButton({
  tab,
  framed = false,
  onPress,
  children,
}: {
  tab: number;
  framed?: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <Button
      size="compact"
      variant={framed ? 'outline' : 'ghost'}
      tabIndex={tab}
      onClick={(event) => {
        event.stopPropagation();
        onPress();
      }}
      className={clsx(!framed && '!min-h-6 !px-1.5 !text-meta')}
    >
      {children}
    </Button>
  );
}

/** The way to the keys, for a failure that only they end. */
export function ToProviders({ tab, framed = false }: { tab: number; framed?: boolean }) {
  return (
    <Link
      to="/providers"
      tabIndex={tab}
      className={clsx(
        buttonClass({ size: 'compact', variant: framed ? 'outline' : 'ghost' }),
        !framed && '!min-h-6 !px-1.5 !text-meta',
      )}
    >
      Providers
    </Link>
  );
}

/** Stops the work of a card. */
export function CancelLink({
  item,
  tab,
  onCancel,
}: {
  item: Item;
  tab: number;
  onCancel: (item: Item) => void;
}) {
  return (
    <button
      type="button"
      tabIndex={tab}
      onClick={(event) => {
        event.stopPropagation();
        onCancel(item);
      }}
      className="touch rounded-xs text-meta text-tx-2 underline underline-offset-2 hover:text-tx"
    >
      Cancel
    </button>
  );
}
