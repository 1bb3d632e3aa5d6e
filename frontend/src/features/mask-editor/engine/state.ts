import type { Rect } from './geometry';
import type { Bitmap } from './pictures';
import type { Region } from './regions';
import type { ToolSettings } from './settings';
import type { SelectRegion } from './smart';
import type { View } from './view';

/** What is shown of an engine; a new object after every change. */
export interface EngineState {
  readonly settings: ToolSettings;
  readonly view: View;
  /** Share of the picture that is painted, 0 to 1, and the pieces it is in. */
  readonly covers: number;
  readonly regions: readonly Region[];
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** "3 strokes, 1 smart select". */
  readonly done: string;
  readonly busy: 'selecting' | 'cells' | null;
  /** What smart select threw last. */
  readonly problem: unknown;
  /** Where the context frame was dragged to. */
  readonly frame: Rect | null;
  readonly maskShown: boolean;
  /** A shape is open, corner by corner. */
  readonly drawing: boolean;
  /** Goes up with every change of what would be sent. */
  readonly edition: number;
  readonly protects: boolean;
  /** The picture as it was is shown, for as long as a key is held. */
  readonly original: boolean;
}

export interface EngineOptions {
  readonly host: HTMLElement;
  readonly picture: Bitmap;
  readonly settings: ToolSettings;
  readonly selectRegion: SelectRegion;
  /** Undo and redo came to a step that put another take in use. */
  readonly onTake: (take: number) => void;
  readonly currentTake: () => number;
}

export const firstState = (settings: ToolSettings, view: View): EngineState => ({
  settings,
  view,
  covers: 0,
  regions: [],
  undoLabel: null,
  redoLabel: null,
  done: '',
  busy: null,
  problem: null,
  frame: null,
  maskShown: true,
  drawing: false,
  edition: 0,
  protects: false,
  original: false,
});
