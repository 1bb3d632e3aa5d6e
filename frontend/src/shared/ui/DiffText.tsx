import { wordDiff } from '@/shared/lib/diff';

/** A text with what was added and removed since an earlier one, for the eye and for the ear. */
export function DiffText({ before, after }: { before: string; after: string }) {
  return wordDiff(before, after).parts.map(({ kind, text }, index) => {
    const key = `${String(index)}${kind}`;
    if (kind === 'same') return <span key={key}>{text}</span>;
    const lead = /^\s*/u.exec(text)?.[0] ?? '';
    const tail = text.trimEnd().length < text.length ? ' ' : '';
    const Mark = kind === 'added' ? 'ins' : 'del';
    return (
      <span key={key}>
        {lead}
        <Mark>
          <span className="sr-only">{kind === 'added' ? 'added: ' : 'removed: '}</span>
          {text.trim()}
        </Mark>
        {tail}
      </span>
    );
  });
}
