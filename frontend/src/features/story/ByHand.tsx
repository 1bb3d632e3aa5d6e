import { Pencil } from 'lucide-react';

/** Where the strip of takes ends: the next one is made by editing. */
export function ByHand({ take, selected }: { take: number; selected: number | null }) {
  return (
    <p className="flex w-[236px] shrink-0 flex-col justify-center gap-0.5 rounded-card px-3 py-2 edge-2">
      <span className="flex items-center gap-1.5 font-medium text-tx-2">
        <Pencil aria-hidden size={14} strokeWidth={1.75} />
        Edit by hand
      </span>
      <span className="text-small text-tx-3">
        Press any words. Adds take {take}
        {selected === null ? '.' : `; take ${String(selected)} stays.`}
      </span>
    </p>
  );
}
