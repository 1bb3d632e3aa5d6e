import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { Kbd } from '@/shared/ui';

const SETTLE_MS = 200;

/** Search field of the gallery; what is searched is part of the address (`?q=`). */
export function ProjectSearch() {
  const field = useRef<HTMLInputElement>(null);
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('q') ?? '');
  const searched = params.get('q') ?? '';
  useEffect(() => {
    if (text.trim() === searched) return undefined;
    const timer = setTimeout(() => {
      setParams(
        (now) => {
          if (text.trim()) now.set('q', text.trim());
          else now.delete('q');
          return now;
        },
        { replace: true },
      );
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [text, searched, setParams]);
  useShortcuts([
    { keys: '/', label: 'Search projects', group: 'Projects', run: () => field.current?.focus() },
  ]);
  return (
    <div className="relative order-last w-full sm:order-none sm:w-[300px]">
      <Search
        aria-hidden
        size={15}
        strokeWidth={1.75}
        className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-tx-3"
      />
      <input
        ref={field}
        type="search"
        aria-label="Search projects"
        aria-keyshortcuts="/"
        placeholder="Search projects"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          setText('');
          field.current?.blur();
        }}
        className="peer min-h-8 w-full rounded-seg bg-bg pr-9 pl-[34px] edge-ctl [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 peer-focus:hidden max-sm:hidden">
        <Kbd keys="/" />
      </span>
    </div>
  );
}
