import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { shortcuts, type Shortcut } from '@/shared/lib/keys';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { Kbd } from './Kbd';

const ELSEWHERE = 'Everywhere';

let listedNow: { key: string; list: Shortcut[] } = { key: '', list: [] };

/** The list as one unchanged object for as long as its keys are the same. */
function listed(): Shortcut[] {
  const list = shortcuts.listed();
  const key = list.map(({ keys, label }) => keys + label).join('\n');
  if (key !== listedNow.key) listedNow = { key, list };
  return listedNow.list;
}

function grouped(list: readonly Shortcut[]): [string, Shortcut[]][] {
  const groups = new Map<string, Shortcut[]>();
  for (const shortcut of list) {
    const name = shortcut.group ?? ELSEWHERE;
    groups.set(name, [...(groups.get(name) ?? []), shortcut]);
  }
  return [...groups];
}

const opener = { open: (): void => undefined };

/** Open the list of shortcuts, for buttons. */
export const showShortcuts = () => {
  opener.open();
};

/** `?` lists the shortcuts that work here and now. Put it on the page once. */
export function ShortcutOverlay() {
  const [open, setOpen] = useState(false);
  const list = useSyncExternalStore((changed) => shortcuts.subscribe(changed), listed);
  const groups = useMemo(() => grouped(list), [list]);
  useShortcuts([{ keys: '?', label: 'Keyboard shortcuts', group: ELSEWHERE, run: () => setOpen(true) }]);
  useEffect(() => {
    opener.open = () => setOpen(true);
  }, []);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Keyboard shortcuts"
      description="What works here. Keys rest while you type."
      className="!w-[min(44rem,calc(100vw-2rem))]"
      actions={<Button onClick={() => setOpen(false)}>Close</Button>}
    >
      <div className="mt-4 columns-1 gap-8 sm:columns-2">
        {groups.map(([name, items]) => (
          <section key={name} className="mb-4 break-inside-avoid">
            <h3 className="mb-1 text-small font-medium text-tx-3">{name}</h3>
            <dl>
              {items.map((item) => (
                <div key={item.keys} className="flex min-h-7 items-center justify-between gap-4 text-small">
                  <dt className="text-tx-2">{item.label}</dt>
                  <dd>
                    <Kbd keys={item.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
