/** What is picked out in a stage. `selected`: item ids to act on, in sheet order; `focused`: the item whose
 * takes are shown; `anchor`: where a range started. */
export interface Selection {
  selected: string[];
  focused: string | null;
  anchor: string | null;
}

export const NOTHING_SELECTED: Selection = { selected: [], focused: null, anchor: null };

/** How a click or key changes the selection. */
export type SelectionChange =
  | { kind: 'look'; id: string }
  | { kind: 'focus'; id: string }
  | { kind: 'only'; id: string }
  | { kind: 'toggle'; id: string }
  /** `among`: the items on show in their order, where a filter hides some; else all. */
  | { kind: 'range'; id: string; among?: readonly string[] }
  | { kind: 'all'; among?: readonly string[] }
  | { kind: 'clear' };

/** The selection after a change; `ids` are the stage's items in order. */
export function changeSelection(state: Selection, change: SelectionChange, ids: string[]): Selection {
  switch (change.kind) {
    case 'look':
      return { ...state, focused: change.id };
    case 'focus':
      return { ...state, focused: change.id, anchor: change.id };
    case 'only':
      return { selected: [change.id], focused: change.id, anchor: change.id };
    case 'toggle':
      return {
        selected: inOrder(toggled(state.selected, change.id), ids),
        focused: change.id,
        anchor: change.id,
      };
    case 'range':
      return extendTo(state, change.id, change.among ?? ids, ids);
    case 'all':
      return { ...state, selected: inOrder([...(change.among ?? ids)], ids) };
    case 'clear':
      return { ...state, selected: [] };
  }
}

/** The selection without items that are gone. */
export function keepExisting(state: Selection, ids: string[]): Selection {
  const has = (id: string | null) => id !== null && ids.includes(id);
  const selected = state.selected.filter(has);
  const focused = has(state.focused) ? state.focused : (ids[0] ?? null);
  const anchor = has(state.anchor) ? state.anchor : focused;
  const same =
    selected.length === state.selected.length && focused === state.focused && anchor === state.anchor;
  return same ? state : { selected, focused, anchor };
}

function extendTo(state: Selection, id: string, among: readonly string[], ids: string[]): Selection {
  const anchor = state.anchor ?? state.focused ?? id;
  const [low, high] = [among.indexOf(anchor), among.indexOf(id)].sort((a, b) => a - b) as [number, number];
  return { selected: inOrder(among.slice(Math.max(0, low), high + 1), ids), focused: id, anchor };
}

function toggled(selected: string[], id: string): string[] {
  return selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id];
}

function inOrder(selected: readonly string[], ids: string[]): string[] {
  return ids.filter((id) => selected.includes(id));
}
