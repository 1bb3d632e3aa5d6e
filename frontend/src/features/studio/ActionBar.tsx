import clsx from 'clsx';
import {
  Brush,
  Columns2,
  Ellipsis,
  History,
  Maximize2,
  MessageSquareText,
  RefreshCw,
  RotateCcw,
  SlidersHorizontal,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { Item, Stage } from '@/api/types';
import { outcomeUnknown } from '@/shared/lib/failures';
import { itemName } from '@/shared/lib/items';
import { formatUsd } from '@/shared/lib/money';
import { countItems, STAGE_ITEMS } from '@/shared/lib/words';
import { Button, IconButton, Menu } from '@/shared/ui';
import { BarDivider } from './StageBar';
import { renewPrice } from './stageWords';

const ICON = { 'aria-hidden': true, size: 15, strokeWidth: 1.75 } as const;

/** What can be done with the targets; undefined where it can't be done with them. */
export interface BarActions {
  enlarge: (() => void) | undefined;
  compare: (() => void) | undefined;
  note: (() => void) | undefined;
  /** Opens the mask editor. */
  edit: (() => void) | undefined;
  adjust: (() => void) | undefined;
  regenerate: () => void;
  renew: (items: readonly Item[]) => void;
  /** Keeps stale takes as they are. */
  keep: (items: readonly Item[]) => void;
  retry: (items: readonly Item[]) => void;
  clear: () => void;
}

interface ActionBarProps {
  stage: Stage;
  /** What the buttons act on: the selected items, else the one with the focus. */
  targets: readonly Item[];
  /** How many of them were selected by hand. */
  selectedCount: number;
  actions: BarActions;
  /** What is done more seldom, as rows of a menu. */
  more: ReactNode;
  /** At the right end: the size of the cards. */
  children?: ReactNode;
}

/** What can be done with the selected items, with its price. */
export function ActionBar({ stage, targets, selectedCount, actions, more, children }: ActionBarProps) {
  const idle = targets.filter((item) => item.work === null);
  const stale = idle.filter((item) => item.stale);
  // A job that may have been taken is only sent again from its own card, which asks first.
  const failed = idle.filter(({ failure }) => failure?.retryable && !outcomeUnknown(failure));
  const first = targets[0];
  const makes = idle.length > 0 ? idle : targets;
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
        <span className="mx-1.5 max-w-40 truncate text-small text-tx-3 max-2xl:hidden">
          {targets.map(itemName).join(', ')}
        </span>
      )}
      <BarDivider />
      <Act keys="enter" icon={<Maximize2 {...ICON} />} onClick={actions.enlarge} label="Enlarge" />
      <Act
        keys="c"
        icon={<Columns2 {...ICON} />}
        onClick={actions.compare}
        label="Compare"
        because="Select two, or one with two takes"
      />
      <Act keys="m" icon={<MessageSquareText {...ICON} />} onClick={actions.note} label="Note" />
      {actions.edit && <Act keys="e" icon={<Brush {...ICON} />} onClick={actions.edit} label="Edit" />}
      {actions.adjust && (
        <Act
          keys="j"
          icon={<SlidersHorizontal {...ICON} />}
          onClick={actions.adjust}
          label={<>Adjust{selectedCount > 1 ? ` ${String(targets.length)}` : ''}, free</>}
        />
      )}
      {stale.length > 0 && (
        <Button
          variant="ghost"
          size="compact"
          icon={<History {...ICON} />}
          price={formatUsd(renewPrice(stale))}
          onClick={() => {
            actions.renew(stale);
          }}
        >
          Renew {stale.length === 1 ? '' : `${String(stale.length)} `}stale
        </Button>
      )}
      {stale.length > 0 && (
        <Button
          variant="ghost"
          size="compact"
          onClick={() => {
            actions.keep(stale);
          }}
        >
          Keep as is
        </Button>
      )}
      {failed.length > 0 && (
        <Button
          variant="ghost"
          size="compact"
          icon={<RotateCcw {...ICON} />}
          price={formatUsd(sumOf(failed))}
          onClick={() => {
            actions.retry(failed);
          }}
        >
          Retry {failed.length === 1 ? '' : `${String(failed.length)} `}failed
        </Button>
      )}
      <Button
        size="compact"
        keys="r"
        icon={<RefreshCw {...ICON} />}
        price={formatUsd(sumOf(makes))}
        onClick={actions.regenerate}
        aria-disabled={idle.length === 0}
        title={idle.length === 0 ? 'Work is under way' : undefined}
        className="mx-1"
      >
        {verbOf(makes)}
        {idle.length > 1 ? ` ${String(idle.length)}` : ''}
      </Button>
      {first && (
        <Menu
          side="top"
          align="end"
          trigger={
            <Button variant="ghost" size="compact" icon={<Ellipsis {...ICON} />}>
              More
            </Button>
          }
        >
          {more}
        </Menu>
      )}
      {children !== undefined && <span className="ml-auto pl-3 max-xl:hidden">{children}</span>}
      {selectedCount > 0 && (
        <IconButton
          label="Clear the selection"
          side="top"
          onClick={actions.clear}
          className={clsx(
            'sticky -right-3 shrink-0 bg-raised',
            children === undefined ? 'ml-auto' : 'max-xl:ml-auto',
          )}
        >
          <X {...ICON} />
        </IconButton>
      )}
    </div>
  );
}

interface ActProps {
  keys: string;
  icon: ReactNode;
  label: ReactNode;
  onClick: (() => void) | undefined;
  /** Why it can't be done now. */
  because?: string;
}

function Act({ keys, icon, label, onClick, because }: ActProps) {
  return (
    <Button
      variant="ghost"
      size="compact"
      keys={keys}
      icon={icon}
      onClick={onClick}
      aria-disabled={!onClick}
      title={onClick ? undefined : because}
      className={onClick ? '' : '!bg-transparent !shadow-none'}
    >
      {label}
    </Button>
  );
}

/** What has no take is made; what has one is made again. */
function verbOf(items: readonly Item[]): string {
  return items.length > 0 && items.every(({ takes }) => takes.length === 0) ? 'Make' : 'Regenerate';
}

/** "Regenerate 3 frames, $0.12", "Regenerate 3 frames twice, $0.24". */
export function regenerateWords(items: readonly Item[], stage: Stage, count = 1): string {
  const first = items[0];
  const what = items.length === 1 && first ? itemName(first) : countItems(items.length, stage);
  const times = count === 1 ? '' : `, ${String(count)} takes ${items.length === 1 ? '' : 'each'}`.trimEnd();
  return `${verbOf(items)} ${what}${times}, ${formatUsd(sumOf(items) * count)}`;
}

function sumOf(items: readonly Item[]): number {
  return items.reduce((sum, item) => sum + item.price_usd, 0);
}
