import {
  ArrowLeft,
  ArrowRight,
  CircleCheck,
  CopyPlus,
  Download,
  Palette,
  Trash2,
  Upload,
} from 'lucide-react';
import type { Item } from '@/api/types';
import { itemName, takesUploads } from '@/shared/lib/items';
import { formatUsd } from '@/shared/lib/money';
import { LOCK_NAMES, LOCKS } from '@/shared/lib/words';
import { MenuCheck, MenuItem, MenuLabel, MenuSeparator } from '@/shared/ui';
import { bestPicks, downloadTakes, newestPicks } from './picks';
import type { ShotTools } from './shotTools';
import type { ProjectActions } from '../useProjectActions';

const ICON = { 'aria-hidden': true, size: 14, strokeWidth: 1.75 } as const;

interface MoreRowsProps {
  targets: readonly Item[];
  actions: ProjectActions;
  /** The item whose takes are on show: the one that others are made like. */
  model: Item | undefined;
  onUpload: () => void;
  /** The shots can be changed here. */
  shots?: ShotTools | undefined;
}

/** What is done more seldom with the targets of a board. */
export function MoreRows({ targets, actions, model, onUpload, shots }: MoreRowsProps) {
  const [first] = targets;
  const single = targets.length === 1 ? first : undefined;
  const newest = newestPicks(targets);
  const best = bestPicks(targets);
  const alike = targets.filter(({ id, work }) => id !== model?.id && work === null);
  const lockable = targets.filter(({ selected }) => selected !== null);
  // What is locked on all of them.
  const locked = LOCKS.filter((lock) => lockable.every(({ locks }) => locks.includes(lock)));
  const [earlier, later] = [single && shots?.shift(single, -1), single && shots?.shift(single, 1)];
  return (
    <>
      {single && takesUploads(single) && (
        <MenuItem icon={<Upload {...ICON} />} disabled={single.work !== null} onSelect={onUpload}>
          Upload own picture as a take
        </MenuItem>
      )}
      <MenuItem
        icon={<Download {...ICON} />}
        disabled={targets.every(({ takes }) => takes.length === 0)}
        onSelect={() => {
          downloadTakes(targets);
        }}
      >
        Download the take in use
      </MenuItem>
      <MenuSeparator />
      <MenuLabel>Pick, free</MenuLabel>
      <MenuItem
        icon={<CircleCheck {...ICON} />}
        disabled={newest.length === 0}
        onSelect={() => {
          actions.pickAll(newest);
        }}
      >
        Newest take
      </MenuItem>
      <MenuItem
        icon={<CircleCheck {...ICON} />}
        disabled={best.length === 0}
        onSelect={() => {
          actions.pickAll(best);
        }}
      >
        Take with the highest score
      </MenuItem>
      {lockable.length > 0 && (
        <>
          <MenuSeparator />
          <MenuLabel>Keep in every plan</MenuLabel>
          {LOCKS.map((lock) => (
            <MenuCheck
              key={lock}
              checked={locked.includes(lock)}
              onChange={(on) => {
                actions.lock(
                  lockable,
                  LOCKS.filter((each) => (each === lock ? on : locked.includes(each))),
                );
              }}
            >
              {LOCK_NAMES[lock]}
            </MenuCheck>
          ))}
        </>
      )}
      {model && takesUploads(model) && alike.length > 0 && (
        <>
          <MenuSeparator />
          <MenuItem
            icon={<Palette {...ICON} />}
            onSelect={() => {
              actions.makeAlike(model, alike);
            }}
          >
            Make {alike.length === 1 ? 'the other' : `the ${String(alike.length)} others`} like{' '}
            {itemName(model)}, {formatUsd(alike.reduce((sum, item) => sum + item.price_usd, 0))}
          </MenuItem>
        </>
      )}
      {shots && (
        <>
          <MenuSeparator />
          <MenuLabel>Shot</MenuLabel>
          {single && (
            <>
              <MenuItem
                icon={<ArrowLeft {...ICON} />}
                keys="shift+alt+arrowleft"
                disabled={!earlier}
                onSelect={() => earlier?.()}
              >
                Move earlier
              </MenuItem>
              <MenuItem
                icon={<ArrowRight {...ICON} />}
                keys="shift+alt+arrowright"
                disabled={!later}
                onSelect={() => later?.()}
              >
                Move later
              </MenuItem>
              <MenuItem
                icon={<CopyPlus {...ICON} />}
                onSelect={() => {
                  shots.duplicate(single);
                }}
              >
                Duplicate
              </MenuItem>
            </>
          )}
          <MenuItem
            danger
            icon={<Trash2 {...ICON} />}
            keys="delete"
            onSelect={() => {
              shots.remove(targets);
            }}
          >
            {targets.length === 1 ? 'Remove shot' : `Remove ${String(targets.length)} shots`}
          </MenuItem>
        </>
      )}
    </>
  );
}
