const CENT = 0.01;

/** An amount for meters and ledgers: `$1.86`, also `$0.00`. Part of a cent is shown as `under $0.01`. */
export function formatAmount(usd: number): string {
  if (usd > 0 && usd < CENT / 2) return 'under $0.01';
  return `$${usd.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

/** A price: `free`, `$0.12`, or `$0.48 to $0.52` where `max` is higher. */
export function formatUsd(usd: number, max: number = usd): string {
  if (max <= 0) return 'free';
  const low = formatAmount(usd);
  const high = formatAmount(max);
  return low === high ? high : `${low} to ${high}`;
}

/** A budget: whole dollars lose their cents, `$12`. */
export function formatBudget(usd: number): string {
  return Number.isInteger(usd) ? `$${usd.toLocaleString('en-US')}` : formatAmount(usd);
}

/** The most a budget can be, in dollars. */
const LARGEST = 1_000_000;

/** A typed amount in dollars (`12`, `$12.50`), null for nothing typed, undefined for what is no amount. */
export function parseAmount(typed: string): number | null | undefined {
  const text = typed
    .trim()
    .replace(/^\$/u, '')
    .replace(/,(?=\d{3}\b)/gu, '');
  if (text === '') return null;
  const amount = Number(text);
  return Number.isFinite(amount) && amount >= 0 && amount <= LARGEST ? amount : undefined;
}

/** Said of a typed budget that is no amount. */
export const NO_AMOUNT = 'The budget is an amount in dollars, as 12 or 12.50.';
