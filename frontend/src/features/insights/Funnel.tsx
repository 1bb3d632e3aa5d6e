import clsx from 'clsx';
import { STAGES, type Insights, type Stage } from '@/api/types';
import { STAGE_NAMES } from '@/shared/lib/words';
import { Card } from './Card';
import { formatSpan, shareOf } from './insightWords';

/** Share of a step's projects lost in it from which it is marked. */
const MUCH = 0.1;

interface Step {
  name: string;
  stage: Stage | null;
  count: number;
  /** Projects that came to this step and did not go on, without activity for a while. */
  lost: number;
}

/** How far projects come, what is talked and made on the way, and where they stop. */
export function Funnel({ insights }: { insights: Insights }) {
  const { funnel, work, stage_times: times } = insights;
  const steps: Step[] = [
    ...STAGES.map((stage) => ({
      name: STAGE_NAMES[stage],
      stage,
      count: funnel.reached[stage] ?? 0,
      lost: funnel.abandoned[stage] ?? 0,
    })),
    { name: 'Film approved', stage: null, count: funnel.finished, lost: 0 },
  ];
  const each = (sum: number | undefined, count: number) =>
    count > 0 ? ((sum ?? 0) / count).toFixed(1) : '–';
  return (
    <Card title="Where projects stop" remark="Share of all that reached each stage">
      <div className="overflow-x-auto">
        <table className="num w-full min-w-[34rem] text-small">
          <thead>
            <tr className="text-tx-3 [&>th]:pb-1.5 [&>th]:text-right [&>th]:font-normal">
              <th scope="col" className="!text-left">
                Stage
              </th>
              <td aria-hidden className="w-[30%]" />
              <th scope="col">Projects</th>
              <th scope="col">Stopped here</th>
              <th scope="col">Notes</th>
              <th scope="col">Made again</th>
              <th scope="col">To approval</th>
            </tr>
          </thead>
          <tbody>
            {steps.map(({ name, stage, count, lost }) => {
              const median = stage && times[stage]?.median;
              return (
                <tr key={name} className="border-t border-line [&>td]:py-1.5 [&>td]:text-right">
                  <th scope="row" className="py-1.5 pr-3 text-left font-medium whitespace-nowrap">
                    {name}
                  </th>
                  <td className="!text-left">
                    <Bar
                      share={funnel.started > 0 ? count / funnel.started : 0}
                      words={shareOf(count, funnel.started)}
                    />
                  </td>
                  <td>{count}</td>
                  <td className={clsx(count > 0 && lost / count >= MUCH ? 'text-stale' : 'text-tx-3')}>
                    {stage ? (lost === 0 ? 'none' : `${String(lost)}, ${shareOf(lost, count)}`) : '–'}
                  </td>
                  <td>{stage ? each(work.notes[stage], count) : '–'}</td>
                  <td>{stage ? each(work.regenerations[stage], count) : '–'}</td>
                  <td className="text-tx-2">{median == null ? '–' : formatSpan(median)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="mt-2.5 text-small text-tx-3">
        Notes and work made again are means per project that reached the stage; times are medians. Stopped:
        deleted, or no activity for {insights.abandoned_after_days} days.
      </p>
    </Card>
  );
}

function Bar({ share, words }: { share: number; words: string }) {
  return (
    <span className="relative block h-[18px] overflow-hidden rounded-xs bg-well">
      <span
        className="absolute inset-y-0 left-0 rounded-xs bg-line-2"
        style={{ width: `${String(share * 100)}%` }}
      />
      <span className="relative px-2 text-meta leading-[18px]">{words}</span>
    </span>
  );
}
