import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import type { Plan } from '@/api/types';
import { formatUsd } from '@/shared/lib/money';
import { formatWait } from '@/shared/lib/time';
import { Row } from './PlanRows';

interface PlanOptionsProps {
  plan: Plan;
  busy: boolean;
  onChoose: (option: number) => void;
}

/** The ways to do what a note asks, each with its price and time; the free one comes first. */
export function PlanOptions({ plan, busy, onChoose }: PlanOptionsProps) {
  if (plan.options.length < 2) return null;
  return (
    <Row name="How">
      <RadioGroup.Root
        aria-label="How it is done"
        value={String(plan.option)}
        disabled={busy}
        onValueChange={(value) => onChoose(Number(value))}
        className="flex flex-col gap-1"
      >
        {plan.options.map(({ label, price }, option) => (
          <Option
            key={label}
            value={option}
            label={label}
            price={formatUsd(price.usd_min, price.usd_max)}
            wait={price.seconds_max > 0 ? formatWait(price.seconds_min, price.seconds_max) : 'at once'}
          />
        ))}
      </RadioGroup.Root>
    </Row>
  );
}

interface OptionProps {
  value: number;
  label: string;
  price: string;
  wait: string;
}

function Option({ value, label, price, wait }: OptionProps) {
  const id = useId();
  return (
    <div className="flex min-h-7 items-center gap-2">
      <RadioGroup.Item
        id={id}
        value={String(value)}
        className="touch grid size-4 shrink-0 place-items-center rounded-full bg-bg edge-ctl"
      >
        <RadioGroup.Indicator className="size-2 rounded-full bg-ac" />
      </RadioGroup.Item>
      <label htmlFor={id} className="min-w-0 flex-1 text-tx">
        {label}
      </label>
      <span className="num shrink-0 text-tx-3">
        {price}, {wait}
      </span>
    </div>
  );
}
