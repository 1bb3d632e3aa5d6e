import clsx from 'clsx';
import { CircleDollarSign, FastForward, Hand, Ratio, Timer, UsersRound } from 'lucide-react';
import { RadioGroup } from 'radix-ui';
import { useState, type ReactNode } from 'react';
import type { AspectRatio, Mode, Style } from '@/api/types';
import { MODE_NAMES, STYLE_NAMES } from '@/shared/lib/words';
import { ChipButton, Field, Popover, StylePicture } from '@/shared/ui';
import { formatBudget, NO_AMOUNT } from '@/shared/lib/money';
import { ASPECTS, budgetOf, lengthOf, LONGEST_S, SHORTEST_S, STYLES, type BriefForm } from './briefForm';

interface ChipProps {
  form: BriefForm;
  change: (part: Partial<BriefForm>) => void;
}

const ICON = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;

const optionClass =
  'touch rounded-btn text-left text-small text-tx-2 edge-2 transition-colors duration-[80ms] hover:bg-hover hover:text-tx data-[state=checked]:bg-press data-[state=checked]:text-tx data-[state=checked]:edge-ac';

interface OptionsProps<T extends string> {
  label: string;
  value: T;
  onChange: (value: T) => void;
  options: readonly { value: T; content: ReactNode; name?: string }[];
  className: string;
}

/** A radio group drawn as tiles. */
function Options<T extends string>({ label, value, onChange, options, className }: OptionsProps<T>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as T)}
      className={className}
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          aria-label={option.name}
          className={optionClass}
        >
          {option.content}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  );
}

export function DurationChip({ form, change }: ChipProps) {
  const seconds = lengthOf(form);
  const outside = seconds < SHORTEST_S || seconds > LONGEST_S;
  return (
    <Popover
      label="Length"
      className="w-60"
      trigger={
        <ChipButton icon={<Timer {...ICON} />} aria-label={`Length: ${seconds} s`}>
          <span className="num">{seconds} s</span>
        </ChipButton>
      }
    >
      <Options
        label="Length"
        value={String(seconds)}
        onChange={(value) => change({ seconds: Number(value) })}
        className="grid grid-cols-3 gap-1.5"
        options={['15', '30', '60'].map((value) => ({
          value,
          content: <span className="num block py-1.5 text-center font-medium">{value} s</span>,
        }))}
      />
      <Field
        label="Another length, seconds"
        type="number"
        min={SHORTEST_S}
        max={LONGEST_S}
        value={seconds || ''}
        onChange={(event) => change({ seconds: Math.round(Number(event.target.value)) })}
        hint={`From ${SHORTEST_S} to ${LONGEST_S} s`}
        error={outside ? `A film lasts from ${SHORTEST_S} to ${LONGEST_S} s.` : undefined}
        className="mt-3"
      />
    </Popover>
  );
}

/** The outline of a picture of that shape, 28 px at its longer side. */
function Outline({ aspect }: { aspect: AspectRatio }) {
  const [wide = 1, high = 1] = aspect.split(':').map(Number);
  const scale = 28 / Math.max(wide, high);
  return (
    <span className="grid h-8 w-full place-items-center">
      <span
        className="rounded-xs border-[1.5px] border-current"
        style={{ width: wide * scale, height: high * scale }}
      />
    </span>
  );
}

export function AspectChip({ form, change }: ChipProps) {
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label="Shape of the picture"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <ChipButton icon={<Ratio {...ICON} />} aria-label={`Shape: ${form.aspect}`}>
          <span className="num">{form.aspect}</span>
        </ChipButton>
      }
    >
      <Options
        label="Shape of the picture"
        value={form.aspect}
        onChange={(aspect) => change({ aspect })}
        className="grid grid-cols-3 gap-1.5 sm:grid-cols-5"
        options={ASPECTS.map(({ value, use }) => ({
          value,
          name: `${value}, ${use}`,
          content: (
            <span className="flex w-20 flex-col items-center gap-1 px-1 py-2">
              <Outline aspect={value} />
              <span className="num font-medium">{value}</span>
              <span className="text-center text-meta text-tx-2">{use}</span>
            </span>
          ),
        }))}
      />
    </Popover>
  );
}

export function StyleChip({ form, change }: ChipProps) {
  return (
    <Popover
      label="Style"
      trigger={
        <ChipButton
          thumb={<StylePicture style={form.style} className="size-full" />}
          aria-label={`Style: ${STYLE_NAMES[form.style]}`}
        >
          {STYLE_NAMES[form.style]}
        </ChipButton>
      }
    >
      <Options<Style>
        label="Style"
        value={form.style}
        onChange={(style) => change({ style })}
        className="grid grid-cols-2 gap-2 sm:grid-cols-5"
        options={STYLES.map((value) => ({
          value,
          name: STYLE_NAMES[value],
          content: (
            <span className="block w-[104px] p-1.5">
              <StylePicture style={value} className="h-[52px] w-full rounded-xs" />
              <span className="mt-1.5 block text-center font-medium">{STYLE_NAMES[value]}</span>
            </span>
          ),
        }))}
      />
    </Popover>
  );
}

export function AudienceChip({ form, change }: ChipProps) {
  const said = [form.audience.trim(), form.tone.trim()].filter(Boolean).join(', ');
  return (
    <Popover
      label="Audience and tone"
      className="w-72"
      trigger={
        <ChipButton icon={<UsersRound {...ICON} />} aria-label={`Audience, tone: ${said || 'open'}`}>
          <span className="max-w-44 truncate">{said || 'Audience, tone'}</span>
        </ChipButton>
      }
    >
      <div className="flex flex-col gap-3">
        <Field
          label="Audience"
          placeholder="Who watches it"
          maxLength={200}
          value={form.audience}
          onChange={(event) => change({ audience: event.target.value })}
        />
        <Field
          label="Tone"
          placeholder="Calm, dry, warm"
          maxLength={200}
          value={form.tone}
          onChange={(event) => change({ tone: event.target.value })}
        />
      </div>
    </Popover>
  );
}

const MODE_REMARKS: Record<Mode, string> = {
  interactive:
    'You look at the story, the references and the board, and approve each before the next is made.',
  automatic: 'Approves every stage by itself and runs to the cut. You can still change anything after.',
};

export function ModeChip({ form, change }: ChipProps) {
  return (
    <Popover
      label="How far it runs"
      className="w-80"
      trigger={
        <ChipButton
          icon={form.mode === 'interactive' ? <Hand {...ICON} /> : <FastForward {...ICON} />}
          aria-label={`How far it runs: ${MODE_NAMES[form.mode]}`}
        >
          {MODE_NAMES[form.mode]}
        </ChipButton>
      }
    >
      <Options<Mode>
        label="How far it runs"
        value={form.mode}
        onChange={(mode) => change({ mode })}
        className="flex flex-col gap-1.5"
        options={(['interactive', 'automatic'] as const).map((value) => ({
          value,
          name: MODE_NAMES[value],
          content: (
            <span className="block px-2.5 py-2">
              <span className="block font-medium">{MODE_NAMES[value]}</span>
              <span className="mt-0.5 block text-tx-2">{MODE_REMARKS[value]}</span>
            </span>
          ),
        }))}
      />
    </Popover>
  );
}

export function BudgetChip({ form, change }: ChipProps) {
  const typed = form.budget.trim();
  const budget = budgetOf(form);
  const wrong = budget === undefined;
  return (
    <Popover
      label="Budget"
      className="w-64"
      trigger={
        <ChipButton
          icon={<CircleDollarSign {...ICON} />}
          className={clsx(typed && 'num', wrong && '!text-fail')}
        >
          {typed ? `Budget ${typeof budget === 'number' ? formatBudget(budget) : typed}` : 'No budget set'}
        </ChipButton>
      }
    >
      <Field
        label="Budget, US dollars"
        inputMode="decimal"
        placeholder="12"
        value={form.budget}
        onChange={(event) => change({ budget: event.target.value })}
        hint="Nothing runs that would go over it. Leave empty for none."
        error={wrong ? NO_AMOUNT : undefined}
      />
    </Popover>
  );
}
