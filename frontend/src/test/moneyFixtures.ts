import {
  STAGES,
  type Call,
  type Estimate,
  type FilmEstimate,
  type FilmRequest,
  type Ledger,
  type Model,
  type ModelEstimates,
  type Month,
  type ProvidersPage,
  type Stage,
  type Vendor,
} from '@/api/types';
import { modelsFor } from '@/shared/lib/artists';

export const aVendor = (overrides: Partial<Vendor> = {}): Vendor => ({
  id: 'frames',
  title: 'Frames Inc.',
  dialect: 'replicate',
  base_url: 'https://frames.example/v1',
  key_name: 'FRAMES_API_KEY',
  key: 'file',
  concurrency: 6,
  per_minute: 60,
  running: 0,
  waiting: 0,
  minute: 0,
  slow_s: 0,
  down_s: 0,
  month_calls: 12,
  month_failed: 1,
  month_usd: 1.86,
  month_limit_usd: null,
  near: false,
  models: 4,
  ...overrides,
});

export const aModel = (overrides: Partial<Model> = {}): Model => ({
  id: 'frames/reel',
  title: 'Reel',
  vendor: 'frames',
  vendor_title: 'Frames Inc.',
  kind: 'video',
  tier: 'final',
  price: '$0.05 a second',
  typical_s: 90,
  max_references: 0,
  last_frame: true,
  checked_on: '2026-09-03',
  ends_on: null,
  usable: true,
  problem: '',
  notice: '',
  yours: false,
  ...overrides,
});

const KEYLESS = 'There is no key for Aqua. Enter one under Providers, or rehearse this stage.';

export const aProvidersPage = (overrides: Partial<ProvidersPage> = {}): ProvidersPage => ({
  vendors: [aVendor(), aVendor({ id: 'aqua', title: 'Aqua', key: 'none', key_name: 'AQUA_KEY', models: 1 })],
  models: [
    aModel({ id: 'frames/quill', title: 'Quill', kind: 'text', tier: 'draft' }),
    aModel({ id: 'frames/pen', title: 'Pen', kind: 'text', tier: 'final' }),
    aModel({ id: 'frames/sketch', title: 'Sketch', kind: 'image', tier: 'draft', last_frame: false }),
    aModel({
      id: 'frames/easel',
      title: 'Easel',
      kind: 'image',
      tier: 'draft',
      max_references: 8,
      last_frame: false,
    }),
    aModel({ id: 'frames/canvas', title: 'Canvas', kind: 'image', tier: 'final', max_references: 8 }),
    aModel(),
    aModel({
      id: 'aqua/ocean',
      title: 'Ocean',
      vendor: 'aqua',
      vendor_title: 'Aqua',
      usable: false,
      problem: KEYLESS,
    }),
  ],
  may_edit: true,
  ...overrides,
});

const anEstimate = (items: number, usd: number): Estimate => ({
  items,
  usd_min: usd,
  usd_max: usd,
  usd_likely: usd * 1.5,
  seconds_min: 20,
  seconds_max: 40,
});

const ITEMS: Readonly<Record<Stage, number>> = { story: 1, references: 5, storyboard: 9, video: 9 };
const ONCE: Readonly<Record<Stage, number>> = { story: 0.02, references: 0.38, storyboard: 0.8, video: 1.8 };

const stagePrice = (stage: Stage, model: string) =>
  anEstimate(ITEMS[stage], model === 'rehearsal' ? 0 : ONCE[stage]);

/** Every model of a stage at the same price, rehearsal free. */
export function someModelPrices(): ModelEstimates {
  const { models } = aProvidersPage();
  const priced = (stage: Stage) => {
    const ids = modelsFor(models, stage).map(({ id }) => id);
    return Object.fromEntries(['rehearsal', ...ids].map((id) => [id, stagePrice(stage, id)]));
  };
  return {
    story: priced('story'),
    references: priced('references'),
    storyboard: priced('storyboard'),
    video: priced('video'),
  };
}

/** The film with these models, at the prices of `someModelPrices`. */
export function aFilmPrice(providers: FilmRequest['providers'] = {}): FilmEstimate {
  const of = (stage: Stage) => stagePrice(stage, providers[stage] ?? 'rehearsal');
  const usd = STAGES.reduce((sum, stage) => sum + of(stage).usd_min, 0);
  return {
    stages: {
      story: of('story'),
      references: of('references'),
      storyboard: of('storyboard'),
      video: of('video'),
    },
    total: anEstimate(24, usd),
  };
}

export const aCall = (overrides: Partial<Call> = {}): Call => ({
  id: 'call_1',
  project: 'prj_ferry',
  stage: 'storyboard',
  item: 'frame-s4a',
  purpose: 'picture',
  vendor: 'frames',
  model: 'frames/canvas',
  state: 'settled',
  estimate_usd: 0.04,
  cost_usd: 0.04,
  vendor_job: 'job_1',
  charged_for: { image: 1 },
  reason: '',
  created_at: '2026-11-20T10:12:00Z',
  closed_at: '2026-11-20T10:12:14Z',
  ...overrides,
});

export const aLedger = (overrides: Partial<Ledger> = {}): Ledger => ({
  calls: [
    aCall(),
    aCall({ id: 'call_2', state: 'unknown', item: 'frame-s5a', cost_usd: 0, reason: 'The line went dead.' }),
  ],
  next_cursor: null,
  sums: [
    { stage: 'storyboard', item: 'frame-s4a', model: 'frames/canvas', calls: 1, usd: 0.04, held_usd: 0 },
    { stage: 'storyboard', item: 'frame-s5a', model: 'frames/canvas', calls: 1, usd: 0, held_usd: 0.04 },
    { stage: 'video', item: 'clip-s4a', model: 'frames/reel', calls: 3, usd: 0.6, held_usd: 0 },
  ],
  total_usd: 0.64,
  held_usd: 0.04,
  per_approved_second_usd: null,
  ...overrides,
});

export const aMonth = (overrides: Partial<Month> = {}): Month => ({
  budget_usd: 20,
  used_usd: 16.4,
  near: true,
  since: '2026-11-01T00:00:00Z',
  ...overrides,
});
