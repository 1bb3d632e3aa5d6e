import type { ReactNode } from 'react';
import type { Item, Take } from '@/api/types';
import { wordDiff } from '@/shared/lib/diff';
import { countOf, listOf } from '@/shared/lib/words';
import { Chip, DiffText, Picture } from '@/shared/ui';
import { CopyButton } from './CopyButton';
import { ScoreList, type Region } from './ScoreList';
import { takeFacts, takeText } from './takeText';

interface TakeDataProps {
  item: Item;
  take: Take;
  /** The take it is compared with: what differs in the prompt is marked. */
  other?: Take;
  /** Still of a take it was made from. */
  sourcePicture: (itemId: string, take: number) => string | null | undefined;
  /** A sentence on the item itself: which scenes show it. */
  remark?: string | undefined;
  /** Shows where a score was measured. */
  onRegion?: (region: Region | null) => void;
}

/** Everything known of a take: prompt as sent, scores, sources, maker, price. */
export function TakeData({ item, take, other, sourcePicture, remark, onRegion }: TakeDataProps) {
  return (
    <div className="flex flex-col gap-4">
      <p className="text-tx-2">
        {item.summary}
        {remark && <span className="block text-small text-tx-3">{remark}</span>}
      </p>
      <p className="-mt-3 flex items-center justify-between text-small text-tx-3">
        All of this as text <CopyButton label="Copy all" text={takeText(item, take)} />
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
            {other?.prompt ? <DiffText before={other.prompt} after={take.prompt} /> : take.prompt}
          </p>
        ) : (
          <p className="text-small text-tx-3">
            {take.origin === 'upload' ? 'Your own picture. Nothing was sent.' : 'Nothing was sent.'}
          </p>
        )}
        {take.prompt && other?.prompt && <PromptDiff before={other} after={take} />}
      </Part>
      {take.drawn.length > 0 && (
        <Part title="Drawn">
          <p className="text-small text-tx-2">{listOf(take.drawn)}</p>
        </Part>
      )}
      {take.not_drawn.length > 0 && (
        <Part title="Not drawn">
          <p className="text-small text-stale">{listOf(take.not_drawn)}</p>
        </Part>
      )}
      {take.scoring === 'waiting' && (
        <Part title="Scores">
          <p className="text-small text-tx-3">Being measured. They come by themselves.</p>
        </Part>
      )}
      {take.scores.length > 0 && (
        <Part title="Scores">
          <ScoreList
            scores={take.overall ? [take.overall, ...take.scores] : take.scores}
            onRegion={onRegion}
          />
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
      {take.like && (
        <p className="text-small text-tx-2">
          Made like {take.like.label}, take {take.like.take}.
        </p>
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

/** Words of the prompt that differ from another take's: what the two were asked differently. */
function PromptDiff({ before, after }: { before: Take; after: Take }) {
  const { added, removed } = wordDiff(before.prompt, after.prompt);
  const words = countOf(Math.max(added, removed), 'word');
  return (
    <p className="mt-1 text-meta text-tx-3">
      {added + removed === 0
        ? `The same prompt as take ${String(before.number)}`
        : `Differs from take ${String(before.number)} in ${words}`}
    </p>
  );
}

function Facts({ take }: { take: Take }) {
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-[7px] border-t border-line pt-3 text-small">
      {takeFacts(take).map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-tx-3">{name}</dt>
          <dd className="code min-w-0 text-right break-words text-tx-2">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
