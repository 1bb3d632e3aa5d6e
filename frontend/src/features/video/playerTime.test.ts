import { describe, expect, it } from 'vitest';
import { anItem } from '@/test/fixtures';
import { captionSpans, clipSpans, filmSeconds } from './filmLanes';
import { loopTarget, rulerMarks, shuttle, spanAt, stepFrames, timecode } from './playerTime';

describe('timecode', () => {
  it('counts frames after the point', () => {
    expect(timecode(21.6)).toBe('0:21.14');
    expect(timecode(0)).toBe('0:00.00');
    expect(timecode(65.99999)).toBe('1:06.00');
  });
});

describe('stepFrames', () => {
  it('stays on the frame grid and in the film', () => {
    expect(stepFrames(1.01, 1, 30)).toBeCloseTo(25 / 24);
    expect(stepFrames(0, -1, 30)).toBe(0);
    expect(stepFrames(30, 10, 30)).toBe(30);
  });
});

describe('shuttle', () => {
  it('goes faster with each press, and turns round', () => {
    expect([0, 1, 2, 4, 8].map((rate) => shuttle(rate, 1))).toEqual([1, 2, 4, 8, 8]);
    expect(shuttle(4, -1)).toBe(-1);
    expect(shuttle(-1, -1)).toBe(-2);
  });
});

describe('lanes', () => {
  const clips = [
    anItem({ id: 'a', seconds: 2, line: 'Morning.' }),
    anItem({ id: 'b', seconds: 3, caption: 'Later' }),
    anItem({ id: 'c', seconds: 1 }),
  ];
  const spans = clipSpans(clips);

  it('lie back to back', () => {
    expect(spans.map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [2, 5],
      [5, 6],
    ]);
    expect(filmSeconds(spans)).toBe(6);
    expect(captionSpans(spans)).toEqual([
      { text: 'Morning.', start: 0, end: 2 },
      { text: 'Later', start: 2, end: 5 },
    ]);
  });

  it('know which clip is on screen', () => {
    expect([0, 2, 4.9, 6].map((time) => spanAt(spans, time))).toEqual([0, 1, 1, 2]);
    expect(spanAt([], 1)).toBe(-1);
  });

  it('loop a clip at its last frame', () => {
    expect(loopTarget(spans[1], 3)).toBeNull();
    expect(loopTarget(spans[1], 5)).toBe(2);
    expect(loopTarget(undefined, 5)).toBeNull();
  });

  it('get a ruler that is not crowded', () => {
    expect(rulerMarks(30)).toEqual([0, 5, 10, 15, 20, 25]);
    expect(rulerMarks(120)).toHaveLength(8);
  });
});
