import clsx from 'clsx';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Model, ModelKind, Vendor } from '@/api/types';
import { formatDay } from '@/shared/lib/time';
import { formatWait } from '@/shared/lib/time';
import { sentence } from '@/shared/lib/words';
import { Button, EmptyState, Segmented, Select, Tag } from '@/shared/ui';
import { abilityWords, KIND_NAMES, KIND_USES, KINDS } from './vendorWords';

interface ModelTableProps {
  models: readonly Model[];
  vendors: readonly Vendor[];
}

/** Every model of the registry by what it makes, with its price and whether it can be chosen. */
export function ModelTable({ models, vendors }: ModelTableProps) {
  const [kind, setKind] = useState<ModelKind | 'all'>('all');
  const [vendor, setVendor] = useState('all');
  const shown = models.filter(
    (model) => (kind === 'all' || model.kind === kind) && (vendor === 'all' || model.vendor === vendor),
  );
  const kinds = KINDS.filter((each) => models.some((model) => model.kind === each));
  const serving = vendors.filter(({ id }) => models.some((model) => model.vendor === id));
  return (
    <section aria-labelledby="models-title" className="mt-8">
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id="models-title" className="text-stage font-semibold">
          Models
        </h2>
        <Segmented
          label="Kind"
          value={kind}
          onChange={setKind}
          className="max-md:hidden"
          segments={[
            { value: 'all' as const, label: 'All', count: models.length },
            ...kinds.map((value) => ({ value, label: KIND_NAMES[value] })),
          ]}
        />
        <Select
          label="Kind"
          className="md:hidden"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'all' as const, label: 'All kinds' },
            ...kinds.map((value) => ({ value, label: KIND_NAMES[value] })),
          ]}
        />
        <Select
          label="Vendor"
          className="ml-auto"
          value={vendor}
          onChange={setVendor}
          options={[
            { value: 'all', label: 'All vendors' },
            ...serving.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState
          action={
            <Button
              size="compact"
              onClick={() => {
                setKind('all');
                setVendor('all');
              }}
            >
              Show all
            </Button>
          }
        >
          No model of this kind from this vendor.
        </EmptyState>
      ) : (
        <div className="overflow-x-auto rounded-plan bg-panel px-4 py-1.5">
          <table className="num w-full text-small max-md:block">
            <thead className="max-md:sr-only">
              <tr className="text-left text-tx-3 [&>th]:h-9 [&>th]:pr-5 [&>th]:font-normal">
                <th scope="col">Model</th>
                <th scope="col">Tier</th>
                <th scope="col">Price</th>
                <th scope="col" className="text-right">
                  Time
                </th>
                <th scope="col">Checked</th>
                <th scope="col" className="w-[24%] !pr-0">
                  State
                </th>
              </tr>
            </thead>
            {kinds.map((each) => (
              <Kind key={each} kind={each} models={shown.filter((model) => model.kind === each)} />
            ))}
          </table>
        </div>
      )}
    </section>
  );
}

function Kind({ kind, models }: { kind: ModelKind; models: readonly Model[] }) {
  if (models.length === 0) return null;
  return (
    <tbody className="max-md:block">
      <tr className="max-md:block">
        <th
          scope="rowgroup"
          colSpan={6}
          className="border-t border-line pt-3.5 pb-1.5 text-left font-semibold max-md:block"
        >
          {KIND_NAMES[kind]} <span className="font-normal text-tx-3">{KIND_USES[kind]}</span>
        </th>
      </tr>
      {models.map((model) => (
        <ModelRow key={model.id} model={model} />
      ))}
    </tbody>
  );
}

function ModelRow({ model }: { model: Model }) {
  const ability = abilityWords(model);
  return (
    <tr className="border-t border-line align-top max-md:flex max-md:flex-wrap max-md:items-baseline max-md:gap-x-3 max-md:py-2 md:[&>td]:py-2 md:[&>td]:pr-5">
      <th scope="row" className="py-2 pr-5 text-left font-normal max-md:w-full max-md:py-0">
        <span className={clsx('font-medium', !model.usable && 'text-tx-2')}>{model.title}</span>
        {model.yours && (
          <span className="ml-2">
            <Tag>yours</Tag>
          </span>
        )}
        <span className="block text-meta text-tx-3">
          {model.vendor_title}
          {ability && `, ${ability}`}
        </span>
      </th>
      <td className="text-tx-2 max-md:order-1">{sentence(model.tier)}</td>
      <td className="text-tx-2 max-md:order-3 max-md:w-full md:w-[34%]">{sentence(model.price)}</td>
      <td className="whitespace-nowrap text-tx-2 max-md:order-2 md:text-right">
        {formatWait(model.typical_s)}
      </td>
      <td className="whitespace-nowrap text-tx-3 max-md:hidden">
        {model.checked_on ? formatDay(model.checked_on) : 'never'}
      </td>
      <td className="max-md:order-4 max-md:w-full md:!pr-0">
        <Usable model={model} />
      </td>
    </tr>
  );
}

/** Whether it can be chosen, why not, and what to know before. */
function Usable({ model }: { model: Model }) {
  const ends = model.ends_on;
  // The notice repeats the day it ends on, which has its own line here.
  const notice = model.notice.replace(/^Ends on \S+\s*/u, '');
  return (
    <div className="flex max-w-80 flex-col gap-0.5">
      {model.usable ? (
        <span className="text-ok">Can be chosen</span>
      ) : (
        <span className="text-tx-2">{model.problem}</span>
      )}
      {ends !== null && (
        <span className="inline-flex items-center gap-1 text-stale">
          <TriangleAlert aria-hidden size={13} strokeWidth={1.75} className="shrink-0" />
          Ends on {formatDay(ends)}
        </span>
      )}
      {notice && <span className="text-meta text-tx-3">{notice}</span>}
    </div>
  );
}
