import { describe, expect, it } from 'vitest';
import { anItem, aTake } from '@/test/fixtures';
import { cardName } from './cardName';
import { cardState } from './cardState';
import { chargeWords } from '@/shared/lib/failures';
import { keptWords, leftWords, queueWords, runningWords } from './cardWords';

const work = { operation: 'op', position: null, started_at: null, progress: 0, usual_seconds: 14 };
const failure = {
  code: 'timeout',
  message: 'Timed out after 90 s.',
  charged: false,
  retryable: true,
  operation: 'op',
};
const stale = { causes: ['Harbour is now take 3.'], renew_usd: 0.04, renew_seconds: 14 };

describe('cardState', () => {
  it('is empty before the first take and made after it', () => {
    expect(cardState(anItem({ takes: [], selected: null })).kind).toBe('empty');
    expect(cardState(anItem()).kind).toBe('made');
  });

  it('shows work before failure before stale', () => {
    const item = anItem({ stale, failure, work: { ...work, status: 'running' } });
    expect(cardState(item).kind).toBe('running');
    expect(cardState({ ...item, work: null }).kind).toBe('failed');
    expect(cardState({ ...item, work: null, failure: null })).toEqual({
      kind: 'stale',
      cause: 'Harbour is now take 3.',
    });
  });

  it('gives a percent only when the maker gave one', () => {
    const item = anItem({ work: { ...work, status: 'running' } });
    expect(cardState(item)).toMatchObject({ percent: null, secondsLeft: null, older: true });
    const live = {
      type: 'progress',
      operation: 'op',
      item: item.id,
      progress: 0.62,
      seconds_left: 9,
    } as const;
    expect(cardState(item, live)).toMatchObject({ percent: 62, secondsLeft: 9 });
  });

  it('waits for its turn at the vendor', () => {
    const item = anItem({ takes: [], selected: null, work: { ...work, status: 'running' } });
    const waiting = { type: 'waiting', item: item.id, place: 2, seconds_left: 9 } as const;
    expect(cardState(item, undefined, waiting)).toEqual({
      kind: 'waiting',
      place: 2,
      secondsLeft: 9,
      older: false,
    });
    expect(cardName(item, undefined, waiting, 'Replicate')).toContain('2nd in line at Replicate');
    expect(cardState({ ...item, work: null }, undefined, waiting).kind).toBe('empty');
  });

  it('never goes back behind what the snapshot knows', () => {
    const item = anItem({ work: { ...work, status: 'running', progress: 0.8 } });
    const live = {
      type: 'progress',
      operation: 'op',
      item: item.id,
      progress: 0.5,
      seconds_left: null,
    } as const;
    expect(cardState(item, live)).toMatchObject({ percent: 80 });
  });
});

describe('words of a card', () => {
  it('say how far the work is', () => {
    expect(runningWords(anItem(), 62, 5)).toBe('Drawing, 62 %');
    expect(runningWords(anItem({ kind: 'clip' }), null, 5)).toBe('Filming, 5 s of about 14 s');
    expect(runningWords(anItem(), null, 60)).toBe('Drawing, 60 s, longer than usual');
    expect(leftWords(9)).toBe('about 9 s left');
    expect(queueWords(3)).toBe('3rd in line');
  });

  it('say whether money went, once', () => {
    expect(chargeWords(failure)).toBe('Not charged.');
    expect(chargeWords({ ...failure, message: 'Refused. Not charged.' })).toBe('');
    expect(chargeWords({ ...failure, charged: null })).toBe('It is not known whether it was charged.');
  });

  it('name the take that stays in use after a failure', () => {
    const item = anItem({ takes: [aTake({ number: 3 })], selected: 3, failure });
    expect(keptWords(item)).toBe('Take 4 failed, take 3 in use');
  });

  it('name the whole card for screen readers', () => {
    const item = anItem({ stale, takes: [aTake({ number: 1 }), aTake({ number: 2 })], selected: 2 });
    expect(cardName(item)).toBe(
      'Frame 4A, 3 seconds, take 2 of 2, overall 82, stale: Harbour is now take 3.',
    );
  });
});
