import clsx from 'clsx';
import { Bandage, Eraser, Expand, Plus, Replace, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatUsd } from '@/shared/lib/money';
import { Button, Segmented, Switch, TextArea } from '@/shared/ui';
import { Advanced } from './Advanced';
import type { Context, EditLook, Intent } from './api';
import { ContextPreview } from './ContextPreview';
import type { Rect } from './engine/geometry';
import type { EngineState, MaskEngine } from './engine/MaskEngine';
import { NumberField } from './NumberField';
import { candidatesOf, INTENT_NAMES, INTENTS, missing, rangeWords, withIntent, type Wishes } from './wishes';

const ICONS: Readonly<Record<Intent, LucideIcon>> = {
  replace: Replace,
  remove: Eraser,
  add: Plus,
  fix: Bandage,
  extend: Expand,
};
const CONTEXTS: readonly { value: Context; label: string }[] = [
  { value: 'tight', label: 'Tight' },
  { value: 'auto', label: 'Auto' },
  { value: 'wide', label: 'Wide' },
  { value: 'whole', label: 'Whole' },
];
const SIDES = ['left', 'top', 'right', 'bottom'] as const;

interface EditPanelProps {
  engine: MaskEngine;
  state: EngineState;
  wishes: Wishes;
  onWishes: (wishes: Wishes) => void;
  look: EditLook | null;
  /** The context frame that is drawn. */
  frame: Rect | null;
  model: string;
  /** Dollars for one candidate; null where it is not known yet. */
  price: number | null;
  busy: boolean;
  waiting: number;
  onGenerate: () => void;
  onCancel: () => void;
  onApply: () => void;
  /** What went wrong, above the button. */
  trouble: ReactNode;
}

/** What the edit is for, in words; how much around it is sent; the priced button. */
export function EditPanel(props: EditPanelProps) {
  const { engine, state, wishes, onWishes, look, frame, model, price, busy, waiting } = props;
  const usual = INTENTS[wishes.intent];
  const change = (part: Partial<Wishes>) => onWishes({ ...wishes, ...part });
  const lack = missing(wishes, state.covers);
  const count = candidatesOf(wishes);
  const most = price === null ? 0 : (price + (look?.price_again_usd ?? 0)) * count;
  const cost = price === null ? undefined : rangeWords(price * count, most);
  return (
    <>
      <div className="flex min-h-0 flex-1 flex-col gap-3.5 overflow-y-auto p-4">
        <IntentChoice intent={wishes.intent} onIntent={(intent) => onWishes(withIntent(wishes, intent))} />
        <p className="text-small text-tx-2">{usual.says}</p>
        <TextArea
          label={usual.needsWords ? usual.asks : `${usual.asks}, optional`}
          value={wishes.prompt}
          minRows={2}
          maxRows={6}
          placeholder={usual.example}
          onChange={(event) => change({ prompt: event.target.value })}
        />
        <TextArea
          label="What must not be there, optional"
          value={wishes.negative}
          minRows={1}
          maxRows={4}
          placeholder="Text, logo, hood"
          onChange={(event) => change({ negative: event.target.value })}
        />
        {wishes.intent === 'extend' ? (
          <MarginFields wishes={wishes} onWishes={onWishes} />
        ) : (
          <section className="flex flex-col gap-2">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <span className="text-small text-tx-2">Context frame</span>
              <Segmented
                label="Context frame"
                value={state.frame ? 'own' : wishes.context}
                onChange={(context) => {
                  engine.resetFrame();
                  change({ context });
                }}
                segments={CONTEXTS}
              />
            </div>
            {frame ? (
              <>
                <ContextPreview engine={engine} state={state} box={frame} />
                <p className="num text-meta text-tx-3">
                  {look ? `Sent at ${look.sent.join(' × ')}, exactly this part. ` : ''}Drag the frame on the
                  picture to change it.
                </p>
              </>
            ) : (
              <p className="text-small text-tx-3">Appears around what you paint.</p>
            )}
            {look && look.apart.length > 1 && (
              <p className="text-small text-stale">
                {look.apart.length} regions lie far apart. Each is finer when painted alone: keep one under
                Regions.
              </p>
            )}
          </section>
        )}
        <div className="flex items-center justify-between gap-2">
          <span className="text-small text-tx-2">Candidates</span>
          <Segmented
            label="Candidates"
            value={String(count)}
            onChange={(value) => change({ count: Number(value) })}
            segments={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
          />
        </div>
        <div className="flex items-center justify-between gap-2">
          <span className="text-small text-tx-2">Other frames</span>
          <Button size="compact" onClick={props.onApply}>
            Apply the same edit
          </Button>
        </div>
        {look && (look.again || !wishes.again) && (
          <div className="flex flex-col gap-1">
            <Switch
              label="Second try when an answer is poor"
              checked={wishes.again}
              onChange={(again) => change({ again })}
            />
            {look.again && (
              <p className="num text-meta text-tx-3">
                By {look.again}, up to {formatUsd(look.price_again_usd)} more for each, only where the first
                is refused or shows its border.
              </p>
            )}
          </div>
        )}
        <Advanced
          wishes={wishes}
          onWishes={change}
          frame={wishes.intent === 'extend' ? null : frame}
          onFrame={(rect) => engine.setFrame(rect)}
        />
      </div>
      <footer className="flex flex-col gap-2 border-t border-line p-4">
        {props.trouble}
        <div className="num flex justify-between gap-3 text-small text-tx-3">
          <span className="truncate">{model}</span>
          {price !== null && price > 0 && (
            <span className="whitespace-nowrap">
              {count} × {formatUsd(price)}
            </span>
          )}
        </div>
        {waiting > 0 ? (
          <Button size="large" onClick={props.onCancel}>
            Cancel the {waiting} not made yet
          </Button>
        ) : (
          <Button
            variant="filled"
            size="large"
            keys="mod+enter"
            aria-disabled={lack !== null || busy}
            aria-describedby={lack ? 'edit-lack' : undefined}
            price={cost}
            onClick={props.onGenerate}
          >
            Generate {count}
          </Button>
        )}
        {lack && (
          <p id="edit-lack" className="text-small text-tx-2">
            {lack}
          </p>
        )}
      </footer>
    </>
  );
}

function IntentChoice({ intent, onIntent }: { intent: Intent; onIntent: (intent: Intent) => void }) {
  return (
    <div role="radiogroup" aria-label="What the edit is for" className="grid grid-cols-5 gap-1.5">
      {INTENT_NAMES.map((name) => {
        const Icon = ICONS[name];
        return (
          <button
            key={name}
            type="button"
            role="radio"
            aria-checked={name === intent}
            onClick={() => onIntent(name)}
            className={clsx(
              'flex min-h-12 flex-col items-center justify-center gap-1 rounded-btn text-meta font-medium transition-colors duration-[80ms]',
              name === intent
                ? 'bg-ac-tint text-ac-hi shadow-[inset_0_0_0_2px_var(--color-ac)]'
                : 'bg-raised text-tx-2 hover:bg-hover hover:text-tx',
            )}
          >
            <Icon aria-hidden size={16} strokeWidth={1.75} />
            {INTENTS[name].title}
          </button>
        );
      })}
    </div>
  );
}

function MarginFields({ wishes, onWishes }: Pick<EditPanelProps, 'wishes' | 'onWishes'>) {
  return (
    <fieldset className="grid grid-cols-4 gap-2">
      <legend className="mb-1 text-small text-tx-2">How far, pixels</legend>
      {SIDES.map((side) => (
        <NumberField
          key={side}
          label={side.charAt(0).toUpperCase() + side.slice(1)}
          value={wishes.margins[side]}
          usual="0"
          min={0}
          max={2048}
          onChange={(value) =>
            onWishes({ ...wishes, margins: { ...wishes.margins, [side]: Math.round(value ?? 0) } })
          }
        />
      ))}
    </fieldset>
  );
}
