import { ArrowDown } from 'lucide-react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';

const NEAR_PX = 24;

/**
 * Messages, oldest on top. The view follows what is written only while it is at the bottom; otherwise a
 * pill says that there is more.
 */
export function MessageLog({ children }: { children: ReactNode }) {
  const view = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atBottom = useRef(true);
  const [more, setMore] = useState(false);

  const toBottom = useCallback(() => {
    const box = view.current;
    if (box) box.scrollTop = box.scrollHeight;
  }, []);

  useLayoutEffect(toBottom, [toBottom]);
  useEffect(() => {
    if (!content.current || !view.current) return undefined;
    let height = content.current.offsetHeight;
    const observer = new ResizeObserver(() => {
      const grown = content.current?.offsetHeight ?? 0;
      if (atBottom.current) toBottom();
      else if (grown > height) setMore(true);
      height = grown;
    });
    observer.observe(content.current);
    observer.observe(view.current);
    return () => observer.disconnect();
  }, [toBottom]);

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={view}
        role="region"
        aria-label="Conversation"
        // A region that scrolls has to be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={(event) => {
          const { scrollTop, scrollHeight, clientHeight } = event.currentTarget;
          atBottom.current = scrollHeight - scrollTop - clientHeight < NEAR_PX;
          if (atBottom.current) setMore(false);
        }}
        className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
      >
        <div ref={content} className="flex min-h-full flex-col justify-end gap-3.5 p-4">
          {children}
        </div>
      </div>
      {more && (
        <button
          type="button"
          onClick={() => {
            toBottom();
            setMore(false);
          }}
          className="absolute bottom-2 left-1/2 flex min-h-7 -translate-x-1/2 animate-appear items-center gap-1.5 rounded-full bg-press px-3 text-small font-medium text-tx shadow-menu"
        >
          New reply
          <ArrowDown aria-hidden size={14} strokeWidth={1.75} />
        </button>
      )}
    </div>
  );
}
