import { Eye, Merge } from 'lucide-react';
import { useState } from 'react';
import type { Story, Take } from '@/api/types';
import { Button, Select } from '@/shared/ui';
import { MergeScenes } from './MergeScenes';
import { storyChange } from './storyDiff';

interface ChangesSwitchProps {
  /** The story in use and the number of its take. */
  story: Story;
  take: number;
  compared: Take;
  others: readonly Take[];
  showing: boolean;
  onSince: (take: number) => void;
  onShowing: (showing: boolean) => void;
  onMerge: (source: number, scenes: string[]) => void;
}

/** Which take the story is compared with, by how much they differ, and what can be had from it. */
export function ChangesSwitch(props: ChangesSwitchProps) {
  const { story, take, compared, others, showing, onSince, onShowing, onMerge } = props;
  const [merging, setMerging] = useState(false);
  const change = compared.story ? storyChange(compared.story, story) : { added: 0, removed: 0 };
  return (
    <>
      <span className="flex items-center gap-2 text-small text-tx-2 max-xl:hidden">
        Changes since
        <Select
          label="Compare with take"
          value={String(compared.number)}
          options={others.map(({ number }) => ({ value: String(number), label: `Take ${String(number)}` }))}
          onChange={(value) => {
            onSince(Number(value));
          }}
        />
      </span>
      <span className="num text-small whitespace-nowrap max-sm:hidden">
        <span className="text-ok">+{change.added}</span> <span className="text-fail">−{change.removed}</span>{' '}
        words
      </span>
      <Button
        size="compact"
        keys="d"
        pressed={showing}
        icon={<Eye aria-hidden size={15} strokeWidth={1.75} />}
        onClick={() => {
          onShowing(!showing);
        }}
      >
        Show changes
      </Button>
      <Button
        size="compact"
        variant="ghost"
        icon={<Merge aria-hidden size={15} strokeWidth={1.75} />}
        onClick={() => {
          setMerging(true);
        }}
      >
        Merge scenes
      </Button>
      {merging && compared.story && (
        <MergeScenes
          into={{ story, take }}
          source={{ story: compared.story, take: compared.number }}
          onMerge={(scenes) => {
            onMerge(compared.number, scenes);
          }}
          onClose={() => {
            setMerging(false);
          }}
        />
      )}
    </>
  );
}
