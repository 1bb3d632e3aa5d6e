import { useEffect, useRef } from 'react';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { isTyping, type Shortcut } from '@/shared/lib/keys';
import type { CompareMode, MaskEngine } from './engine/MaskEngine';
import { TOOLS } from './tools';

interface KeyArgs {
  engine: MaskEngine | null;
  canvas: HTMLElement | null;
  /** Is a candidate looked at. */
  looking: boolean;
  hasCandidates: boolean;
  step: (by: 1 | -1) => void;
  /** The candidate at a place, from 0. */
  pick: (index: number) => void;
  accept: () => void;
  /** The picture again, or out of the editor. */
  leave: () => void;
  generate: () => void;
  compare: (mode: CompareMode) => void;
}

const TAP_MS = 250;
const FOCUSABLE = 'a[href], button:not(:disabled), input:not(:disabled), textarea, [tabindex="0"]';

/** Moves the focus on from an element as Tab would. */
function focusNext(from: HTMLElement, back: boolean): void {
  const all = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (one) => one.offsetParent !== null,
  );
  const at = all.indexOf(from);
  all[(at + (back ? -1 : 1) + all.length) % all.length]?.focus();
}

const inDialog = () => document.querySelector('[role="dialog"][data-modal], [role="alertdialog"]') !== null;

/** The editor's keys. Letters go by what they type; brackets also by where they lie on the keyboard. */
export function useEditorKeys(args: KeyArgs): void {
  const { engine, canvas, looking, hasCandidates } = args;
  const onCanvas = () => canvas !== null && document.activeElement === canvas;
  const key = (keys: string, label: string, group: string, run: () => void): Shortcut => ({
    keys,
    label,
    group,
    run,
  });
  const arrow = (dx: number, dy: number) => () => {
    if (looking && dy === 0) args.step(dx > 0 ? 1 : -1);
    else engine?.moveCursor(dx, dy, false);
  };
  const arrows = (['left', 'right', 'up', 'down'] as const).flatMap((name, index): Shortcut[] => {
    const [dx, dy] = [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
    ][index] as [number, number];
    return [
      {
        keys: `arrow${name}`,
        label: 'Move the cursor',
        group: 'Without a mouse',
        run: arrow(dx, dy),
        hidden: index > 0,
      },
      {
        keys: `alt+arrow${name}`,
        label: 'Move it by one pixel',
        group: 'Without a mouse',
        run: () => engine?.moveCursor(dx, dy, true),
        hidden: index > 0,
      },
      {
        keys: `shift+arrow${name}`,
        label: 'Nudge the mask',
        group: 'Mask',
        run: () => engine?.nudge(dx, dy),
        hidden: index > 0,
      },
    ];
  });
  useShortcuts(
    [
      ...TOOLS.map((tool) =>
        key(tool.keys, tool.title, 'Tools', () => engine?.configure({ tool: tool.tool })),
      ),
      key('x', 'Add or take out', 'Tools', () => {
        const settings = engine?.getState().settings;
        if (settings) engine.configure({ subtract: !settings.subtract });
      }),
      key('p', 'Paint the mask, or what to protect', 'Tools', () => {
        const settings = engine?.getState().settings;
        if (settings) engine.configure({ layer: settings.layer === 'mask' ? 'protect' : 'mask' });
      }),
      key('[', 'Smaller brush, Shift for softer', 'Tools', () => engine?.stepBrush(-1)),
      key(']', 'Larger brush, Shift for harder', 'Tools', () => engine?.stepBrush(1)),
      { ...key(',', 'Smaller brush', 'Tools', () => engine?.stepBrush(-1)) },
      { ...key('.', 'Larger brush', 'Tools', () => engine?.stepBrush(1)) },
      key('mod+z', 'Undo', 'Mask', () => engine?.undo()),
      key('mod+shift+z', 'Redo', 'Mask', () => engine?.redo()),
      { ...key('mod+y', 'Redo', 'Mask', () => engine?.redo()), hidden: true },
      key('i', 'Invert', 'Mask', () => engine?.modify('invert')),
      { ...key('mod+i', 'Invert', 'Mask', () => engine?.modify('invert')), hidden: true },
      { ...key('shift+v', 'Invert', 'Mask', () => engine?.modify('invert')), hidden: true },
      key('mod+d', 'Clear', 'Mask', () => engine?.modify('clear')),
      key('q', 'Show or hide the mask', 'Mask', () => engine?.showMask(!engine.getState().maskShown)),
      key('mod+0', 'All of the picture', 'View', () => engine?.fit()),
      key('mod+1', '100 %', 'View', () => engine?.fullSize()),
      key('+', 'Closer', 'View', () => engine?.zoomStep(1)),
      { ...key('=', 'Closer', 'View', () => engine?.zoomStep(1)), hidden: true },
      key('-', 'Further away', 'View', () => engine?.zoomStep(-1)),
      ...arrows,
      key('enter', looking ? 'Use this candidate' : 'Press at the cursor', 'Without a mouse', () => {
        if (looking) args.accept();
        else if (onCanvas()) engine?.pressKey(false);
      }),
      key('shift+enter', 'Close the shape, or a straight line', 'Without a mouse', () => {
        if (!looking && onCanvas() && engine && !engine.closeShape()) engine.pressKey(true);
      }),
      key('escape', looking ? 'Back to painting' : 'Drop the shape, or close', 'View', () => {
        if (!engine?.dropShape()) args.leave();
      }),
      { ...key('mod+enter', 'Generate', 'Candidates', args.generate), whileTyping: true },
      ...(hasCandidates
        ? [
            key('c', 'Before and after', 'Candidates', () => args.compare('wipe')),
            ...['1', '2', '3', '4'].map((digit, index) => ({
              ...key(digit, 'Candidates by number', 'Candidates', () => args.pick(index)),
              hidden: index > 0,
            })),
            key('v', 'Side by side', 'Candidates', () => args.compare('beside')),
            key('d', 'Difference', 'Candidates', () => args.compare('difference')),
            key('\\', 'Hold for the original, also Tab', 'Candidates', () => undefined),
          ]
        : []),
    ],
    engine !== null,
  );

  const newest = useRef({ engine, canvas, looking });
  useEffect(() => {
    newest.current = { engine, canvas, looking };
  });
  useEffect(() => {
    let tabAt = 0;
    const down = (event: KeyboardEvent) => {
      const now = newest.current;
      if (isTyping(event.target) || inDialog() || !now.engine) return;
      const bracket = event.code === 'BracketLeft' ? -1 : event.code === 'BracketRight' ? 1 : 0;
      if (bracket !== 0 && !event.ctrlKey && !event.metaKey && !event.altKey) {
        event.preventDefault();
        if (event.shiftKey) {
          const { tool, brush, eraser } = now.engine.getState().settings;
          now.engine.setBrush({ hardness: (tool === 'erase' ? eraser : brush).hardness + bracket * 10 });
        } else now.engine.stepBrush(bracket);
        return;
      }
      const pressable =
        event.target instanceof HTMLElement && event.target.closest('button, a, input, [role]');
      if (event.key === ' ' && (!pressable || event.target === now.canvas)) {
        event.preventDefault();
        now.engine.setSpaceHeld(true);
      }
      if (event.key === '\\') now.engine.holdOriginal(true);
      // Tab goes on from the canvas as everywhere when it is tapped; held, it shows the original.
      if (event.key === 'Tab' && now.looking && event.target === now.canvas) {
        event.preventDefault();
        if (!event.repeat) tabAt = event.timeStamp;
        now.engine.holdOriginal(true);
      }
    };
    const up = (event: KeyboardEvent) => {
      const now = newest.current;
      if (event.key === ' ') now.engine?.setSpaceHeld(false);
      if (event.key === '\\' || event.key === 'Tab') now.engine?.holdOriginal(false);
      if (event.key === 'Tab' && tabAt > 0 && now.canvas) {
        if (event.timeStamp - tabAt < TAP_MS) focusNext(now.canvas, event.shiftKey);
        tabAt = 0;
      }
    };
    const away = () => {
      newest.current.engine?.setSpaceHeld(false);
      newest.current.engine?.holdOriginal(false);
    };
    window.addEventListener('keydown', down, { capture: true });
    window.addEventListener('keyup', up, { capture: true });
    window.addEventListener('blur', away);
    return () => {
      window.removeEventListener('keydown', down, { capture: true });
      window.removeEventListener('keyup', up, { capture: true });
      window.removeEventListener('blur', away);
    };
  }, []);
}
