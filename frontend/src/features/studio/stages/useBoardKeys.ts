import type { Item } from '@/api/types';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { needsYou } from '@/shared/lib/items';
import { useToast } from '@/shared/ui';
import type { ShotTools } from './shotTools';
import type { StageProps } from './stageProps';
import type { PictureActions } from './usePictureActions';

/** The keys of a picture stage that work wherever the focus is. */
export function useBoardKeys(
  { items, selection, actions }: StageProps,
  pictures: PictureActions,
  shots: ShotTools | undefined,
): void {
  const toast = useToast();
  const { focused, targets } = pictures;
  const goTo = (wanted: (item: Item) => boolean, none: string) => {
    const from = items.findIndex(({ id }) => id === selection.focused);
    const order = [...items.slice(from + 1), ...items.slice(0, from + 1)];
    const next = order.find(wanted);
    if (!next) {
      toast(none);
      return;
    }
    selection.change({ kind: 'focus', id: next.id });
    document.querySelector<HTMLElement>(`[data-item="${CSS.escape(next.id)}"]`)?.focus();
  };
  const turn = (step: -1 | 1) => {
    const at = focused?.takes.findIndex(({ number }) => number === focused.selected) ?? -1;
    const next = focused?.takes[at + step];
    if (focused && at >= 0 && next) actions.pick(focused, next.number);
  };
  const key = (keys: string, label: string, run: () => void) => ({ keys, label, group: 'Board', run });
  useShortcuts([
    key('enter', 'Enlarge', () => {
      pictures.enlarge(targets[0]);
    }),
    key('space', 'Compare with the take before', () => {
      if (focused) pictures.peek(focused);
    }),
    key('c', 'Compare two', () => {
      if (pictures.compare) pictures.compare();
      else toast('Select two to compare, or one with two takes.');
    }),
    key('m', 'Note on the selection', pictures.askNote),
    ...(pictures.edit ? [key('e', 'Edit with mask', pictures.edit)] : []),
    ...(pictures.adjust ? [key('j', 'Adjust, free', pictures.adjust)] : []),
    key('r', 'Regenerate, asks first', () => {
      pictures.askRegenerate(targets);
    }),
    key('n', 'Next that needs you', () => {
      goTo(needsYou, 'Nothing needs you here.');
    }),
    key('s', 'Next stale', () => {
      goTo(({ stale }) => stale !== null, 'Nothing is stale here.');
    }),
    ...(items.some(({ kind }) => kind === 'clip')
      ? []
      : [
          key('f', 'Next failed', () => {
            goTo(({ failure }) => failure !== null, 'Nothing failed here.');
          }),
        ]),
    key('mod+a', 'Select all', () => {
      selection.change({ kind: 'all' });
    }),
    {
      ...key('escape', 'Clear the selection', () => {
        selection.change({ kind: 'clear' });
      }),
      hidden: selection.selected.length === 0,
    },
    key('alt+arrowleft', 'Take before', () => {
      turn(-1);
    }),
    key('alt+arrowright', 'Take after', () => {
      turn(1);
    }),
  ]);
  useShortcuts(
    ([-1, 1] as const).map((step) =>
      key(
        step < 0 ? 'shift+alt+arrowleft' : 'shift+alt+arrowright',
        step < 0 ? 'Move the shot earlier' : 'Move the shot later',
        () => {
          if (focused) shots?.shift(focused, step)?.();
        },
      ),
    ),
    shots !== undefined,
  );
  useShortcuts(
    [
      key('delete', 'Remove the shot', () => {
        shots?.remove(targets);
      }),
    ],
    shots !== undefined && targets.length > 0,
  );
}
