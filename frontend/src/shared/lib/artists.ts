import {
  STAGES,
  type Estimate,
  type Model,
  type ModelKind,
  type Crew,
  type Stage,
  type Vendor,
} from '@/api/types';
import { formatUsd } from './money';
import { STAGE_NAMES } from './words';

/** Name of the built-in artists, who are free. */
export const REHEARSAL = 'rehearsal';

/** Who makes each stage: ids of models, or `rehearsal`. */
export type Artists = Readonly<Record<Stage, string>>;

export const REHEARSED: Artists = {
  story: REHEARSAL,
  references: REHEARSAL,
  storyboard: REHEARSAL,
  video: REHEARSAL,
};

/** A part of the work that a model can be chosen for: a stage, or one of those beside them. */
export type Part = keyof Crew;

/** All parts, in the order of the film. */
export const PARTS: readonly Part[] = [...STAGES, 'director', 'editing', 'narration', 'scoring'];

export const PART_NAMES: Readonly<Record<Part, string>> = {
  ...STAGE_NAMES,
  director: 'Director',
  editing: 'Mask edits',
  narration: 'Narration',
  scoring: 'Scores',
};

/** What is done in a part, in a few words. */
export const PART_WORK: Readonly<Record<Part, string>> = {
  story: 'Writes the story and changes it',
  references: 'Draws characters, places and products',
  storyboard: 'Draws a frame for every shot',
  video: 'Makes the clips',
  director: 'Reads your notes, answers, and proposes plans',
  editing: 'Paints inside masks',
  narration: 'Speaks the lines',
  scoring: 'Looks how well a picture shows its prompt',
};

const PART_KIND: Readonly<Record<Part, ModelKind>> = {
  story: 'text',
  references: 'image',
  storyboard: 'image',
  video: 'video',
  director: 'text',
  editing: 'inpaint',
  narration: 'speech',
  scoring: 'vision',
};

/** A choice for all stages at once. */
export type Preset = 'rehearsal' | 'draft' | 'final';

/** Models that can do a part, cheapest tier first, in the registry's order. */
export function modelsFor(models: readonly Model[], part: Part): Model[] {
  const fitting = models.filter(({ kind }) => kind === PART_KIND[part]);
  const tiers = ['rehearsal', 'draft', 'final'] as const;
  return tiers.flatMap((tier) => fitting.filter((model) => model.tier === tier));
}

/** What a preset chooses: the first usable model of the tier; rehearsal where there is none. */
export function presetArtists(models: readonly Model[], preset: Preset): Artists {
  if (preset === 'rehearsal') return REHEARSED;
  const first = (stage: Stage): string => {
    const usable = modelsFor(models, stage).filter((model) => model.usable && model.tier === preset);
    // Frames are drawn from the references; a model that takes none would not show the same people twice.
    const fitting = stage === 'storyboard' ? usable.find((model) => model.max_references > 0) : undefined;
    return (fitting ?? usable[0])?.id ?? REHEARSAL;
  };
  return {
    story: first('story'),
    references: first('references'),
    storyboard: first('storyboard'),
    video: first('video'),
  };
}

const same = (one: Artists, other: Artists) => STAGES.every((stage) => one[stage] === other[stage]);

export const allRehearsed = (artists: Artists) => same(artists, REHEARSED);

/** Which preset a choice is; `own` where it is none. */
export function presetOf(models: readonly Model[], artists: Artists): Preset | 'own' {
  const presets: Preset[] = ['rehearsal', 'draft', 'final'];
  return presets.find((preset) => same(artists, presetArtists(models, preset))) ?? 'own';
}

/** What people call a model: its title, its id where the registry has lost it. */
export function modelTitle(models: readonly Model[], id: string): string {
  if (id === REHEARSAL) return 'Rehearsal';
  return models.find((model) => model.id === id)?.title ?? id;
}

/** Who serves a model; nobody for rehearsal and models the registry has lost. */
export function vendorOf(
  vendors: readonly Vendor[],
  models: readonly Model[],
  id: string,
): Vendor | undefined {
  const vendor = models.find((model) => model.id === id)?.vendor;
  return vendors.find((each) => each.id === vendor);
}

/** Once through, to what it usually comes to with repeats: `$2.35 to $3.52`, `free`. */
export function onceToLikely({ usd_min, usd_max, usd_likely }: Estimate): string {
  return formatUsd(usd_min, Math.max(usd_max, usd_likely));
}

/** The estimate for one of its items. */
export function perItem(estimate: Estimate): { usd: number; usdMax: number } {
  const items = Math.max(1, estimate.items);
  return { usd: estimate.usd_min / items, usdMax: estimate.usd_max / items };
}
