import { useState, type ReactElement } from 'react';
import type { Model, Stage } from '@/api/types';
import { modelsFor } from '@/shared/lib/artists';
import { Popover } from '@/shared/ui';
import { ModelList, type Quote } from './ModelList';

interface ArtistPickerProps {
  stage: Stage;
  models: readonly Model[];
  value: string;
  onChange: (id: string) => void;
  quote: (id: string) => Quote | undefined;
  unit: string;
  trigger: ReactElement;
  /** A sentence above the list. */
  remark?: string | undefined;
  align?: 'start' | 'end';
}

/** Chooses who makes a stage, from a list that opens at its trigger and closes with the choice. */
export function ArtistPicker({
  stage,
  models,
  value,
  onChange,
  quote,
  unit,
  trigger,
  remark,
  align = 'start',
}: ArtistPickerProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={`Who makes the ${stage}`}
      align={align}
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      className="!p-2"
    >
      {remark !== undefined && (
        <p className="max-w-[30rem] px-2 pt-1 pb-2.5 text-small text-tx-2">{remark}</p>
      )}
      <ModelList
        label={`Who makes the ${stage}`}
        models={modelsFor(models, stage)}
        value={value}
        onChange={(id) => {
          setOpen(false);
          if (id !== value) onChange(id);
        }}
        quote={quote}
        unit={unit}
      />
    </Popover>
  );
}
