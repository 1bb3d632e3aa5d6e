import { Download } from 'lucide-react';
import { insightsUrl, type InsightsQuery } from '@/api/insights';
import type { Mode, Person } from '@/api/types';
import { buttonClass, Segmented, Select } from '@/shared/ui';
import { SPANS, type InsightsView, type Span } from './insightsSpan';

interface ControlsProps {
  view: InsightsView;
  onView: (view: InsightsView) => void;
  /** Undefined while the chosen days make no span. */
  query: InsightsQuery | undefined;
  /** Everybody whose numbers may be seen; none for those who see only their own. */
  people: readonly Person[];
}

const SPAN_NAMES: Readonly<Record<Span, string>> = {
  '7d': '7 days',
  '30d': '30 days',
  '12w': '12 weeks',
  '1y': 'A year',
  own: 'Days',
};
const MODE_SEGMENTS: readonly { value: Mode | 'all'; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'interactive', label: 'Interactive' },
  { value: 'automatic', label: 'Automatic' },
];

/** Which projects the numbers are of, and the numbers as files. */
export function Controls({ view, onView, query, people }: ControlsProps) {
  const spans: Span[] = [...(Object.keys(SPANS) as (keyof typeof SPANS)[]), 'own'];
  return (
    <div className="flex flex-wrap items-center gap-2">
      {view.span === 'own' && (
        <span className="flex items-center gap-1.5 text-small text-tx-3">
          <Day label="From" value={view.from} onChange={(from) => onView({ ...view, from })} />
          to
          <Day label="To" value={view.to} onChange={(to) => onView({ ...view, to })} />
        </span>
      )}
      <Segmented
        label="Span"
        value={view.span}
        onChange={(span) =>
          onView({ ...view, span, ...(span === 'own' && view.from === '' ? lastMonth() : {}) })
        }
        segments={spans.map((value) => ({ value, label: SPAN_NAMES[value] }))}
      />
      <Segmented
        label="Mode"
        value={view.mode === '' ? 'all' : view.mode}
        onChange={(mode) => onView({ ...view, mode: mode === 'all' ? '' : mode })}
        segments={MODE_SEGMENTS}
      />
      {people.length > 1 && (
        <Select
          label="Person"
          value={view.person === '' ? 'all' : view.person}
          onChange={(person) => onView({ ...view, person: person === 'all' ? '' : person })}
          options={[
            { value: 'all', label: 'Everybody' },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {query && (
        <>
          <a href={insightsUrl(query, 'csv')} download="dailies-insights.csv" className={buttonClass()}>
            <Download aria-hidden size={16} strokeWidth={1.75} />
            CSV
          </a>
          <a href={insightsUrl(query, 'json')} download="dailies-insights.json" className={buttonClass()}>
            <Download aria-hidden size={16} strokeWidth={1.75} />
            JSON
          </a>
        </>
      )}
    </div>
  );
}

interface DayProps {
  label: string;
  value: string;
  onChange: (day: string) => void;
}

function Day({ label, value, onChange }: DayProps) {
  return (
    <input
      type="date"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="num h-8 rounded-btn bg-well px-2 text-small text-tx scheme-dark edge"
    />
  );
}

function lastMonth(): { from: string; to: string } {
  const day = (ms: number) => new Date(ms).toLocaleDateString('sv-SE');
  return { from: day(Date.now() - 29 * 86_400_000), to: day(Date.now()) };
}
