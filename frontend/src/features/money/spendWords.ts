import type { Project } from '@/api/types';
import { formatAmount, formatBudget } from '@/shared/lib/money';

type Spend = Project['spend'];

/** Everything that counts against the budget, in dollars. */
export const usedOf = ({ spent_usd, held_usd, unknown_usd }: Spend) => spent_usd + held_usd + unknown_usd;

export const isOver = (spend: Spend) => spend.budget_usd !== null && usedOf(spend) >= spend.budget_usd;

/** `$1.86 spent, $0.04 held, $0.48 unknown, of $12`. */
export function spendWords(spend: Spend): string {
  const { spent_usd, held_usd, unknown_usd, budget_usd } = spend;
  return [
    `${formatAmount(spent_usd)} spent`,
    held_usd > 0 ? `${formatAmount(held_usd)} held` : '',
    unknown_usd > 0 ? `${formatAmount(unknown_usd)} unknown` : '',
    budget_usd === null ? '' : `of ${formatBudget(budget_usd)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What to warn of: near the budget or at its end; "" where there is nothing. */
export function budgetWarning(spend: Spend): string {
  const { budget_usd } = spend;
  if (budget_usd === null) return '';
  if (isOver(spend)) return `Budget reached: ${formatBudget(budget_usd)}`;
  if (!spend.near) return '';
  const left = budget_usd - usedOf(spend);
  return `${formatAmount(left)} of ${formatBudget(budget_usd)} left`;
}

/** What is left of the budget: `$9.62 left`, `No budget set`. */
export function leftWords(spend: Spend): string {
  if (spend.budget_usd === null) return 'No budget set';
  return `${formatAmount(Math.max(0, spend.budget_usd - usedOf(spend)))} left`;
}

/** Whole dollars a budget has to be for `price` to fit on top of what is used. */
export function budgetFor(spend: Spend, price: number): number {
  return Math.max(1, Math.ceil(usedOf(spend) + price - 1e-9));
}
