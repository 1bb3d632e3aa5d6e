/** A key or a sequence with what it does here. */
export interface Shortcut {
  /** `c`, `shift+a`, `mod+enter`, `alt+arrowleft`, `space`, `\`, `?`, or a sequence: `g s`. `mod` is Ctrl or Cmd. */
  keys: string;
  label: string;
  /** Heading in the overlay. */
  group?: string;
  run: (event: KeyboardEvent) => void;
  /** Works also while a text field has the focus. */
  whileTyping?: boolean;
  /** Works also while a dialog is open. */
  inDialog?: boolean;
  /** Not listed in the overlay. */
  hidden?: boolean;
}

const SEQUENCE_MS = 1200;
const MODIFIERS = new Set(['mod', 'shift', 'alt']);
const TYPING_INPUTS = new Set([
  'text',
  'search',
  'email',
  'password',
  'number',
  'url',
  'tel',
  'date',
  'time',
]);

const keyOf = (event: KeyboardEvent) => (event.key === ' ' ? 'space' : event.key.toLowerCase());

/** Whether the event is the chord (one step of a sequence). */
export function matchesChord(event: KeyboardEvent, chord: string): boolean {
  const parts = chord === '+' ? ['+'] : chord.split('+');
  const key = parts.at(-1) ?? '';
  const wants = new Set(parts.slice(0, -1).filter((part) => MODIFIERS.has(part)));
  if (keyOf(event) !== key) return false;
  if (wants.has('mod') !== (event.ctrlKey || event.metaKey)) return false;
  if (wants.has('alt') !== event.altKey) return false;
  // A symbol like `?` may need Shift on one keyboard and not on another.
  const isSymbol = key.length === 1 && !/[\p{L}\p{N}]/u.test(key);
  return isSymbol || wants.has('shift') === event.shiftKey;
}

/** Whether keys typed at the target become text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && TYPING_INPUTS.has(target.type);
}

const isPressable = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  target.closest('button, a[href], summary, select, input, [role="option"], [role="menuitem"]') !== null;

/** All shortcuts that work on the page now; the one added last wins. */
export class ShortcutRegistry {
  private lists: (readonly Shortcut[])[] = [];
  private readonly listeners = new Set<() => void>();
  private prefix: { chord: string; at: number } | null = null;

  /** Add shortcuts; call the result to take them out. */
  add(shortcuts: readonly Shortcut[]): () => void {
    this.lists = [...this.lists, shortcuts];
    this.tell();
    return () => {
      this.lists = this.lists.filter((list) => list !== shortcuts);
      this.tell();
    };
  }

  /** What the overlay lists, in order, one line per key. */
  listed(): Shortcut[] {
    const byKeys = new Map<string, Shortcut>();
    for (const shortcut of this.lists.flat()) if (!shortcut.hidden) byKeys.set(shortcut.keys, shortcut);
    return [...byKeys.values()];
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Run what the event stands for. True if something ran; its default is then prevented. */
  handle(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.isComposing) return false;
    if (['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) return false;
    const allowed = this.lists
      .flat()
      .toReversed()
      .filter((shortcut) => canRun(shortcut, event));
    const found = allowed.find((shortcut) => this.matches(shortcut.keys, event));
    const started = allowed.find(({ keys }) => {
      const steps = keys.split(' ');
      return steps.length > 1 && matchesChord(event, steps[0] ?? '');
    });
    this.prefix = !found && started ? { chord: started.keys.split(' ')[0] ?? '', at: event.timeStamp } : null;
    if (!found) return false;
    event.preventDefault();
    found.run(event);
    return true;
  }

  private matches(keys: string, event: KeyboardEvent): boolean {
    const [first = '', second] = keys.split(' ');
    if (second === undefined) return !this.inSequence(event) && matchesChord(event, first);
    return this.prefix?.chord === first && this.inSequence(event) && matchesChord(event, second);
  }

  private inSequence(event: KeyboardEvent): boolean {
    return this.prefix !== null && event.timeStamp - this.prefix.at < SEQUENCE_MS;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}

function canRun(shortcut: Shortcut, event: KeyboardEvent): boolean {
  const { target } = event;
  if (isTyping(target) && !shortcut.whileTyping) return false;
  if (target instanceof HTMLElement && target.closest('[role="menu"], [role="listbox"]')) return false;
  const plainPress = shortcut.keys === 'enter' || shortcut.keys === 'space';
  if (plainPress && isPressable(target)) return false;
  const modal = document.querySelector('[role="dialog"][data-modal], [role="alertdialog"]');
  return modal === null || shortcut.inDialog === true;
}

/** The page's own registry. */
export const shortcuts = new ShortcutRegistry();

export const isMac = () => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/u.test(navigator.userAgent);

const SPOKEN: Readonly<Record<string, string>> = {
  enter: 'Enter',
  shift: 'Shift',
  alt: 'Alt',
  space: 'Space',
  escape: 'Esc',
  delete: 'Del',
  arrowleft: 'Left',
  arrowright: 'Right',
  arrowup: 'Up',
  arrowdown: 'Down',
};

/** The names of a chord's keys, as printed on the keyboard: `['Ctrl', 'Enter']`. */
export function keyNames(chord: string): string[] {
  return (chord === '+' ? ['+'] : chord.split('+')).map((part) => {
    if (part === 'mod') return isMac() ? '⌘' : 'Ctrl';
    return SPOKEN[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

/** A value for `aria-keyshortcuts`. */
export function ariaKeys(keys: string): string {
  return keys
    .split(' ')
    .map((chord) => chord.replace('mod', isMac() ? 'Meta' : 'Control'))
    .join(' ');
}
