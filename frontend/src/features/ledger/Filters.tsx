import type { LedgerFilter } from '@/api/money';
import { STAGES, type CallState, type Model, type Stage, type Vendor } from '@/api/types';
import { CALL_STATES, isFiltered, NO_FILTER } from '@/features/money/ledgerFilter';
import { STAGE_NAMES } from '@/shared/lib/words';
import { Button, inputClass, Select } from '@/shared/ui';
import { STATE_WORDS } from './callWords';

/** A select can't have an empty value. */
const ALL = 'all';

interface FiltersProps {
  filter: LedgerFilter;
  onFilter: (filter: LedgerFilter) => void;
  titles: ReadonlyMap<string, string>;
  vendors: readonly Vendor[];
  models: readonly Model[];
}

/** Which calls are shown and summed. */
export function Filters({ filter, onFilter, titles, vendors, models }: FiltersProps) {
  const change = (part: Partial<LedgerFilter>) => onFilter({ ...filter, ...part });
  const fitting = models.filter(({ vendor }) => filter.vendor === '' || vendor === filter.vendor);
  return (
    <div role="group" aria-label="Filter" className="mt-7 mb-3 flex flex-wrap items-center gap-2">
      <One
        label="Project"
        all="All projects"
        value={filter.project}
        onChange={(project) => change({ project })}
        options={[...titles].map(([value, label]) => ({ value, label }))}
      />
      <One
        label="Vendor"
        all="All vendors"
        value={filter.vendor}
        onChange={(vendor) => change({ vendor, model: '' })}
        options={vendors.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <One
        label="Model"
        all="All models"
        value={filter.model}
        onChange={(model) => change({ model })}
        options={fitting.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <One<Stage>
        label="Stage"
        all="All stages"
        value={filter.stage}
        onChange={(stage) => change({ stage })}
        options={STAGES.map((value) => ({ value, label: STAGE_NAMES[value] }))}
      />
      <One<CallState>
        label="State"
        all="All states"
        value={filter.state}
        onChange={(state) => change({ state })}
        options={CALL_STATES.map((value) => ({ value, label: STATE_WORDS[value].label }))}
      />
      <Day label="From" value={filter.from} max={filter.to} onChange={(from) => change({ from })} />
      <Day label="To" value={filter.to} min={filter.from} onChange={(to) => change({ to })} />
      {isFiltered(filter) && (
        <Button size="compact" variant="ghost" onClick={() => onFilter(NO_FILTER)}>
          Clear
        </Button>
      )}
    </div>
  );
}

interface OneProps<T extends string> {
  label: string;
  all: string;
  value: T | '';
  onChange: (value: T | '') => void;
  options: readonly { value: T; label: string }[];
}

function One<T extends string>({ label, all, value, onChange, options }: OneProps<T>) {
  // What an address asks for may be gone from the list.
  const known = value === '' || options.some((option) => option.value === value);
  return (
    <Select<string>
      label={label}
      value={value || ALL}
      onChange={(next) => onChange(next === ALL ? '' : (next as T))}
      options={[{ value: ALL, label: all }, ...(known ? [] : [{ value, label: value }]), ...options]}
      className="max-w-52 [&>span:first-child]:truncate"
    />
  );
}

interface DayProps {
  label: string;
  value: string;
  min?: string;
  max?: string;
  onChange: (day: string) => void;
}

function Day({ label, value, min, max, onChange }: DayProps) {
  return (
    <label className="flex items-center gap-1.5 text-small text-tx-3">
      {label}
      <input
        type="date"
        value={value}
        min={min || undefined}
        max={max || undefined}
        onChange={(event) => onChange(event.target.value)}
        className={`${inputClass} num !w-[8.25rem] !rounded-btn !bg-raised !px-2 !py-1 !text-small text-tx-2`}
      />
    </label>
  );
}
