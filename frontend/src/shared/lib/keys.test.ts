import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keyNames, matchesChord, ShortcutRegistry } from './keys';

const press = (key: string, init: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });

function pressIn(element: HTMLElement, event: KeyboardEvent) {
  document.body.append(element);
  element.dispatchEvent(event);
  return event;
}

beforeEach(() => document.body.replaceChildren());

describe('matchesChord', () => {
  it.each([
    ['c', press('c'), true],
    ['c', press('C', { shiftKey: true }), false],
    ['shift+a', press('A', { shiftKey: true }), true],
    ['mod+enter', press('Enter', { ctrlKey: true }), true],
    ['mod+enter', press('Enter', { metaKey: true }), true],
    ['enter', press('Enter', { ctrlKey: true }), false],
    ['?', press('?', { shiftKey: true }), true],
    ['space', press(' '), true],
    ['alt+arrowleft', press('ArrowLeft', { altKey: true }), true],
  ])('%s', (chord, event, result) => {
    expect(matchesChord(event, chord)).toBe(result);
  });
});

describe('ShortcutRegistry', () => {
  const shortcut = (keys: string, run = vi.fn()) => ({ keys, label: keys, run });

  it('runs the shortcut added last and prevents the default', () => {
    const registry = new ShortcutRegistry();
    const [first, second] = [vi.fn(), vi.fn()];
    registry.add([shortcut('c', first)]);
    const remove = registry.add([shortcut('c', second)]);
    const event = press('c');
    expect(registry.handle(event)).toBe(true);
    expect(event.defaultPrevented).toBe(true);
    remove();
    registry.handle(press('c'));
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
  });

  it('knows sequences', () => {
    const registry = new ShortcutRegistry();
    const [go, plain] = [vi.fn(), vi.fn()];
    registry.add([shortcut('g s', go), shortcut('s', plain)]);
    registry.handle(press('s'));
    registry.handle(press('g'));
    registry.handle(press('s'));
    expect([go.mock.calls.length, plain.mock.calls.length]).toEqual([1, 1]);
  });

  it('rests while one types, except for what says otherwise', () => {
    const registry = new ShortcutRegistry();
    const [letter, apply] = [vi.fn(), vi.fn()];
    registry.add([shortcut('c', letter), { ...shortcut('mod+enter', apply), whileTyping: true }]);
    const field = document.createElement('textarea');
    registry.handle(pressIn(field, press('c')));
    registry.handle(pressIn(field, press('Enter', { ctrlKey: true })));
    expect([letter.mock.calls.length, apply.mock.calls.length]).toEqual([0, 1]);
  });

  it('leaves Enter to the button that has the focus', () => {
    const registry = new ShortcutRegistry();
    const run = vi.fn();
    registry.add([shortcut('enter', run)]);
    registry.handle(pressIn(document.createElement('button'), press('Enter')));
    registry.handle(press('Enter'));
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('rests while a dialog is open', () => {
    const registry = new ShortcutRegistry();
    const run = vi.fn();
    registry.add([shortcut('c', run)]);
    const dialog = document.createElement('div');
    dialog.setAttribute('role', 'alertdialog');
    document.body.append(dialog);
    expect(registry.handle(press('c'))).toBe(false);
  });

  it('lists each key once, with what it does now', () => {
    const registry = new ShortcutRegistry();
    registry.add([{ ...shortcut('c'), label: 'Copy' }]);
    registry.add([
      { ...shortcut('c'), label: 'Compare' },
      { ...shortcut('x'), hidden: true },
    ]);
    expect(registry.listed().map(({ label }) => label)).toEqual(['Compare']);
  });
});

describe('keyNames', () => {
  it('names keys as they are printed', () => {
    expect(keyNames('mod+shift+enter')).toEqual(['Ctrl', 'Shift', 'Enter']);
    expect(keyNames('a')).toEqual(['A']);
  });
});
