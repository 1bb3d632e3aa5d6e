import type { SavedMask } from './document';
import type { Step } from './history';

const DATABASE = 'dailies-masks';
const DRAFTS = 'drafts';
const STEPS = 'steps';
/** Masks of more takes than this: the oldest go. */
const MOST_DRAFTS = 24;

interface Row extends Omit<SavedMask, 'undo' | 'redo'> {
  readonly key: string;
  readonly at: number;
  readonly undo: readonly string[];
  readonly redo: readonly string[];
  /** Whatever belongs to the mask outside of it: words, settings. */
  readonly settings: unknown;
}

/** What is kept of a take's edit. */
export interface Draft {
  readonly mask: SavedMask;
  readonly settings: unknown;
}

function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('The browser kept nothing.'));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error ?? new Error('The browser kept nothing.'));
  });
}

function opened(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(DRAFTS, { keyPath: 'key' });
    request.result.createObjectStore(STEPS);
  };
  return asked(request);
}

/** Every key of a draft's steps starts with the draft's. */
const stepsOf = (key: string) => IDBKeyRange.bound([key], [key, []]);

/**
 * Keeps masks with their history in the browser, one a take, so that a reload loses nothing. A step never changes
 * once it is made, so each is written once.
 */
export class Drafts {
  private readonly database = opened();
  private readonly written = new Map<string, Set<string>>();

  async load(key: string): Promise<Draft | null> {
    const database = await this.database;
    const reading = database.transaction([DRAFTS, STEPS]);
    const row = (await asked(reading.objectStore(DRAFTS).get(key))) as Row | undefined;
    if (!row) return null;
    const steps = (await asked(reading.objectStore(STEPS).getAll(stepsOf(key)))) as Step[];
    const byId = new Map(steps.map((step) => [step.id, step]));
    this.written.set(key, new Set(byId.keys()));
    const listed = (ids: readonly string[]) =>
      ids.map((id) => byId.get(id)).filter((step) => step !== undefined);
    const { undo, redo, settings, ...mask } = row;
    return { mask: { ...mask, undo: listed(undo), redo: listed(redo) }, settings };
  }

  async save(key: string, { mask, settings }: Draft): Promise<void> {
    const database = await this.database;
    const writing = database.transaction([DRAFTS, STEPS], 'readwrite');
    const before = this.written.get(key) ?? new Set<string>();
    const steps = [...mask.undo, ...mask.redo];
    const now = new Set(steps.map(({ id }) => id));
    for (const step of steps) if (!before.has(step.id)) writing.objectStore(STEPS).put(step, [key, step.id]);
    for (const id of before) if (!now.has(id)) writing.objectStore(STEPS).delete([key, id]);
    const row: Row = {
      ...mask,
      key,
      at: Date.now(),
      undo: mask.undo.map(({ id }) => id),
      redo: mask.redo.map(({ id }) => id),
      settings,
    };
    writing.objectStore(DRAFTS).put(row);
    await finished(writing);
    this.written.set(key, now);
  }

  async remove(key: string): Promise<void> {
    const database = await this.database;
    const writing = database.transaction([DRAFTS, STEPS], 'readwrite');
    writing.objectStore(DRAFTS).delete(key);
    writing.objectStore(STEPS).delete(stepsOf(key));
    await finished(writing);
    this.written.delete(key);
  }

  /** Forget the oldest masks beyond what is kept. */
  async tidy(): Promise<void> {
    const database = await this.database;
    const rows = (await asked(database.transaction(DRAFTS).objectStore(DRAFTS).getAll())) as Row[];
    const old = rows.sort((a, b) => b.at - a.at).slice(MOST_DRAFTS);
    for (const { key } of old) await this.remove(key);
  }
}
