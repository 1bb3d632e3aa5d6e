import { CircleQuestionMark, Eye, EyeOff, GitBranch, Redo2, Undo2 } from 'lucide-react';
import { Button, IconButton, Menu, MenuItem, Popover, Segmented, showShortcuts } from '@/shared/ui';
import type { EngineState, MaskEngine } from './engine/MaskEngine';
import type { OverlayColour } from './engine/overlay';

const ICON = { 'aria-hidden': true, size: 16, strokeWidth: 1.75 } as const;

const COLOURS: readonly { value: OverlayColour; name: string; css: string }[] = [
  { value: 'cyan', name: 'Cyan', css: '#27eaea' },
  { value: 'magenta', name: 'Magenta', css: '#ff40dc' },
  { value: 'red', name: 'Red', css: '#ff3c3c' },
  { value: 'white', name: 'White', css: '#ffffff' },
];

interface TopBarProps {
  engine: MaskEngine | null;
  state: EngineState | null;
  name: string;
  take: number;
  kept: boolean;
  onHistory: () => void;
  onClose: () => void;
}

/** What is edited, undo and redo, zoom, how the mask looks, close. */
export function TopBar({ engine, state, name, take, kept, onHistory, onClose }: TopBarProps) {
  return (
    <header className="flex min-h-14 shrink-0 items-center gap-2 overflow-x-auto border-b border-line bg-panel px-3 py-1.5 whitespace-nowrap">
      <b className="code text-stage font-semibold">{name}</b>
      <h1 className="font-semibold max-sm:sr-only">Edit with mask</h1>
      <span className="text-small text-tx-3 max-lg:hidden">from take {take}, which stays as it is</span>
      <span aria-hidden className="mx-1 h-5 w-px shrink-0 bg-line-2" />
      <IconButton
        label={state?.undoLabel ? `Undo ${state.undoLabel.toLowerCase()}` : 'Nothing to undo'}
        keys="mod+z"
        size="default"
        aria-disabled={!state?.undoLabel}
        onClick={() => engine?.undo()}
      >
        <Undo2 {...ICON} />
      </IconButton>
      <IconButton
        label={state?.redoLabel ? `Redo ${state.redoLabel.toLowerCase()}` : 'Nothing to redo'}
        keys="mod+shift+z"
        size="default"
        aria-disabled={!state?.redoLabel}
        onClick={() => engine?.redo()}
      >
        <Redo2 {...ICON} />
      </IconButton>
      <span className="num text-small text-tx-3 max-md:hidden">{state?.done}</span>
      {!kept && (
        <span className="text-small text-stale max-md:hidden">Not kept: this browser stores nothing.</span>
      )}
      <span className="ml-auto flex items-center gap-1">
        <Menu
          align="end"
          trigger={
            <Button variant="ghost" className="max-sm:hidden">
              <span className="num">{Math.round((state?.view.scale ?? 1) * 100)} %</span>
            </Button>
          }
        >
          <MenuItem keys="mod+0" onSelect={() => engine?.fit()}>
            All of the picture
          </MenuItem>
          <MenuItem keys="mod+1" onSelect={() => engine?.fullSize()}>
            100 %
          </MenuItem>
          <MenuItem keys="+" onSelect={() => engine?.zoomStep(1)}>
            Closer
          </MenuItem>
          <MenuItem keys="-" onSelect={() => engine?.zoomStep(-1)}>
            Further away
          </MenuItem>
        </Menu>
        <MaskLook engine={engine} state={state} />
        <Button variant="ghost" icon={<GitBranch {...ICON} />} onClick={onHistory}>
          <span className="max-md:sr-only">History</span>
        </Button>
        <IconButton
          label="Keyboard shortcuts"
          keys="?"
          size="default"
          onClick={showShortcuts}
          className="max-sm:hidden"
        >
          <CircleQuestionMark {...ICON} />
        </IconButton>
        <Button keys="escape" onClick={onClose}>
          Close
        </Button>
      </span>
    </header>
  );
}

function MaskLook({ engine, state }: Pick<TopBarProps, 'engine' | 'state'>) {
  if (!engine || !state) return null;
  const { look } = state.settings;
  return (
    <>
      <Button
        variant="ghost"
        keys="q"
        pressed={state.maskShown}
        icon={state.maskShown ? <Eye {...ICON} /> : <EyeOff {...ICON} />}
        onClick={() => engine.showMask(!state.maskShown)}
      >
        Mask
      </Button>
      <Popover
        label="How the mask looks"
        align="end"
        trigger={
          <Button variant="ghost" aria-label="How the mask looks" className="!px-2 max-sm:hidden">
            <span
              aria-hidden
              className="block size-4 rounded-xs shadow-[inset_0_0_0_1px_#0008]"
              style={{ background: COLOURS.find(({ value }) => value === look.colour)?.css }}
            />
          </Button>
        }
      >
        <div className="flex flex-col gap-2.5">
          <Segmented
            label="Colour of the mask"
            value={look.colour}
            onChange={(colour) => engine.configure({ look: { ...look, colour } })}
            segments={COLOURS.map(({ value, name, css }) => ({
              value,
              name,
              label: <span aria-hidden className="size-3.5 rounded-xs" style={{ background: css }} />,
            }))}
          />
          <Segmented
            label="Pattern of the mask"
            value={look.pattern}
            onChange={(pattern) => engine.configure({ look: { ...look, pattern } })}
            segments={[
              { value: 'hatch', label: 'Hatch' },
              { value: 'tint', label: 'Tint' },
            ]}
          />
        </div>
      </Popover>
    </>
  );
}
