import { useState } from 'react';
import type { Item, Stage } from '@/api/types';
import { useShortcuts } from '@/shared/hooks/useShortcuts';
import { formatWait } from '@/shared/lib/time';
import { Segmented } from '@/shared/ui';
import { regenerateWords } from './ActionBar';
import { ConfirmLine } from './ConfirmLine';
import type { RegenerateWish } from './useProjectActions';
import { UntilFields, USUAL_UNTIL, untilWish, untilWords, type Until, type UntilWish } from './UntilFields';

const COUNTS = ['1', '2', '3', '4'] as const;
const UNTIL = 'until';

interface RegenerateLineProps {
  items: readonly Item[];
  stage: Stage;
  quiet: boolean;
  onConfirm: (wish: RegenerateWish & { until?: UntilWish }) => void;
  onClose: () => void;
}

/** Asks how many takes, and what is to be different, with the price, before any is made. */
export function RegenerateLine({ items, stage, quiet, onConfirm, onClose }: RegenerateLineProps) {
  const [count, setCount] = useState(1);
  const [until, setUntil] = useState<Until | null>(null);
  const [instruction, setInstruction] = useState('');
  useShortcuts(
    COUNTS.map((each) => ({
      keys: each,
      label: `${each} of each`,
      group: 'Regenerate',
      run: () => {
        setUntil(null);
        setCount(Number(each));
      },
    })),
  );
  const confirm = () => {
    const wish = { instruction: instruction.trim(), count };
    onConfirm(until ? { ...wish, until: untilWish(until) } : wish);
  };
  return (
    <ConfirmLine
      quiet={quiet}
      verb={until ? untilWords(items, until) : regenerateWords(items, stage, count)}
      onClose={onClose}
      onConfirm={confirm}
    >
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span className="flex items-center gap-2">
          <span className="text-small">Takes of each</span>
          <Segmented
            label="Takes of each"
            value={until ? UNTIL : (COUNTS[count - 1] ?? '1')}
            onChange={(value) => {
              setUntil(value === UNTIL ? USUAL_UNTIL : null);
              if (value !== UNTIL) setCount(Number(value));
            }}
            segments={[
              ...COUNTS.map((each) => ({ value: each, label: each })),
              ...(stage === 'story' ? [] : [{ value: UNTIL, label: 'Until good enough' } as const]),
            ]}
          />
        </span>
        {until && <UntilFields until={until} onChange={setUntil} />}
        <input
          aria-label="What is to be different"
          placeholder="What is to be different? May stay empty"
          maxLength={2000}
          value={instruction}
          onChange={(event) => {
            setInstruction(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onClose();
            confirm();
          }}
          className="min-h-7 min-w-40 flex-1 rounded-btn bg-bg px-2 text-small text-tx edge-ctl"
        />
        <span className="num text-small text-tx-3 max-xl:hidden">
          {until ? 'Then it asks you.' : waitWords(items, count)}
        </span>
      </span>
    </ConfirmLine>
  );
}

function waitWords(items: readonly Item[], count: number): string {
  const seconds = items.map((item) => item.usual_seconds);
  const total = count * seconds.reduce((sum, each) => sum + each, 0);
  return `${formatWait(Math.max(0, ...seconds), total)}. Every take stays.`;
}
