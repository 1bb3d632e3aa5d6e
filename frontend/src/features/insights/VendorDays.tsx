import type { Insights } from '@/api/types';
import { formatAmount } from '@/shared/lib/money';
import { Trend } from './Trend';

/** What vendors were paid, day by day. */
export function VendorDays({ insights }: { insights: Insights }) {
  const byDay = new Map<string, number>();
  for (const { day, usd } of insights.vendor_days) byDay.set(day, (byDay.get(day) ?? 0) + usd);
  return (
    <Trend
      title="Vendors, paid and held"
      remark="By day"
      kind="bars"
      bucket="day"
      points={[...byDay].map(([begins, value]) => ({ begins, value }))}
      say={formatAmount}
    />
  );
}
