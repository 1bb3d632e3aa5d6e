import type { ReactNode } from 'react';
import { Button, Popover, Segmented, Switch } from '@/shared/ui';
import type { EngineState, MaskEngine } from './engine/MaskEngine';
import { activeBrush } from './engine/settings';
import { Slider } from './Slider';
import { TOOLS } from './tools';

interface OptionsBarProps {
  engine: MaskEngine;
  state: EngineState;
}

/** How the tool works, and what can be done with all of the mask. */
export function OptionsBar({ engine, state, words }: OptionsBarProps & { words: ReactNode }) {
  const { settings, busy } = state;
  const { tool } = settings;
  const paints = tool === 'brush' || tool === 'erase';
  const looks = tool === 'pan' || tool === 'zoom';
  const brush = activeBrush(settings);
  return (
    <div
      role="toolbar"
      aria-label="Tool options"
      className="flex min-h-11 shrink-0 items-center gap-x-4 gap-y-1 overflow-x-auto border-b border-line bg-panel px-4 py-1 whitespace-nowrap"
    >
      <b className="font-semibold">{TOOLS.find((entry) => entry.tool === tool)?.label}</b>
      {!looks && (
        <Segmented
          label="What is painted"
          value={settings.layer}
          onChange={(layer) => engine.configure({ layer })}
          segments={[
            { value: 'mask', label: 'Mask' },
            { value: 'protect', label: 'Protect' },
          ]}
          className="shrink-0 !flex-nowrap"
        />
      )}
      {!paints && !looks && (
        <Segmented
          label="Add or take out"
          value={settings.subtract ? 'subtract' : 'add'}
          onChange={(how) => engine.configure({ subtract: how === 'subtract' })}
          segments={[
            { value: 'add', label: 'Add' },
            { value: 'subtract', label: 'Take out' },
          ]}
          className="shrink-0 !flex-nowrap"
        />
      )}
      {paints && (
        <>
          <Slider
            label="Size"
            value={brush.size}
            min={1}
            max={500}
            curved
            onChange={(size) => engine.setBrush({ size })}
          />
          <Slider
            label="Hardness"
            value={brush.hardness}
            min={0}
            max={100}
            onChange={(hardness) => engine.setBrush({ hardness })}
          />
        </>
      )}
      {tool === 'wand' && (
        <>
          <Slider
            label="Tolerance"
            value={settings.tolerance}
            min={0}
            max={128}
            onChange={(tolerance) => engine.configure({ tolerance })}
          />
          <Switch
            label="Everywhere"
            checked={settings.everywhere}
            onChange={(everywhere) => engine.configure({ everywhere })}
          />
        </>
      )}
      {tool === 'smart' && (
        <span className="text-small text-tx-3">
          {busy === 'selecting'
            ? 'Looking for it'
            : 'Click a thing or draw a box. Ctrl and click what does not belong.'}
        </span>
      )}
      {tool === 'smart' && words}
      {tool === 'cells' && (
        <span className="text-small text-tx-3">
          {busy === 'cells' ? 'Cutting the picture into cells' : 'Paint over cells of like colour.'}
        </span>
      )}
      {(tool === 'polygon' || tool === 'lasso') && (
        <span className="text-small text-tx-3">
          {state.drawing ? 'Double click or Shift Enter closes it.' : 'Hold Ctrl to take out.'}
        </span>
      )}
      <span className="ml-auto flex items-center gap-1">
        <Modify engine={engine} state={state} />
        <Button variant="ghost" size="compact" keys="i" onClick={() => engine.modify('invert')}>
          Invert
        </Button>
        <Button variant="ghost" size="compact" onClick={() => engine.modify('clear')}>
          Clear
        </Button>
      </span>
    </div>
  );
}

/** What works on the whole mask by a number of pixels. */
function Modify({ engine, state }: OptionsBarProps) {
  const { by, pressure } = state.settings;
  return (
    <Popover
      label="Modify the mask"
      align="end"
      trigger={
        <Button variant="ghost" size="compact">
          Modify
        </Button>
      }
      className="w-72"
    >
      <div className="flex flex-col gap-2.5">
        <Slider
          wide
          label="By"
          value={by}
          min={1}
          max={64}
          unit="px"
          onChange={(next) => engine.configure({ by: next })}
        />
        <div className="grid grid-cols-2 gap-1.5">
          <Button onClick={() => engine.modify('grow')}>Grow</Button>
          <Button onClick={() => engine.modify('shrink')}>Shrink</Button>
          <Button onClick={() => engine.modify('feather')}>Feather</Button>
          <Button onClick={() => engine.modify('fill')}>Fill holes</Button>
        </div>
        <Switch
          label="A pen's pressure changes the size"
          checked={pressure}
          onChange={(next) => engine.configure({ pressure: next })}
        />
      </div>
    </Popover>
  );
}
