import { describe, expect, it } from 'vitest';
import { filterOf, isFiltered, NO_FILTER, queryOf } from './ledgerFilter';
import { budgetFor, budgetWarning, isOver, leftWords, spendWords, usedOf } from './spendWords';

const spend = { spent_usd: 1.86, held_usd: 0.04, unknown_usd: 0.48, budget_usd: 12, near: false };

describe('spend', () => {
  it('is said with all its parts', () => {
    expect(spendWords(spend)).toBe('$1.86 spent, $0.04 held, $0.48 unknown, of $12');
    expect(spendWords({ ...spend, held_usd: 0, unknown_usd: 0, budget_usd: null })).toBe('$1.86 spent');
    expect(usedOf(spend)).toBeCloseTo(2.38);
  });

  it('warns near the budget and at its end', () => {
    expect(budgetWarning(spend)).toBe('');
    expect(budgetWarning({ ...spend, spent_usd: 10, near: true })).toBe('$1.48 of $12 left');
    expect(budgetWarning({ ...spend, spent_usd: 12, near: true })).toBe('Budget reached: $12');
    expect(isOver({ ...spend, budget_usd: null })).toBe(false);
  });

  it('tells what is left', () => {
    expect(leftWords(spend)).toBe('$9.62 left');
    expect(leftWords({ ...spend, budget_usd: null })).toBe('No budget set');
  });

  it('tells the budget that would do, in whole dollars', () => {
    expect(budgetFor(spend, 12)).toBe(15);
    expect(budgetFor({ ...spend, spent_usd: 0, held_usd: 0, unknown_usd: 0 }, 2)).toBe(2);
  });
});

describe('filters of the ledger', () => {
  it('go into the address and come back', () => {
    const filter = {
      ...NO_FILTER,
      project: 'prj_1',
      stage: 'video',
      state: 'unknown',
      from: '2026-11-01',
    } as const;
    expect(queryOf(filter).toString()).toBe('project=prj_1&stage=video&state=unknown&from=2026-11-01');
    expect(filterOf(queryOf(filter))).toEqual(filter);
  });

  it('leave out what an address can not mean', () => {
    const filter = filterOf(new URLSearchParams('stage=lunch&state=happy&from=tomorrow'));
    expect(filter).toEqual(NO_FILTER);
    expect(isFiltered(filter)).toBe(false);
  });
});
