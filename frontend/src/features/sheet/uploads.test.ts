import { describe, expect, it } from 'vitest';
import { uploadProblem } from './uploads';

const file = (overrides: object) => ({ name: 'boat.png', type: 'image/png', size: 2048, ...overrides });

describe('uploadProblem', () => {
  it('takes pictures', () => {
    expect(uploadProblem(file({}))).toBeNull();
  });

  it('says what is wrong with others', () => {
    expect(uploadProblem(file({ name: 'a.pdf', type: 'application/pdf' }))).toMatch(
      'not a PNG, JPEG or WebP picture',
    );
    expect(uploadProblem(file({ size: 0 }))).toMatch('empty');
    expect(uploadProblem(file({ size: 40 * 1024 * 1024 }))).toBe(
      '“boat.png” has 40 MB; the most is 30 MB. Nothing was uploaded.',
    );
  });
});
