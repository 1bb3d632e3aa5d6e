import { useCallback, useState } from 'react';

function read<T>(storage: Storage, key: string, otherwise: T): T {
  try {
    const text = storage.getItem(key);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    // Storage may be switched off or hold what another version wrote.
    return otherwise;
  }
}

function write(storage: Storage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage only loses the memory of this value.
  }
}

function useStorage<T>(storage: Storage, key: string, initial: T): [T, (value: T) => void] {
  const [entry, setEntry] = useState(() => ({ key, value: read(storage, key, initial) }));
  const current = entry.key === key ? entry.value : read(storage, key, initial);
  if (entry.key !== key) setEntry({ key, value: current });
  const set = useCallback(
    (next: T) => {
      write(storage, key, next);
      setEntry({ key, value: next });
    },
    [storage, key],
  );
  return [current, set];
}

/** State that is remembered on this device, per person: panel sizes, views. */
export const useRemembered = <T>(key: string, initial: T) =>
  useStorage(localStorage, `dailies.${key}`, initial);

/** State that lasts as long as the tab: drafts. */
export const useDraft = <T>(key: string, initial: T) => useStorage(sessionStorage, `dailies.${key}`, initial);
