import { useState } from 'react';
import {
  Bar,
  BarChart,
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Bucket } from '@/api/insights';
import { Segmented } from '@/shared/ui';
import { Card } from './Card';
import { periodLabel } from './insightWords';

export interface Point {
  begins: string;
  /** Null where nothing was measured: the chart leaves it out. */
  value: number | null;
}

interface TrendProps {
  title: string;
  /** What the values are: "Median, by week". */
  remark: string;
  points: readonly Point[];
  bucket: Bucket;
  kind: 'line' | 'bars';
  /** A value with its unit, and one for the axis. */
  say: (value: number) => string;
}

const AXIS = { stroke: 'var(--color-tx-3)', fontSize: 11, tickLine: false, axisLine: false } as const;

/** A number over time, as a chart that reads by keyboard and as a table. */
export function Trend({ title, remark, points, bucket, kind, say }: TrendProps) {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const measured = points.some(({ value }) => value !== null);
  const data = points.map(({ begins, value }) => ({ name: periodLabel(begins, bucket), value }));
  return (
    <Card
      title={title}
      remark={
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {remark}
          <Segmented
            label={`${title}, shown as`}
            value={view}
            onChange={setView}
            segments={[
              { value: 'chart', label: 'Chart' },
              { value: 'table', label: 'Table' },
            ]}
          />
        </span>
      }
    >
      {!measured && <p className="py-10 text-center text-small text-tx-3">Not measured in this span.</p>}
      {measured && view === 'chart' && (
        <div
          className="h-48"
          role="group"
          aria-label={`${title}, chart. Arrow keys step through the values.`}
        >
          <ResponsiveContainer width="100%" height="100%">
            {kind === 'line' ? (
              <LineChart data={data} accessibilityLayer margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
                {axes(say)}
                <Line
                  dataKey="value"
                  name={title}
                  type="linear"
                  connectNulls
                  stroke="var(--color-ac)"
                  strokeWidth={2}
                  dot={{ r: 2.5, fill: 'var(--color-ac)', strokeWidth: 0 }}
                  isAnimationActive={false}
                />
              </LineChart>
            ) : (
              <BarChart data={data} accessibilityLayer margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
                {axes(say)}
                <Bar
                  dataKey="value"
                  name={title}
                  fill="var(--color-line-ctl)"
                  activeBar={{ fill: 'var(--color-ac)' }}
                  radius={[2, 2, 0, 0]}
                  isAnimationActive={false}
                />
              </BarChart>
            )}
          </ResponsiveContainer>
        </div>
      )}
      {measured && view === 'table' && (
        <div className="max-h-48 overflow-y-auto">
          <table aria-label={`${title}, table`} className="num w-full text-small">
            <tbody>
              {points.map(({ begins, value }) => (
                <tr key={begins} className="border-t border-line first:border-t-0">
                  <th scope="row" className="py-1 text-left font-normal text-tx-2">
                    {periodLabel(begins, bucket)}
                  </th>
                  <td className="py-1 text-right">
                    {value === null ? <span className="text-tx-3">not measured</span> : say(value)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

function axes(say: (value: number) => string) {
  return [
    <CartesianGrid key="grid" vertical={false} stroke="var(--color-line)" />,
    <XAxis key="x" dataKey="name" {...AXIS} minTickGap={24} tickMargin={6} />,
    <YAxis key="y" {...AXIS} width={56} tickFormatter={say} allowDecimals={false} />,
    <Tooltip
      key="tip"
      cursor={{ stroke: 'var(--color-line-2)', fill: 'var(--color-hover)' }}
      isAnimationActive={false}
      formatter={(value) => say(Number(value))}
      contentStyle={{
        background: 'var(--color-raised)',
        border: '1px solid var(--color-line-2)',
        borderRadius: 6,
        fontSize: 12,
        color: 'var(--color-tx)',
      }}
      itemStyle={{ color: 'var(--color-tx)' }}
      labelStyle={{ color: 'var(--color-tx-3)' }}
    />,
  ];
}
