import type { Item } from '@/api/types';
import { nextTake } from '@/shared/lib/items';
import { Button, ProgressBar } from '@/shared/ui';

interface RewritingProps {
  item: Item;
  share: number;
  /** Its place in the line at the vendor; "" when it has its turn. */
  line: string;
  onCancel: () => void;
}

/** Over the story while its next take is written. */
export function Rewriting({ item, share, line, onCancel }: RewritingProps) {
  return (
    <div
      role="status"
      className="mx-3 mt-3 flex items-center gap-3 rounded-card bg-panel px-3.5 py-2.5 text-small sm:mx-5"
    >
      <span className="num shrink-0">
        {share > 0
          ? `Writing take ${String(nextTake(item))}, ${String(Math.round(share * 100))} %`
          : `Writing take ${String(nextTake(item))}${line}`}
      </span>
      <ProgressBar label="Writing the story" value={share > 0 ? share : null} className="flex-1" />
      <Button size="compact" variant="ghost" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
