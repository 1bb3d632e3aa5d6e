import { describe, expect, it } from 'vitest';
import { parseSeconds, snapSeconds } from './seconds';

describe('seconds of a shot', () => {
  it('snap to half a second and stay in range', () => {
    expect(snapSeconds(2.6)).toBe(2.5);
    expect(snapSeconds(0.2)).toBe(1);
    expect(snapSeconds(400)).toBe(30);
  });

  it('can be typed in the ways people type them', () => {
    expect(parseSeconds('2,5 s')).toBe(2.5);
    expect(parseSeconds(' 4 ')).toBe(4);
    expect(parseSeconds('four')).toBeNull();
  });
});
