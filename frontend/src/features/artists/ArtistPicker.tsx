import { useState, type ReactElement } from 'react';
import type { Model } from '@/api/types';
import { Popover } from '@/shared/ui';
import { ModelList, type Quote } from './ModelList';

interface ArtistPickerProps {
  /** What is chosen: "Who makes the storyboard". */
  label: string;
  /** Models of the right kind, in order. */
  models: readonly Model[];
  value: string;
  onChange: (id: string) => void;
  /** Prices; without it each model's price rule is shown. */
  quote?: (id: string) => Quote | undefined;
  unit?: string;
  trigger: ReactElement;
  /** A sentence above the list. */
  remark?: string | undefined;
  align?: 'start' | 'end';
}

/** Chooses who does a part of the work, from a list that opens at its trigger and closes with the choice. */
export function ArtistPicker({
  label,
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
      label={label}
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
        label={label}
        models={models}
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
