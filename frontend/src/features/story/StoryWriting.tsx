import clsx from 'clsx';
import { CircleAlert } from 'lucide-react';
import type { Item, LiveProgress, LiveWaiting } from '@/api/types';
import { useNow } from '@/shared/hooks/useNow';
import { lineWords, outcomeUnknown, turnWords } from '@/shared/lib/failures';
import { formatWait } from '@/shared/lib/time';
import { EmptyState, ProgressBar, Skeleton } from '@/shared/ui';
import { storyTrouble, StoryWays, type StoryWaysOut } from './StoryTrouble';

interface StoryWritingProps {
  item: Item;
  live: LiveProgress | undefined;
  /** Its place in the line at the vendor, while it waits for its turn. */
  waiting: LiveWaiting | undefined;
  vendor: string;
  onCancel: () => void;
}

/** While the first story is written: how far it is, in the place the story will take. */
export function StoryWriting({ item, live, waiting, vendor, onCancel }: StoryWritingProps) {
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
            : waiting
              ? `${lineWords(waiting.place, vendor)}, ${turnWords(waiting.seconds_left)}`
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
export function StoryFailed({ item, vendor, ...ways }: { item: Item; vendor: string } & StoryWaysOut) {
  const { title, words } = storyTrouble({ item, vendor });
  const unknown = item.failure !== null && outcomeUnknown(item.failure);
  return (
    <div className="grid flex-1 place-items-center p-5">
      <EmptyState className="w-full max-w-lg" action={<StoryWays item={item} {...ways} />}>
        {title && (
          <span
            className={clsx(
              'mb-1 flex items-center justify-center gap-1.5 font-medium',
              unknown ? 'text-stale' : 'text-fail',
            )}
          >
            <CircleAlert aria-hidden size={15} strokeWidth={1.75} />
            {title === 'Not made' ? 'The story was not written' : title}
          </span>
        )}
        {words}
      </EmptyState>
    </div>
  );
}
