import type { Model, ModelKind, Vendor } from '@/api/types';

/** How a vendor is doing, worst first. */
export type VendorState = 'no_key' | 'down' | 'slow' | 'ready';

/** Share of a limit from which people are warned. */
const NEAR = 0.8;

/** `down` and `slow` last `ago` seconds less than when they were read. */
export function vendorState(vendor: Vendor, ago: number): { state: VendorState; secondsLeft: number } {
  if (vendor.key === 'none') return { state: 'no_key', secondsLeft: 0 };
  if (vendor.down_s > ago) return { state: 'down', secondsLeft: vendor.down_s - ago };
  if (vendor.slow_s > ago) return { state: 'slow', secondsLeft: vendor.slow_s - ago };
  return { state: 'ready', secondsLeft: 0 };
}

/** `Ready`, `No key`, `Slow, 12 s more`, `Down, tried again in 24 s`. */
export function stateWords({ state, secondsLeft }: ReturnType<typeof vendorState>): string {
  const left = `${String(Math.max(1, Math.ceil(secondsLeft)))} s`;
  switch (state) {
    case 'no_key':
      return 'No key';
    case 'down':
      return `Down, tried again in ${left}`;
    case 'slow':
      return `Asked to slow down, ${left} more`;
    case 'ready':
      return 'Ready';
  }
}

/** Has a figure come near its limit. */
export const isNear = (used: number, limit: number | null) =>
  limit !== null && limit > 0 && used >= limit * NEAR;

/** Where a vendor's key comes from. */
export function keyWords(vendor: Vendor): string {
  switch (vendor.key) {
    case 'environment':
      return `From the environment, ${vendor.key_name}`;
    case 'file':
      return "Entered here, kept in the owner's file";
    case 'none':
      return 'None yet';
    case 'not needed':
      return 'Not needed';
  }
}

/** What kinds of model are called, in the order of the film. */
export const KIND_NAMES: Readonly<Record<ModelKind, string>> = {
  text: 'Text',
  image: 'Pictures',
  video: 'Video',
  inpaint: 'Mask edits',
  speech: 'Speech',
  vision: 'Looking',
  segment: 'Smart select',
  moderation: 'Moderation',
};

export const KINDS = Object.keys(KIND_NAMES) as ModelKind[];

/** What a kind is used for. */
export const KIND_USES: Readonly<Record<ModelKind, string>> = {
  text: 'story, director',
  image: 'references, storyboard',
  video: 'clips',
  inpaint: 'repainting inside a mask',
  speech: 'narration',
  vision: 'scores',
  segment: 'masks from words',
  moderation: 'briefs, before anything is made',
};

/** What sets a model apart, beside its price: references, last frame. */
export function abilityWords(model: Model): string {
  const words = [
    model.max_references > 0 ? `up to ${String(model.max_references)} references` : '',
    model.last_frame ? 'takes a last frame' : '',
  ];
  return words.filter(Boolean).join(', ');
}
