import type { ReactNode } from 'react';
import type { Item, Score, Take } from '@/api/types';
import { formatUsd } from '@/shared/lib/money';
import { formatMoment, formatSeconds } from '@/shared/lib/time';
import { listOf } from '@/shared/lib/words';
import { Chip, Picture } from '@/shared/ui';
import { CopyButton } from './CopyButton';

interface TakeDataProps {
  item: Item;
  take: Take;
  /** Still of a take it was made from. */
  sourcePicture: (itemId: string, take: number) => string | null | undefined;
  /** A sentence on the item itself: which scenes show it. */
  remark?: string | undefined;
}

/** Everything known of a take: prompt as sent, scores, sources, maker, price. */
export function TakeData({ item, take, sourcePicture, remark }: TakeDataProps) {
  return (
    <div className="flex flex-col gap-4">
      <p className="text-tx-2">
        {item.summary}
        {remark && <span className="block text-small text-tx-3">{remark}</span>}
      </p>
      {take.note && (
        <Part title="Note">
          <p className="text-tx-2">“{take.note}”</p>
        </Part>
      )}
      <Part
        title="Prompt, exactly as sent"
        action={take.prompt ? <CopyButton label="Copy the prompt" text={take.prompt} /> : undefined}
      >
        {take.prompt ? (
          <p className="rounded-card bg-bg px-3 py-2.5 text-small/[19px] break-words whitespace-pre-wrap text-tx-2">
            {take.prompt}
          </p>
        ) : (
          <p className="text-small text-tx-3">
            {take.origin === 'upload' ? 'Your own picture. Nothing was sent.' : 'Nothing was sent.'}
          </p>
        )}
      </Part>
      {take.not_drawn.length > 0 && (
        <Part title="Not drawn">
          <p className="text-small text-stale">{listOf(take.not_drawn)}</p>
        </Part>
      )}
      {take.scores.length > 0 && (
        <Part title="Scores">
          {take.scores.map((score) => (
            <ScoreLine key={score.name} score={score} />
          ))}
        </Part>
      )}
      {take.made_from.length > 0 && (
        <Part title="Made from">
          <ul className="flex flex-wrap gap-1.5">
            {take.made_from.map((source) => {
              const sha256 = sourcePicture(source.item, source.take);
              return (
                <li key={source.item}>
                  <Chip
                    {...(sha256 && {
                      thumb: (
                        <Picture sha256={sha256} alt="" className="size-full !rounded-xs" sizes="24px" />
                      ),
                    })}
                  >
                    {source.label}, take {source.take}
                  </Chip>
                </li>
              );
            })}
          </ul>
        </Part>
      )}
      <Facts take={take} />
    </div>
  );
}

function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className="mb-1 flex min-h-7 items-center justify-between">
        <h3 className="text-small text-tx-3">{title}</h3>
        {action}
      </div>
      {children}
    </section>
  );
}

function ScoreLine({ score }: { score: Score }) {
  const value = score.value;
  return (
    <div className="pb-2.5 last:pb-0">
      <p className="flex justify-between gap-3">
        <b className="font-semibold">{score.name}</b>
        {value === null ? (
          <span className="text-tx-3">not measured</span>
        ) : (
          <b className="num font-semibold">{Math.round(value)}</b>
        )}
      </p>
      {value !== null && (
        <span aria-hidden className="mt-1 block h-[5px] overflow-hidden rounded-xs bg-press">
          <span
            className="block h-full bg-tx-2"
            style={{ width: `${String(Math.min(100, Math.max(0, value)))}%` }}
          />
        </span>
      )}
      <p className="mt-1 text-meta text-tx-3">
        {value === null ? score.method : `${score.method}, ${score.scale}`}
      </p>
    </div>
  );
}

function Facts({ take }: { take: Take }) {
  const media = take.media;
  const facts: [string, string][] = [
    ['Model', take.model || 'none'],
    ['Provider', take.provider || 'none'],
    ['Seed', take.origin === 'upload' ? 'none' : String(take.seed)],
    ...(media ? ([['Size', `${String(media.width)} × ${String(media.height)}`]] as [string, string][]) : []),
    ...(media?.seconds ? ([['Length', formatSeconds(media.seconds)]] as [string, string][]) : []),
    ['Price', formatUsd(take.cost_usd)],
    ['Made', formatMoment(take.created_at)],
    ...(take.parent === null ? [] : ([['Parent', `Take ${String(take.parent)}`]] as [string, string][])),
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-[7px] border-t border-line pt-3 text-small">
      {facts.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-tx-3">{name}</dt>
          <dd className="code min-w-0 text-right break-words text-tx-2">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
