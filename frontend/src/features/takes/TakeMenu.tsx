import { Columns2, Download, Ellipsis, MessageSquareText } from 'lucide-react';
import type { Take } from '@/api/types';
import { IconButton, Menu, MenuItem } from '@/shared/ui';

const ICON = { 'aria-hidden': true, size: 14, strokeWidth: 1.75 } as const;

/** What can be done with one take. */
export interface TakeActions {
  /** Shows it against the take in use. */
  compare?: ((take: Take) => void) | undefined;
  /** Begins a note that names it. */
  note: (take: Take) => void;
  download?: ((take: Take) => void) | undefined;
}

interface TakeMenuProps {
  take: Take;
  inUse: boolean;
  /** It can be reached with Tab. */
  reachable: boolean;
  actions: TakeActions;
  onPick: () => void;
}

/** The menu of a take. */
export function TakeMenu({ take, inUse, reachable, actions, onPick }: TakeMenuProps) {
  const { compare, note, download } = actions;
  return (
    <Menu
      side="top"
      align="end"
      trigger={
        <IconButton
          label={`More for take ${String(take.number)}`}
          side="top"
          tabIndex={reachable ? 0 : -1}
          className="absolute -right-1 bottom-0 !min-h-6 !min-w-6"
        >
          <Ellipsis {...ICON} />
        </IconButton>
      }
    >
      <MenuItem disabled={inUse} keys={String(take.number)} onSelect={onPick}>
        {inUse ? 'In use' : 'Use this take, free'}
      </MenuItem>
      {compare && (
        <MenuItem
          icon={<Columns2 {...ICON} />}
          disabled={inUse}
          onSelect={() => {
            compare(take);
          }}
        >
          Compare with the take in use
        </MenuItem>
      )}
      <MenuItem
        icon={<MessageSquareText {...ICON} />}
        onSelect={() => {
          note(take);
        }}
      >
        Note on this take
      </MenuItem>
      {download && (
        <MenuItem
          icon={<Download {...ICON} />}
          onSelect={() => {
            download(take);
          }}
        >
          Download
        </MenuItem>
      )}
    </Menu>
  );
}
