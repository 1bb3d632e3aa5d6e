import { describe, expect, it } from 'vitest';
import { failureTitle, lineWords, outcomeUnknown, turnWords, unknownWords, wayOut } from './failures';

const failure = (code: string) => ({ code, message: '', charged: false, retryable: true, operation: 'op' });

describe('failures of vendors', () => {
  it.each([
    ['key_missing', 'No key', 'providers'],
    ['vendor_key_rejected', 'Key not taken', 'providers'],
    ['vendor_credit_low', 'Credit used up', 'providers'],
    ['budget_exceeded', 'Over budget', 'budget'],
    ['month_budget_exceeded', "Over the month's budget", 'budget'],
    ['content_refused', 'Refused', null],
    ['timeout', 'Not made', null],
  ])('%s: %s, way out %s', (code, title, way) => {
    expect(failureTitle(failure(code))).toBe(title);
    expect(wayOut(failure(code))).toBe(way);
  });

  it('say what nobody knows, and that nothing is sent again', () => {
    expect(outcomeUnknown(failure('outcome_unknown'))).toBe(true);
    expect(unknownWords('Replicate')).toBe(
      'It is not known whether this was charged. Replicate may have taken the job; nothing is sent again by itself.',
    );
  });
});

describe('the line at a vendor', () => {
  it('has a place, and a time where one is known', () => {
    expect(lineWords(2, 'Replicate')).toBe('2nd in line at Replicate');
    expect(lineWords(1, '')).toBe('1st in line');
    expect(turnWords(9)).toBe('about 9 s');
    expect(turnWords(0.2)).toBe('after the calls before it');
  });
});
