import { CircleAlert } from 'lucide-react';
import type { Item, LiveProgress } from '@/api/types';
import { useNow } from '@/shared/hooks/useNow';
import { formatUsd } from '@/shared/lib/money';
import { formatWait } from '@/shared/lib/time';
import { Button, EmptyState, ProgressBar, Skeleton } from '@/shared/ui';

interface StoryWritingProps {
  item: Item;
  live: LiveProgress | undefined;
  onCancel: () => void;
}

/** While the first story is written: how far it is, in the place the story will take. */
export function StoryWriting({ item, live, onCancel }: StoryWritingProps) {
  const now = useNow(1000);
  const started = item.work?.started_at;
  const elapsed = started ? Math.max(0, (now - Date.parse(started)) / 1000) : 0;
  const share = Math.max(item.work?.progress ?? 0, live?.progress ?? 0);
  return (
    <div className="px-3 py-5 sm:px-5">
      <div role="status" className="max-w-[620px]">
        <p className="num text-section font-semibold">
          {item.work?.status === 'cancelling'
            ? 'Cancelling'
            : share > 0
              ? `Writing the story, ${String(Math.round(share * 100))} %`
              : 'Writing the story'}
        </p>
        <ProgressBar label="Writing the story" value={share > 0 ? share : null} className="mt-2" />
        <p className="num mt-2 flex items-center gap-3 text-small text-tx-3">
          {elapsed > item.usual_seconds * 2
            ? 'Taking longer than usual. Nothing more is charged for waiting.'
            : `${formatWait(elapsed)}, usually ${formatWait(item.usual_seconds)}`}
          <button
            type="button"
            onClick={onCancel}
            className="touch text-tx-2 underline underline-offset-2 hover:text-tx"
          >
            Cancel
          </button>
        </p>
      </div>
      <StorySkeleton />
    </div>
  );
}

/** The geometry of a story that is not here yet. */
export function StorySkeleton() {
  return (
    <div aria-hidden className="mt-6">
      <div className="flex gap-[3px]">
        {[5, 4, 5, 6, 4].map((seconds, index) => (
          <div key={index} className="h-[26px]" style={{ flex: seconds }}>
            <Skeleton className="size-full" />
          </div>
        ))}
      </div>
      <div className="mt-3.5 grid gap-x-3 gap-y-2.5 md:grid-cols-2">
        {[0, 1, 2, 3].map((card) => (
          <Skeleton key={card} className="h-[148px] !rounded-card" />
        ))}
      </div>
    </div>
  );
}

/** A story that could not be written: why, whether money went, and the way out. */
export function StoryFailed({ item, onRetry }: { item: Item; onRetry: () => void }) {
  const failure = item.failure;
  const charged =
    failure?.charged === false
      ? ' Not charged.'
      : failure?.charged === null
        ? ' It is not known whether it was charged.'
        : '';
  return (
    <div className="grid flex-1 place-items-center p-5">
      <EmptyState
        className="w-full max-w-lg"
        action={
          <Button size="compact" onClick={onRetry}>
            {failure ? 'Try again' : 'Write the story'}, {formatUsd(item.price_usd)}
          </Button>
        }
      >
        {failure ? (
          <>
            <span className="mb-1 flex items-center justify-center gap-1.5 font-medium text-fail">
              <CircleAlert aria-hidden size={15} strokeWidth={1.75} /> The story was not written
            </span>
            {failure.message}
            {charged}
          </>
        ) : (
          'No story yet.'
        )}
      </EmptyState>
    </div>
  );
}
