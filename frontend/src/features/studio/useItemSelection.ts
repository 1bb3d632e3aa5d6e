import { useCallback, useEffect, useState } from 'react';
import {
  changeSelection,
  keepExisting,
  NOTHING_SELECTED,
  type Selection,
  type SelectionChange,
} from '@/shared/lib/selection';

/** The selection of a stage's items, with the verbs that change it. */
export interface ItemSelection extends Selection {
  change: (change: SelectionChange) => void;
  setSelected: (ids: string[]) => void;
}

const keyOf = (scope: string) => `dailies.selection.${scope}`;

/** What was selected when this tab left the stage: coming back from the editor, the board is as it was. */
function leftIn(scope: string): Selection {
  try {
    const found = JSON.parse(sessionStorage.getItem(keyOf(scope)) ?? 'null') as Selection | null;
    return found && Array.isArray(found.selected) ? found : NOTHING_SELECTED;
  } catch {
    return NOTHING_SELECTED;
  }
}

function leave(scope: string, selection: Selection): void {
  try {
    sessionStorage.setItem(keyOf(scope), JSON.stringify(selection));
  } catch {
    // A browser that stores nothing starts every stage afresh.
  }
}

/** Keeps what is selected in step with the items there are; `scope` (project and stage) starts it afresh. */
export function useItemSelection(scope: string, ids: string[]): ItemSelection {
  const [held, setHeld] = useState(() => ({ scope, selection: leftIn(scope) }));
  useEffect(() => {
    leave(held.scope, held.selection);
  }, [held]);
  const selection = keepExisting(held.scope === scope ? held.selection : NOTHING_SELECTED, ids);
  const change = useCallback(
    (next: SelectionChange) => {
      // One gesture may change it twice (the focus, then the click), so each change starts from the last.
      setHeld((last) => {
        const from = last.scope === scope ? keepExisting(last.selection, ids) : NOTHING_SELECTED;
        return { scope, selection: changeSelection(from, next, ids) };
      });
    },
    [scope, ids],
  );
  return {
    ...selection,
    change,
    setSelected: (next) => {
      setHeld({ scope, selection: { ...selection, selected: ids.filter((id) => next.includes(id)) } });
    },
  };
}
