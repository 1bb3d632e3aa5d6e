import { describe, expect, it } from 'vitest';
import { formatAmount, formatBudget, formatUsd } from './money';

describe('formatUsd', () => {
  it.each([
    [[0], 'free'],
    [[0.12], '$0.12'],
    [[12.5], '$12.50'],
    [[0.48, 0.52], '$0.48 to $0.52'],
    [[0.04, 0.041], '$0.04'],
    [[0, 0.02], '$0.00 to $0.02'],
    [[0.001], 'under $0.01'],
    [[1234.5], '$1,234.50'],
  ] as const)('says %j as %s', (amounts, words) => {
    expect(formatUsd(...(amounts as readonly [number, number?]))).toBe(words);
  });
});

describe('formatAmount', () => {
  it('keeps a zero that is an amount, not a price', () => {
    expect(formatAmount(0)).toBe('$0.00');
  });
});

describe('formatBudget', () => {
  it('drops cents that are none', () => {
    expect(formatBudget(12)).toBe('$12');
    expect(formatBudget(12.5)).toBe('$12.50');
  });
});
