import { describe, expect, it } from 'vitest';
import { aModel, aProvidersPage } from '@/test/moneyFixtures';
import {
  allRehearsed,
  modelsFor,
  modelTitle,
  onceToLikely,
  perItem,
  presetArtists,
  presetOf,
  REHEARSED,
  vendorOf,
} from './artists';

const { models, vendors } = aProvidersPage();

describe('presets', () => {
  it('choose the first usable model of the tier, and for frames one that takes references', () => {
    expect(presetArtists(models, 'draft')).toEqual({
      story: 'frames/quill',
      references: 'frames/sketch',
      storyboard: 'frames/easel',
      video: 'rehearsal',
    });
    expect(presetArtists(models, 'rehearsal')).toEqual(REHEARSED);
  });

  it('leave out what has no key', () => {
    const keyless = models.map((model) => ({ ...model, usable: false }));
    expect(allRehearsed(presetArtists(keyless, 'final'))).toBe(true);
  });

  it('are recognised from a choice', () => {
    const final = presetArtists(models, 'final');
    expect(presetOf(models, final)).toBe('final');
    expect(presetOf(models, REHEARSED)).toBe('rehearsal');
    expect(presetOf(models, { ...final, story: 'rehearsal' })).toBe('own');
  });
});

describe('models', () => {
  it('stand in order of their tier, whatever the registry says', () => {
    const shuffled = [aModel({ id: 'a/final', tier: 'final' }), aModel({ id: 'a/draft', tier: 'draft' })];
    expect(modelsFor(shuffled, 'video').map(({ id }) => id)).toEqual(['a/draft', 'a/final']);
  });

  it('are called by their title, by their id where the registry has lost them', () => {
    expect(modelTitle(models, 'frames/reel')).toBe('Reel');
    expect(modelTitle(models, 'rehearsal')).toBe('Rehearsal');
    expect(modelTitle(models, 'gone/model')).toBe('gone/model');
    expect(vendorOf(vendors, models, 'frames/reel')?.title).toBe('Frames Inc.');
    expect(vendorOf(vendors, models, 'rehearsal')).toBeUndefined();
  });
});

describe('estimates', () => {
  const estimate = { items: 9, usd_min: 1.8, usd_max: 1.8, usd_likely: 2.7, seconds_min: 0, seconds_max: 0 };

  it('go from once through to what is usual', () => {
    expect(onceToLikely(estimate)).toBe('$1.80 to $2.70');
    expect(onceToLikely({ ...estimate, usd_likely: 1.8 })).toBe('$1.80');
    expect(onceToLikely({ ...estimate, usd_min: 0, usd_max: 0, usd_likely: 0 })).toBe('free');
  });

  it('are shared out among the items', () => {
    expect(perItem(estimate).usd).toBeCloseTo(0.2);
    expect(perItem({ ...estimate, items: 0 }).usd).toBe(1.8);
  });
});
