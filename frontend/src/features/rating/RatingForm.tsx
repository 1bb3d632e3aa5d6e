import clsx from 'clsx';
import { Star } from 'lucide-react';
import { useState, type SyntheticEvent } from 'react';
import type { RatingRequest } from '@/api/types';
import { countOf } from '@/shared/lib/words';
import { Button, Field } from '@/shared/ui';

const STARS = [1, 2, 3, 4, 5] as const;
const RECOMMEND = Array.from({ length: 11 }, (_, value) => value);
const LONGEST = 500;

interface RatingFormProps {
  busy: boolean;
  onRate: (rating: RatingRequest) => void;
  onLater: () => void;
}

/** Stars, how likely one would recommend the studio, and a line of one's own. */
export function RatingForm({ busy, onRate, onLater }: RatingFormProps) {
  const [stars, setStars] = useState<number | null>(null);
  const [recommend, setRecommend] = useState<number | null>(null);
  const [comment, setComment] = useState('');
  const ready = stars !== null && recommend !== null;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (ready) onRate({ stars, recommend, comment });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <fieldset>
        <legend className="mb-1.5 text-small text-tx-2">The film</legend>
        <div className="flex gap-1">
          {STARS.map((value) => (
            <label key={value} className="touch cursor-pointer rounded-tag p-1 has-focus-visible:outline-2">
              <input
                type="radio"
                name="stars"
                value={value}
                checked={stars === value}
                onChange={() => setStars(value)}
                className="sr-only"
                aria-label={countOf(value, 'star')}
              />
              <Star
                aria-hidden
                size={22}
                strokeWidth={1.5}
                className={clsx(stars !== null && value <= stars ? 'fill-tx text-tx' : 'text-line-ctl')}
              />
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-1.5 text-small text-tx-2">Would you recommend Dailies to a colleague?</legend>
        <div className="flex flex-wrap gap-1">
          {RECOMMEND.map((value) => (
            <label
              key={value}
              className={clsx(
                'num touch grid size-8 cursor-pointer place-items-center rounded-btn text-small edge-2 has-focus-visible:outline-2',
                recommend === value ? 'bg-tx text-bg' : 'hover:bg-hover',
              )}
            >
              <input
                type="radio"
                name="recommend"
                value={value}
                checked={recommend === value}
                onChange={() => setRecommend(value)}
                className="sr-only"
                aria-label={`${String(value)} of 10`}
              />
              {value}
            </label>
          ))}
        </div>
        <p className="mt-1 flex justify-between text-meta text-tx-3">
          <span>Not at all</span>
          <span>Surely</span>
        </p>
      </fieldset>
      <Field
        label="Anything to add? The studio's owner reads it."
        value={comment}
        maxLength={LONGEST}
        onChange={(event) => setComment(event.target.value)}
      />
      <div className="flex justify-end gap-2">
        <Button onClick={onLater}>Not now</Button>
        <Button type="submit" variant="filled" aria-disabled={!ready || busy}>
          {busy ? 'Sending' : 'Send'}
        </Button>
      </div>
    </form>
  );
}
