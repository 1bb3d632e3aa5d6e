import { ArrowBigUp, CornerDownLeft } from 'lucide-react';
import { keyNames } from '@/shared/lib/keys';

function Key({ name }: { name: string }) {
  if (name === 'Enter') return <CornerDownLeft aria-hidden size={13} strokeWidth={1.75} />;
  if (name === 'Shift') return <ArrowBigUp aria-hidden size={13} strokeWidth={1.75} />;
  return <span>{name}</span>;
}

/** Key hint inside a button: quiet, in the button's own colour. The name is in `aria-keyshortcuts`. */
export function KeyHint({ keys }: { keys: string }) {
  return (
    <span
      aria-hidden
      className="code hidden items-center gap-0.5 text-meta font-medium opacity-76 sm:inline-flex"
    >
      {keyNames(keys).map((name) => (
        <Key key={name} name={name} />
      ))}
    </span>
  );
}

/** A key named in running text or a list. Takes sequences too: `g s`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="inline-flex gap-1">
      {keys.split(' ').map((chord, index) => (
        <kbd
          key={`${chord}${String(index)}`}
          className="code inline-block min-w-[18px] rounded-tag bg-raised px-1 text-center text-meta font-medium text-tx-2 edge-2"
        >
          {keyNames(chord).join('+')}
        </kbd>
      ))}
    </span>
  );
}
