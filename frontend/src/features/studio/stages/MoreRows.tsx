import { ArrowLeft, ArrowRight, CircleCheck, CopyPlus, Download, Trash2, Upload } from 'lucide-react';
import type { Item } from '@/api/types';
import { takesUploads } from '@/shared/lib/items';
import { MenuItem, MenuLabel, MenuSeparator } from '@/shared/ui';
import { bestPicks, downloadTakes, newestPicks } from './picks';
import type { ShotTools } from './shotTools';
import type { ProjectActions } from '../useProjectActions';

const ICON = { 'aria-hidden': true, size: 14, strokeWidth: 1.75 } as const;

interface MoreRowsProps {
  targets: readonly Item[];
  actions: ProjectActions;
  onUpload: () => void;
  /** The shots can be changed here. */
  shots?: ShotTools | undefined;
}

/** What is done more seldom with the targets of a board. */
export function MoreRows({ targets, actions, onUpload, shots }: MoreRowsProps) {
  const [first] = targets;
  const single = targets.length === 1 ? first : undefined;
  const newest = newestPicks(targets);
  const best = bestPicks(targets);
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
