import { useRef } from 'react';
import type { Item } from '@/api/types';
import { itemName } from '@/shared/lib/items';
import { formatUsd } from '@/shared/lib/money';
import { Button, Dialog } from '@/shared/ui';

interface UnknownDialogProps {
  item: Item;
  /** Who may have taken the job. */
  vendor: string;
  onCheck: () => void;
  onRetry: () => void;
  onClose: () => void;
}

/** Asks before a job is sent again whose first sending may have been taken, and charged. */
export function UnknownDialog({ item, vendor, onCheck, onRetry, onClose }: UnknownDialogProps) {
  const safe = useRef<HTMLButtonElement>(null);
  const price = formatUsd(item.price_usd);
  const close = (then: () => void) => () => {
    onClose();
    then();
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      safe={safe}
      title={`Try ${itemName(item)} again, and risk paying twice?`}
      description={`It is not known whether ${vendor || 'the vendor'} took the first job. Checking is free and sends nothing. If it was taken, trying again costs another ${price}.`}
      actions={
        <>
          <Button className="mr-auto" onClick={close(onRetry)}>
            Try again, {price}
          </Button>
          <Button variant="ghost" onClick={onClose}>
            Not yet
          </Button>
          <Button ref={safe} variant="filled" onClick={close(onCheck)}>
            Check first, free
          </Button>
        </>
      }
    />
  );
}
