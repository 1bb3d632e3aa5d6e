import { useState } from 'react';
import type { Take } from '@/api/types';
import { Button, Popover } from '@/shared/ui';
import { editOf } from './api';
import { Slider } from './Slider';

interface ReblendProps {
  take: Take;
  busy: boolean;
  onBlend: (take: Take, feather: number, match: number) => void;
}

/** The soft edge and the colours of a finished edit, tried again without a new call. */
export function Reblend({ take, busy, onBlend }: ReblendProps) {
  const edit = editOf(take);
  const [feather, setFeather] = useState(edit?.feather ?? 32);
  const [match, setMatch] = useState(Math.round((edit?.colour_match ?? 1) * 100));
  const same = feather === edit?.feather && match === Math.round(edit.colour_match * 100);
  return (
    <Popover label="Blend again" align="end" trigger={<Button size="compact">Blend</Button>} className="w-80">
      <div className="flex flex-col gap-2">
        <p className="text-small text-tx-2">
          How the painted part meets the picture. Makes another candidate.
        </p>
        <Slider wide label="Soft edge" value={feather} min={0} max={256} unit="px" onChange={setFeather} />
        <Slider wide label="Colour match" value={match} min={0} max={100} unit="%" onChange={setMatch} />
        <Button
          aria-disabled={busy || same}
          onClick={() => onBlend(take, feather, match / 100)}
          className="self-end"
        >
          Blend again, free
        </Button>
      </div>
    </Popover>
  );
}
