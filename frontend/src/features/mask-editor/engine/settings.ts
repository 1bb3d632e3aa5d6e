import { clamp } from './geometry';
import type { Brush } from './dabs';
import { LEAST_SIZE, MOST_SIZE } from './dabs';
import type { Layer } from './history';
import type { OverlayLook } from './overlay';

export type Tool =
  'brush' | 'erase' | 'box' | 'ellipse' | 'lasso' | 'polygon' | 'wand' | 'smart' | 'cells' | 'pan' | 'zoom';

/** How the tools are set. Brush and eraser have a size each. */
export interface ToolSettings {
  readonly tool: Tool;
  readonly layer: Layer;
  readonly subtract: boolean;
  readonly brush: Brush;
  readonly eraser: Brush;
  /** A pen's pressure changes the size. */
  readonly pressure: boolean;
  /** The wand's, 0 to 128 per channel. */
  readonly tolerance: number;
  readonly everywhere: boolean;
  /** Pixels by which grow, shrink and feather work. */
  readonly by: number;
  readonly look: OverlayLook;
}

export const USUAL_SETTINGS: ToolSettings = {
  tool: 'brush',
  layer: 'mask',
  subtract: false,
  brush: { size: 60, hardness: 80 },
  eraser: { size: 60, hardness: 80 },
  pressure: true,
  tolerance: 24,
  everywhere: false,
  by: 8,
  look: { colour: 'cyan', pattern: 'hatch' },
};

/** The brush's or the eraser's setting, whichever the tool paints with. */
export const activeBrush = ({ tool, brush, eraser }: ToolSettings): Brush =>
  tool === 'erase' ? eraser : brush;

/** Settings with another size or hardness of whichever the tool paints with. */
export function withBrush(settings: ToolSettings, change: Partial<Brush>): ToolSettings {
  const old = activeBrush(settings);
  const brush = {
    size: clamp(Math.round(change.size ?? old.size), LEAST_SIZE, MOST_SIZE),
    hardness: clamp(Math.round(change.hardness ?? old.hardness), 0, 100),
  };
  return settings.tool === 'erase' ? { ...settings, eraser: brush } : { ...settings, brush };
}

/** A size some steps larger or smaller: by a tenth, at least by one. */
export function steppedSize(size: number, steps: number): number {
  const step = Math.max(1, Math.round(size / 10));
  return clamp(size + steps * step, LEAST_SIZE, MOST_SIZE);
}

/** What was stored by an earlier visit, with everything that is missing or of another version as usual. */
export function readSettings(stored: unknown): ToolSettings {
  if (typeof stored !== 'object' || stored === null) return USUAL_SETTINGS;
  const known = stored as Partial<ToolSettings>;
  return {
    ...USUAL_SETTINGS,
    ...known,
    brush: { ...USUAL_SETTINGS.brush, ...known.brush },
    eraser: { ...USUAL_SETTINGS.eraser, ...known.eraser },
    look: { ...USUAL_SETTINGS.look, ...known.look },
    layer: 'mask',
    subtract: false,
  };
}
