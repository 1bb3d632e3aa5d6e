import { Link } from 'react-router';
import type { Item } from '@/api/types';
import { chargeWords, failureTitle, outcomeUnknown, unknownWords, wayOut } from '@/shared/lib/failures';
import { formatUsd } from '@/shared/lib/money';
import { Button, buttonClass } from '@/shared/ui';

/** What can be done about a story that was not written. */
export interface StoryWaysOut {
  onRetry: () => void;
  /** Looks up at the vendor what became of it; free. */
  onCheck: () => void;
  onBudget: () => void;
}

interface TroubleProps {
  item: Item;
  /** Who serves the model; "" where it is rehearsed. */
  vendor: string;
}

/** Why the story was not written, and whether money went. */
export function storyTrouble({ item, vendor }: TroubleProps): { title: string; words: string } {
  const { failure } = item;
  if (!failure) return { title: '', words: 'No story yet.' };
  const title = failureTitle(failure);
  return outcomeUnknown(failure)
    ? { title, words: unknownWords(vendor) }
    : { title, words: `${failure.message} ${chargeWords(failure)}`.trim() };
}

/** The buttons that lead on from a failure. */
export function StoryWays({ item, onRetry, onCheck, onBudget }: { item: Item } & StoryWaysOut) {
  const { failure } = item;
  const price = formatUsd(item.price_usd);
  const way = failure && wayOut(failure);
  return (
    <span className="flex flex-wrap justify-center gap-1.5">
      {failure && outcomeUnknown(failure) && (
        <Button size="compact" onClick={onCheck}>
          Check, free
        </Button>
      )}
      {way === 'providers' && (
        <Link to="/providers" className={buttonClass({ size: 'compact' })}>
          Providers
        </Link>
      )}
      {way === 'budget' ? (
        <Button size="compact" onClick={onBudget}>
          Raise budget
        </Button>
      ) : (
        <Button size="compact" onClick={onRetry}>
          {failure ? 'Try again' : 'Write the story'}, {price}
        </Button>
      )}
    </span>
  );
}
