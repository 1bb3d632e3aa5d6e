import type { ReactNode } from 'react';
import type { Insights, Sampled } from '@/api/types';
import { formatAmount } from '@/shared/lib/money';
import { countOf } from '@/shared/lib/words';
import { answersWords, formatShare, formatSigned, formatSpan, tooFew } from './insightWords';

/** The five numbers that say how it goes. */
export function Headline({ insights }: { insights: Insights }) {
  const { funnel, money, to_cut: toCut, fewest } = insights;
  const { stars, recommend } = insights.overall;
  return (
    <dl className="num grid gap-px overflow-hidden rounded-plan bg-line sm:grid-cols-2 lg:grid-cols-5">
      <Figure label="Brief to first cut" below={`median of ${countOf(toCut.count, 'film')}`}>
        {toCut.median === null ? null : formatSpan(toCut.median)}
      </Figure>
      <Figure
        label="Spend per approved second"
        below={`${formatAmount(money.total_usd)} for ${String(Math.round(money.approved_s))} s`}
      >
        {money.per_approved_second_usd === null ? null : formatAmount(money.per_approved_second_usd)}
      </Figure>
      <Figure
        label="Film approved"
        below={`${String(funnel.finished)} of ${countOf(funnel.started, 'project')}`}
      >
        {funnel.started === 0 ? null : formatShare(funnel.finished / funnel.started)}
      </Figure>
      <Rated label="Rating, of 5" sampled={stars} fewest={fewest} say={(value) => value.toFixed(1)} />
      <Rated label="Would recommend, NPS" sampled={recommend} fewest={fewest} say={formatSigned} />
    </dl>
  );
}

interface FigureProps {
  label: string;
  /** The number, or null where nothing was measured. */
  children: string | null;
  below: ReactNode;
}

function Figure({ label, children, below }: FigureProps) {
  return (
    <div className="bg-panel px-4 py-3.5">
      <dt className="text-small text-tx-3">{label}</dt>
      <dd className="mt-0.5">
        {children === null ? (
          <span className="block text-section leading-[2.125rem] text-tx-3">not measured</span>
        ) : (
          <b className="block text-display font-semibold tracking-[-.02em]">{children}</b>
        )}
        <span className="text-small text-tx-3">{below}</span>
      </dd>
    </div>
  );
}

interface RatedProps {
  label: string;
  sampled: Sampled;
  fewest: number;
  say: (value: number) => string;
}

function Rated({ label, sampled, fewest, say }: RatedProps) {
  const told = sampled.value === null ? tooFew(sampled, fewest) : answersWords(sampled, say);
  return (
    <Figure label={label} below={told}>
      {sampled.value === null ? null : say(sampled.value)}
    </Figure>
  );
}
