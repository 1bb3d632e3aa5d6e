import clsx from 'clsx';
import { CircleCheck } from 'lucide-react';
import type { Take } from '@/api/types';
import { formatMoment } from '@/shared/lib/time';
import { Picture, Tag } from '@/shared/ui';
import { fromWords, makerWords, originWords, scoreWords } from './takeWords';

/** Height of a take's picture in the strip and in the grid, in pixels. */
export const TAKE_HEIGHT = { strip: 72, grid: 126 } as const;

interface PictureTakeProps {
  take: Take;
  selected: boolean;
  /** Width over height. */
  ratio: number;
  poster: string | null | undefined;
  /** Larger, with everything that is known of it in lines. */
  grid: boolean;
}

/** A take that is a picture or film: the picture, its score, where it came from, who made it. */
export function PictureTake({ take, selected, ratio, poster, grid }: PictureTakeProps) {
  const height = grid ? TAKE_HEIGHT.grid : TAKE_HEIGHT.strip;
  const lines = grid
    ? [
        originWords(take),
        [fromWords(take), formatMoment(take.created_at)].filter(Boolean).join(', '),
        makerWords(take),
      ]
    : [originWords(take), makerWords(take)];
  return (
    <span className="flex flex-col" style={{ width: Math.max(72, Math.round(height * ratio)) }}>
      <span className={clsx('block rounded-pic', selected && 'shadow-take')}>
        <Picture sha256={poster} alt="" className={grid ? 'h-[126px]' : 'h-[72px]'} sizes="240px" />
      </span>
      <span className="mt-[7px] flex items-center gap-1 text-meta/[14px] text-tx-3">
        {selected && <CircleCheck aria-hidden size={13} strokeWidth={1.75} className="shrink-0 text-tx" />}
        <b className="shrink-0 font-semibold text-tx">Take {take.number}</b>
        <span className="num ml-auto truncate">{scoreWords(take)}</span>
      </span>
      {lines.map((line, index) => (
        <span
          key={index}
          className="num truncate pr-6 text-meta/[14px] text-tx-3"
          title={index > 0 ? `${take.provider} ${take.model}`.trim() : take.note || undefined}
        >
          {line || '\u00a0'}
        </span>
      ))}
    </span>
  );
}

/** A take of the story: when it was written, why, and what it changed. */
export function StoryTake({ take, selected, change }: { take: Take; selected: boolean; change: string }) {
  return (
    <span className={clsx('block w-[236px] rounded-card bg-raised px-3 py-2', selected && 'shadow-take')}>
      <span className="flex items-center gap-1.5 text-small">
        <b className="font-semibold">Take {take.number}</b>
        {selected && <Tag tone="white">selected</Tag>}
        <span className="num ml-auto text-meta text-tx-3">{formatMoment(take.created_at)}</span>
      </span>
      <span className="mt-[3px] block truncate">{originWords(take)}</span>
      <span className="block truncate text-small text-tx-3">{change || take.model}</span>
    </span>
  );
}
