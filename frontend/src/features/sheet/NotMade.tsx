import clsx from 'clsx';
import { CircleAlert, CircleHelp } from 'lucide-react';
import type { Failure, Item } from '@/api/types';
import { chargeWords, failureTitle, outcomeUnknown, unknownWords, wayOut } from '@/shared/lib/failures';
import { CardButton, ToProviders } from './CardButtons';
import { pricedVerb } from './cardWords';

interface FailedProps {
  item: Item;
  failure: Failure;
  tab: number;
  onRetry: (item: Item) => void;
  /** Looks up at the vendor what became of a job whose outcome is not known. */
  onCheck: (item: Item) => void;
  /** Opens the question for a higher budget. */
  onBudget: (item: Item) => void;
}

/** In the place of the picture: why there is none, whether money went, and the way out. */
export function NotMade({
  item,
  failure,
  vendor,
  tab,
  onRetry,
  onCheck,
  onBudget,
}: FailedProps & { vendor: string }) {
  const unknown = outcomeUnknown(failure);
  const way = wayOut(failure);
  const words = unknown ? unknownWords(vendor) : `${failure.message} ${chargeWords(failure)}`;
  return (
    <>
      <span className={clsx('flex items-center gap-1.5 font-medium', unknown ? 'text-stale' : 'text-fail')}>
        {unknown ? (
          <CircleHelp aria-hidden size={15} strokeWidth={1.75} />
        ) : (
          <CircleAlert aria-hidden size={15} strokeWidth={1.75} />
        )}
        {failureTitle(failure)}
      </span>
      <span className="line-clamp-3 max-w-56 text-meta/[15px] text-tx-2" title={words}>
        {words}
      </span>
      <span className="flex flex-wrap justify-center gap-1.5">
        {unknown && (
          <CardButton tab={tab} framed onPress={() => onCheck(item)}>
            Check, free
          </CardButton>
        )}
        {way === 'providers' && <ToProviders tab={tab} framed />}
        {way === 'budget' && (
          <CardButton tab={tab} framed onPress={() => onBudget(item)}>
            Raise budget
          </CardButton>
        )}
        {failure.retryable && way === null && (
          <CardButton tab={tab} framed={!unknown} onPress={() => onRetry(item)}>
            {pricedVerb(unknown ? 'Try again' : 'Retry', item.price_usd)}
          </CardButton>
        )}
        {way === 'providers' && (
          <CardButton tab={tab} onPress={() => onRetry(item)}>
            {pricedVerb('Retry', item.price_usd)}
          </CardButton>
        )}
      </span>
    </>
  );
}

/** The way out of a failure on a card whose older take stays on show. */
export function Again({ item, failure, tab, onRetry, onCheck, onBudget }: FailedProps) {
  const way = wayOut(failure);
  if (way === 'providers') return <ToProviders tab={tab} />;
  if (way === 'budget') {
    return (
      <CardButton tab={tab} onPress={() => onBudget(item)}>
        Raise budget
      </CardButton>
    );
  }
  return (
    <>
      {outcomeUnknown(failure) && (
        <CardButton tab={tab} onPress={() => onCheck(item)}>
          Check, free
        </CardButton>
      )}
      {failure.retryable && (
        <CardButton tab={tab} onPress={() => onRetry(item)}>
          {pricedVerb(outcomeUnknown(failure) ? 'Again' : 'Retry', item.price_usd)}
        </CardButton>
      )}
    </>
  );
}
