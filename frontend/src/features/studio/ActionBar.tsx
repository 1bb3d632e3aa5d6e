import { Brush, Columns2, History, Maximize2, RefreshCw, RotateCcw, Upload, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Item, Stage } from '@/api/types';
import { outcomeUnknown } from '@/shared/lib/failures';
import { itemName, takesUploads } from '@/shared/lib/items';
import { formatUsd } from '@/shared/lib/money';
import { countItems, STAGE_ITEMS } from '@/shared/lib/words';
import { Button, IconButton } from '@/shared/ui';
import { BarDivider } from './StageBar';
import { renewPrice } from './stageWords';

const ICON = { 'aria-hidden': true, size: 15, strokeWidth: 1.75 } as const;

interface ActionBarProps {
  stage: Stage;
  /** What the buttons act on: the selected items, else the one with the focus. */
  targets: readonly Item[];
  /** How many of them were selected by hand. */
  selectedCount: number;
  onEnlarge: () => void;
  onCompare: (() => void) | undefined;
  /** Opens the mask editor; undefined where there is no picture to edit. */
  onEdit: (() => void) | undefined;
  onUpload: () => void;
  onRegenerate: () => void;
  onRenew: (items: readonly Item[]) => void;
  onRetry: (items: readonly Item[]) => void;
  onClear: () => void;
  /** At the right end: the size of the cards. */
  children?: ReactNode;
}

/** What can be done with the selected items, with its price. */
export function ActionBar(props: ActionBarProps) {
  const {
    stage,
    targets,
    selectedCount,
    onEnlarge,
    onCompare,
    onEdit,
    onUpload,
    onRegenerate,
    onRenew,
    onRetry,
    onClear,
    children,
  } = props;
  const idle = targets.filter((item) => item.work === null);
  const stale = idle.filter((item) => item.stale);
  // A job that may have been taken is only sent again from its own card, which asks first.
  const failed = idle.filter(({ failure }) => failure?.retryable && !outcomeUnknown(failure));
  const first = targets[0];
  const single = targets.length === 1 ? first : undefined;
  return (
    <div
      role="toolbar"
      aria-label={selectedCount > 0 ? 'Selected items' : 'Focused item'}
      className="flex min-h-11 shrink-0 items-center gap-1 overflow-x-auto border-t border-line bg-raised pr-3 pl-3 whitespace-nowrap sm:pl-5 max-lg:min-h-14"
    >
      <b className="num mr-1.5 shrink-0 font-semibold" aria-live="polite">
        {selectedCount > 0
          ? `${String(selectedCount)} selected`
          : (first && itemName(first)) || `No ${STAGE_ITEMS[stage][0]}`}
      </b>
      {selectedCount > 0 && (
        <span className="mx-1.5 max-w-56 truncate text-small text-tx-3 max-sm:hidden">
          {targets.map(itemName).join(', ')}
        </span>
      )}
      <BarDivider />
      <Button
        variant="ghost"
        size="compact"
        keys="enter"
        icon={<Maximize2 {...ICON} />}
        onClick={onEnlarge}
        aria-disabled={!first}
      >
        Enlarge
      </Button>
      <Button
        variant="ghost"
        size="compact"
        keys="c"
        icon={<Columns2 {...ICON} />}
        onClick={onCompare}
        className={onCompare ? '' : '!bg-transparent !shadow-none'}
        aria-disabled={!onCompare}
        title={onCompare ? undefined : 'Select two, or one with two takes'}
      >
        Compare
      </Button>
      {onEdit && (
        <Button variant="ghost" size="compact" keys="e" icon={<Brush {...ICON} />} onClick={onEdit}>
          Edit
        </Button>
      )}
      {single && takesUploads(single) && (
        <Button
          variant="ghost"
          size="compact"
          icon={<Upload {...ICON} />}
          onClick={onUpload}
          aria-disabled={single.work !== null}
        >
          Upload take
        </Button>
      )}
      {stale.length > 0 && (
        <Button
          variant="ghost"
          size="compact"
          icon={<History {...ICON} />}
          price={formatUsd(renewPrice(stale))}
          onClick={() => {
            onRenew(stale);
          }}
        >
          Renew {stale.length === 1 ? '' : `${String(stale.length)} `}stale
        </Button>
      )}
      {failed.length > 0 && (
        <Button
          variant="ghost"
          size="compact"
          icon={<RotateCcw {...ICON} />}
          price={formatUsd(sumOf(failed))}
          onClick={() => {
            onRetry(failed);
          }}
        >
          Retry {failed.length === 1 ? '' : `${String(failed.length)} `}failed
        </Button>
      )}
      <Button
        size="compact"
        keys="r"
        icon={<RefreshCw {...ICON} />}
        price={formatUsd(sumOf(idle.length > 0 ? idle : targets))}
        onClick={onRegenerate}
        aria-disabled={idle.length === 0}
        title={idle.length === 0 ? 'Work is under way' : undefined}
        className="ml-1"
      >
        {verbOf(idle.length > 0 ? idle : targets)}
        {idle.length > 1 ? ` ${String(idle.length)}` : ''}
      </Button>
      {children !== undefined && <span className="ml-auto pl-3">{children}</span>}
      {selectedCount > 0 && (
        <IconButton
          label="Clear the selection"
          side="top"
          onClick={onClear}
          className={children === undefined ? 'ml-auto' : ''}
        >
          <X {...ICON} />
        </IconButton>
      )}
    </div>
  );
}

/** What has no take is made; what has one is made again. */
function verbOf(items: readonly Item[]): string {
  return items.length > 0 && items.every(({ takes }) => takes.length === 0) ? 'Make' : 'Regenerate';
}

/** "Regenerate 3 frames, $0.12". */
export function regenerateWords(items: readonly Item[], stage: Stage): string {
  const first = items[0];
  const what = items.length === 1 && first ? itemName(first) : countItems(items.length, stage);
  return `${verbOf(items)} ${what}, ${formatUsd(sumOf(items))}`;
}

function sumOf(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + item.price_usd, 0);
}
