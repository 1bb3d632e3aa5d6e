import clsx from 'clsx';
import { Check } from 'lucide-react';
import type { Item, Take } from '@/api/types';
import { shownTake } from '@/shared/lib/items';
import { Button, Picture, ProgressBar, Segmented } from '@/shared/ui';
import { editOf } from './api';
import { letterOf, seamWords, type RunState } from './candidates';
import type { CompareMode } from './engine/MaskEngine';
import { Reblend } from './Reblend';

const MODES: readonly { value: CompareMode; label: string }[] = [
  { value: 'single', label: 'Result' },
  { value: 'wipe', label: 'Before, after' },
  { value: 'beside', label: 'Side by side' },
  { value: 'difference', label: 'Difference' },
];

interface CandidatesProps {
  item: Item;
  base: number;
  state: RunState;
  shown: Take | null;
  words: string;
  progress: number | null;
  mode: CompareMode;
  busy: boolean;
  onMode: (mode: CompareMode) => void;
  onShow: (take: number | null) => void;
  onUse: (take: Take) => void;
  onKeep: () => void;
  onBlend: (take: Take, feather: number, match: number) => void;
}

/** What came of the last run: the picture and its candidates, as they land. */
export function Candidates(props: CandidatesProps) {
  const { item, base, state, shown, mode, progress, busy } = props;
  const original = item.takes.find(({ number }) => number === base) ?? shownTake(item);
  const index = shown ? state.takes.indexOf(shown) : -1;
  const letter = index >= 0 ? letterOf(index) : '';
  const all = state.takes.length + state.waiting;
  return (
    <section aria-label="Candidates" className="shrink-0 border-t border-line bg-panel px-4 pt-2 pb-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 pb-2">
        <h2 className="font-semibold">Candidates</h2>
        <span className="num min-w-0 flex-1 truncate text-small text-tx-3">
          {props.words && `“${props.words}”, `}
          {state.takes.length} of {all} made
        </span>
        {shown && editOf(shown)?.again && (
          <span title={editOf(shown)?.again} className="truncate text-small text-tx-2">
            Second try, {shown.model}
          </span>
        )}
        {shown && shown.not_drawn.length > 0 && (
          <span className="truncate text-small text-stale">Not drawn: {shown.not_drawn.join(', ')}</span>
        )}
        <Segmented
          label="How to look at it"
          value={shown ? mode : 'own'}
          onChange={props.onMode}
          segments={MODES}
        />
      </div>
      <div className="flex items-end gap-3 max-md:flex-wrap">
        <div
          role="radiogroup"
          aria-label="Candidates"
          className="flex min-w-0 flex-1 gap-2 overflow-x-auto p-1"
        >
          {original && (
            <Thumb
              take={original}
              name="Original"
              remark={`take ${original.number}`}
              on={shown === null}
              onShow={() => props.onShow(null)}
            />
          )}
          {state.takes.map((take, place) => (
            <Thumb
              key={take.number}
              take={take}
              name={letterOf(place)}
              remark={
                editOf(take)?.seam == null ? `take ${take.number}` : seamWords(editOf(take)?.seam ?? null)
              }
              on={take === shown}
              onShow={() => props.onShow(take.number)}
            />
          ))}
          {Array.from({ length: state.waiting }, (_, place) => (
            <div key={place} className="w-32 shrink-0">
              <div className="skeleton flex aspect-video items-end rounded-pic p-1.5">
                {place === 0 && (
                  <ProgressBar
                    label={`Candidate ${letterOf(state.takes.length)}`}
                    value={progress}
                    className="w-full"
                  />
                )}
              </div>
              <p className="mt-1 text-meta text-tx-3">{place === 0 ? 'Painting' : 'In line'}</p>
            </div>
          ))}
        </div>
        <div className="flex flex-col gap-1.5 pb-1">
          {shown && (
            <Button
              keys="enter"
              icon={<Check aria-hidden size={14} strokeWidth={1.75} />}
              aria-disabled={busy}
              onClick={() => props.onUse(shown)}
            >
              Use {letter} as take {shown.number}, free
            </Button>
          )}
          <div className="flex gap-1.5">
            <Button size="compact" onClick={props.onKeep} className="flex-1">
              Keep the original
            </Button>
            {shown && editOf(shown) && (
              <Reblend key={shown.number} take={shown} busy={busy} onBlend={props.onBlend} />
            )}
          </div>
        </div>
      </div>
    </section>
  );
}

interface ThumbProps {
  take: Take;
  name: string;
  remark: string;
  on: boolean;
  onShow: () => void;
}

function Thumb({ take, name, remark, on, onShow }: ThumbProps) {
  return (
    <button
      type="button"
      role="radio"
      aria-checked={on}
      onClick={onShow}
      className="w-32 shrink-0 rounded-pic text-left"
    >
      <Picture
        sha256={take.media?.sha256}
        alt=""
        aspect="16 / 9"
        eager
        className={clsx(on && 'shadow-take')}
      />
      <span className="mt-1.5 flex justify-between gap-1 text-meta">
        <b className="font-semibold">{name}</b>
        <span className="num truncate text-tx-3">{remark}</span>
      </span>
    </button>
  );
}
