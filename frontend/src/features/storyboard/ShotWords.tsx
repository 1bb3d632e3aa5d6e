import type { Item, StoryEdit } from '@/api/types';
import { EditableText, SecondsField } from '@/shared/ui';

interface ShotWordsProps {
  frame: Item;
  onEdit: (edits: StoryEdit[], said?: string) => void;
}

/** Words and length of a frame's shot, changed where they stand: what is said, the caption, the seconds. */
export function ShotWords({ frame, onEdit }: ShotWordsProps) {
  const { shot, code, seconds, line, caption } = frame;
  if (shot === null) return null;
  const change = (fields: { line?: string; caption?: string; seconds?: number }, said: string) => {
    onEdit([{ op: 'shot', id: shot, ...fields }], said);
  };
  return (
    <span className="flex min-w-0 items-center gap-x-3 text-small">
      {seconds !== null && (
        <SecondsField
          label={`Seconds of ${code}`}
          seconds={seconds}
          disabled={false}
          onSave={(next) => {
            change({ seconds: next }, `${code} lasts ${next.toFixed(1)} s now.`);
          }}
        />
      )}
      <span className="flex min-w-0 items-baseline gap-1 text-tx-3">
        Line
        <EditableText
          mayBeEmpty
          label={`Spoken line of ${code}`}
          value={line}
          placeholder="none"
          className="max-w-56 min-w-0 truncate text-tx-2"
          onSave={(next) => {
            change({ line: next }, `The line of ${code} is changed.`);
          }}
        />
      </span>
      <span className="flex min-w-0 items-baseline gap-1 text-tx-3">
        Caption
        <EditableText
          mayBeEmpty
          label={`Caption of ${code}`}
          value={caption}
          placeholder="none"
          className="max-w-56 min-w-0 truncate text-tx-2"
          onSave={(next) => {
            change({ caption: next }, `The caption of ${code} is changed.`);
          }}
        />
      </span>
    </span>
  );
}
