import { Crop as CropIcon, FlipHorizontal2, RotateCcw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { blobUrl } from '@/api/projects';
import type { Adjustment, Item, Take } from '@/api/types';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { itemName, nextTake } from '@/shared/lib/items';
import { countOf } from '@/shared/lib/words';
import { Button, FullView, Kbd, Switch } from '@/shared/ui';
import { isNeutral, isWhole, NEUTRAL, shapedCrop, startOf, WHOLE } from './adjustment';
import { CropFrame, cropWords } from './CropFrame';
import { DialRow } from './DialRow';
import { useAdjustLook } from './useAdjustLook';

const ICON = { 'aria-hidden': true, size: 14, strokeWidth: 1.75 } as const;

interface AdjustPanelProps {
  projectId: string;
  /** What is adjusted alike; the first is on show. */
  items: readonly [Item, ...Item[]];
  onClose: () => void;
  /** `take`: the number to start from; null is each item's own take in use. */
  onSave: (items: readonly Item[], adjustment: Adjustment, take: number | null) => void;
}

/** Light, colour and frame of a picture changed here and for nothing, with a look at every change. */
export function AdjustPanel({ projectId, items, onClose, onSave }: AdjustPanelProps) {
  const [item] = items;
  // What it starts from stays, whatever else is picked meanwhile.
  const [start] = useState(() => startOf(item));
  if (!start) {
    return (
      <FullView title={`Adjust ${itemName(item)}`} onClose={onClose} bar={null} panel={null}>
        <p className="m-auto text-tx-3">There is no picture to adjust yet.</p>
      </FullView>
    );
  }
  return (
    <AdjustRoom
      {...{ projectId, items, onClose, onSave }}
      take={start.take}
      initial={start.adjustment}
      again={start.adjustment !== NEUTRAL}
    />
  );
}

interface AdjustRoomProps extends AdjustPanelProps {
  take: Take;
  initial: Adjustment;
  /** An earlier adjustment is opened again. */
  again: boolean;
}

function AdjustRoom({ projectId, items, take, initial, again, onClose, onSave }: AdjustRoomProps) {
  const [item] = items;
  const [adjustment, setAdjustment] = useState(initial);
  const [cropping, setCropping] = useState(false);
  const [keepShape, setKeepShape] = useState(true);
  const [original, setOriginal] = useState(false);
  const shown = cropping ? { ...adjustment, crop: WHOLE } : adjustment;
  const { url, busy, problem } = useAdjustLook(projectId, item.id, take.number, shown);
  const unchanged = isNeutral(adjustment) || JSON.stringify(adjustment) === JSON.stringify(initial);
  const reset = () => {
    setAdjustment(NEUTRAL);
  };
  const flip = () => {
    setAdjustment({ ...adjustment, flip: !adjustment.flip });
  };
  const save = () => {
    if (unchanged) return;
    onSave(items, adjustment, items.length === 1 ? take.number : null);
    onClose();
  };
  const key = (keys: string, label: string, run: () => void) => ({
    keys,
    label,
    group: 'Adjust',
    run,
    inDialog: true,
  });
  useShortcuts([
    key('mod+enter', 'Make the take, free', save),
    key('c', 'Crop', () => {
      setCropping(!cropping);
    }),
    key('h', 'Flip', flip),
    key('0', 'Reset all', reset),
    key('o', 'Original, or adjusted', () => {
      setOriginal(!original);
    }),
  ]);
  return (
    <FullView
      title={`Adjust ${itemName(item)}`}
      onClose={onClose}
      panelLabel="Adjust"
      bar={
        <>
          <b className="ml-2 text-stage font-semibold">
            Adjust <span className="code">{itemName(item)}</span>
          </b>
          <span className="min-w-0 truncate text-small text-tx-3 max-sm:hidden">
            {again ? `Opened again, from take ${String(take.number)}` : `From take ${String(take.number)}`}
            {items.length > 1 && `, and ${countOf(items.length - 1, 'other')} alike`}
          </span>
          <Button
            size="compact"
            className="ml-auto"
            pressed={original}
            keys="o"
            onClick={() => {
              setOriginal(!original);
            }}
          >
            Original
          </Button>
          <Button size="compact" variant="ghost" keys="0" icon={<RotateCcw {...ICON} />} onClick={reset}>
            Reset all
          </Button>
        </>
      }
      panel={
        <div className="flex min-h-full flex-col gap-5">
          <Group title="Light">
            <DialRow dial="exposure" adjustment={adjustment} onChange={setAdjustment} />
            <DialRow dial="contrast" adjustment={adjustment} onChange={setAdjustment} />
          </Group>
          <Group title="Colour">
            <DialRow dial="saturation" adjustment={adjustment} onChange={setAdjustment} />
            <DialRow dial="temperature" adjustment={adjustment} onChange={setAdjustment} />
            <DialRow dial="tint" adjustment={adjustment} onChange={setAdjustment} />
          </Group>
          <Group title="Frame">
            <DialRow dial="straighten" adjustment={adjustment} onChange={setAdjustment} />
            <div className="flex flex-wrap gap-2">
              <Button
                size="compact"
                keys="c"
                pressed={cropping}
                icon={<CropIcon {...ICON} />}
                onClick={() => {
                  setCropping(!cropping);
                }}
              >
                Crop
              </Button>
              <Button
                size="compact"
                keys="h"
                pressed={adjustment.flip}
                icon={<FlipHorizontal2 {...ICON} />}
                onClick={flip}
              >
                Flip
              </Button>
              {!isWhole(adjustment.crop) && (
                <Button
                  size="compact"
                  variant="ghost"
                  onClick={() => {
                    setAdjustment({ ...adjustment, crop: WHOLE });
                  }}
                >
                  Whole picture
                </Button>
              )}
            </div>
            {cropping && (
              <Switch
                label="Keep the film’s shape"
                checked={keepShape}
                onChange={(keep) => {
                  setKeepShape(keep);
                  if (keep) setAdjustment({ ...adjustment, crop: shapedCrop(adjustment.crop) });
                }}
              />
            )}
            {!isWhole(adjustment.crop) && (
              <p className="num text-small text-tx-3">The crop {cropWords(adjustment.crop)}.</p>
            )}
          </Group>
          <div className="mt-auto flex flex-col gap-2 border-t border-line pt-4">
            <Button
              variant="filled"
              keys="mod+enter"
              aria-disabled={unchanged}
              {...(unchanged && { 'aria-describedby': 'adjust-reason' })}
              onClick={save}
            >
              {items.length === 1
                ? `Make take ${String(nextTake(item))}, free`
                : `Make ${String(items.length)} takes, free`}
            </Button>
            <p id="adjust-reason" className="text-small text-tx-3">
              {unchanged
                ? 'Nothing is changed yet.'
                : 'Every take stays. This one can be opened and changed again.'}
            </p>
          </div>
        </div>
      }
    >
      <div className="flex min-h-0 flex-1 p-4 sm:p-8">
        <Preview
          take={take}
          url={original ? null : url}
          alt={`${itemName(item)}, ${original ? 'as it was' : 'adjusted'}`}
          // Only the whole picture keeps its shape; a free crop is shown in its own.
          crop={cropping || original ? WHOLE : adjustment.crop}
        >
          {cropping && !original && (
            <CropFrame
              crop={adjustment.crop}
              keepShape={keepShape}
              onCrop={(crop) => {
                setAdjustment({ ...adjustment, crop });
              }}
            />
          )}
        </Preview>
      </div>
      <p
        role="status"
        className="flex min-h-9 shrink-0 items-center gap-2 bg-panel px-4 text-small text-tx-3 sm:px-8"
      >
        {problem || (busy && !isNeutral(shown) ? 'Looking' : 'Exactly what the take will be, made smaller.')}
        <span className="ml-auto inline-flex items-center gap-1 max-sm:hidden">
          Arrow keys turn the dial in focus <Kbd keys="arrowleft" /> <Kbd keys="arrowright" />
        </span>
      </p>
    </FullView>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2.5">
      <h3 className="text-small font-semibold">{title}</h3>
      {children}
    </section>
  );
}

interface PreviewProps {
  take: Take;
  url: string | null;
  alt: string;
  crop: Adjustment['crop'];
  children: ReactNode;
}

/** The look at the size of its place, in the shape that the crop leaves. */
function Preview({ take, url, alt, crop, children }: PreviewProps) {
  if (!take.media) return null;
  const { width, height, sha256 } = take.media;
  const shape = ((crop.right - crop.left) * width) / ((crop.bottom - crop.top) * height);
  return (
    <div className="flex min-h-0 min-w-0 flex-1 items-center justify-center @container-size">
      <div
        className="relative"
        style={{ aspectRatio: shape, width: `min(100cqw, calc(100cqh * ${String(shape)}))` }}
      >
        <img
          src={url ?? blobUrl(sha256, { width: 1280 })}
          alt={alt}
          draggable={false}
          className="size-full rounded-xs object-cover"
        />
        {children}
      </div>
    </div>
  );
}
