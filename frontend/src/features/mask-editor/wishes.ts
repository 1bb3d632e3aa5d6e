import type { Context, Edge, EditFields, Intent, Margins } from './api';
import { formatUsd } from '@/shared/lib/money';
import type { Rect } from './engine/geometry';

/** What is wanted of an edit. A number that is null is left to the intent. */
export interface Wishes {
  readonly intent: Intent;
  readonly prompt: string;
  readonly negative: string;
  readonly count: number | null;
  readonly strength: number | null;
  readonly steps: number | null;
  readonly guidance: number | null;
  readonly grow: number | null;
  readonly seed: number | null;
  readonly context: Context;
  readonly edge: Edge;
  readonly fillHoles: boolean;
  /** May another model try where the first answer is poor or refused. */
  readonly again: boolean;
  readonly margins: Margins;
}

/** What an intent sets: strength 0 to 1, growth in pixels, candidates; and its words. */
interface IntentUsual {
  readonly title: string;
  readonly says: string;
  readonly asks: string;
  readonly example: string;
  /** Without words it can't be done. */
  readonly needsWords: boolean;
  readonly strength: number;
  readonly grow: number;
  readonly count: number;
}

export const INTENTS: Readonly<Record<Intent, IntentUsual>> = {
  replace: {
    title: 'Replace',
    says: 'Repaints the mask as something else. Shape and light follow the picture.',
    asks: 'What should be there',
    example: 'Orange oilskin with two reflective bands, wet from the fog',
    needsWords: true,
    strength: 0.99,
    grow: 6,
    count: 4,
  },
  remove: {
    title: 'Remove',
    says: 'Takes out what is under the mask and continues what is around it.',
    asks: 'What is behind it',
    example: 'Calm water and fog',
    needsWords: false,
    strength: 0.99,
    grow: 8,
    count: 4,
  },
  add: {
    title: 'Add',
    says: 'Paints something new into the mask and keeps what is around it.',
    asks: 'What should be added',
    example: 'A brass bell on a hook',
    needsWords: true,
    strength: 0.95,
    grow: 0,
    count: 4,
  },
  fix: {
    title: 'Fix',
    says: 'Redraws details under the mask and stays close to what is there.',
    asks: 'What is wrong, or how it should look',
    example: 'Five fingers on the wheel',
    needsWords: false,
    strength: 0.45,
    grow: 4,
    count: 2,
  },
  extend: {
    title: 'Extend',
    says: 'Continues the picture beyond its borders. Drag the frame outwards.',
    asks: 'What lies beyond',
    example: 'More of the harbour',
    needsWords: false,
    strength: 0.99,
    grow: 0,
    count: 4,
  },
};

export const INTENT_NAMES = Object.keys(INTENTS) as Intent[];
export const MOST_WORDS = 2000;
export const NO_MARGINS: Margins = { left: 0, top: 0, right: 0, bottom: 0 };

export const USUAL_WISHES: Wishes = {
  intent: 'replace',
  prompt: '',
  negative: '',
  count: null,
  strength: null,
  steps: null,
  guidance: null,
  grow: null,
  seed: null,
  context: 'auto',
  edge: 'auto',
  fillHoles: true,
  again: true,
  margins: NO_MARGINS,
};

/** What was stored by an earlier visit; what is missing is as usual. */
export const readWishes = (stored: unknown): Wishes =>
  typeof stored === 'object' && stored !== null
    ? { ...USUAL_WISHES, ...(stored as Partial<Wishes>) }
    : USUAL_WISHES;

/** "$0.20", or "$0.20 to $0.29" where second tries may be needed. */
export const rangeWords = (least: number, most: number) =>
  most > least ? `${formatUsd(least)} to ${formatUsd(most)}` : formatUsd(least);

export const candidatesOf = ({ intent, count }: Wishes) => count ?? INTENTS[intent].count;

/** Another intent: its own numbers are taken again. */
export const withIntent = (wishes: Wishes, intent: Intent): Wishes => ({
  ...wishes,
  intent,
  count: null,
  strength: null,
  grow: null,
});

/** Is the picture extended on any side. */
export const widened = ({ left, top, right, bottom }: Margins) => left + top + right + bottom > 0;

/** Why nothing can be generated yet; null when it can. */
export function missing(wishes: Wishes, covers: number): string | null {
  const usual = INTENTS[wishes.intent];
  if (wishes.intent === 'extend') {
    if (!widened(wishes.margins)) return 'Drag the frame outwards first, or enter how far.';
  } else if (covers === 0) return 'Paint or select an area first.';
  else if (covers > 0.999) return 'Everything is painted. Leave something of the picture.';
  if (usual.needsWords && wishes.prompt.trim() === '') return 'Say what should be there.';
  for (const words of [wishes.prompt, wishes.negative]) {
    if (words.trim().length > MOST_WORDS) {
      return `That is ${words.trim().length.toLocaleString('en-US')} characters; the most is ${MOST_WORDS.toLocaleString('en-US')}.`;
    }
  }
  return null;
}

/** The request for a take. `box`: where the context frame was dragged to. */
export function fieldsOf(wishes: Wishes, take: number, box: Rect | null): EditFields {
  const extends_ = wishes.intent === 'extend';
  return {
    intent: wishes.intent,
    prompt: wishes.prompt.trim(),
    negative_prompt: wishes.negative.trim(),
    take,
    count: candidatesOf(wishes),
    seed: wishes.seed ?? undefined,
    strength: wishes.strength ?? undefined,
    steps: wishes.steps ?? undefined,
    guidance: wishes.guidance ?? undefined,
    grow: wishes.grow ?? undefined,
    edge: wishes.edge,
    context: wishes.context,
    box: extends_ ? undefined : (box ?? undefined),
    fill_holes: wishes.fillHoles,
    again: wishes.again,
    margins: extends_ ? wishes.margins : undefined,
  };
}

/** "Extended by 200 px left, 120 px right". */
export function marginWords(margins: Margins): string {
  const sides = (['left', 'top', 'right', 'bottom'] as const).filter((side) => margins[side] > 0);
  if (sides.length === 0) return 'Not extended yet';
  return `Extended by ${sides.map((side) => `${margins[side]} px ${side}`).join(', ')}`;
}

/** "Mask covers 4.8 %, 1 region". */
export function coverWords(covers: number, regions: number): string {
  if (covers === 0) return 'Nothing painted yet';
  const percent = covers * 100;
  const share = percent < 0.1 ? 'under 0.1' : percent < 10 ? percent.toFixed(1) : String(Math.round(percent));
  return `Mask covers ${share} %, ${regions} ${regions === 1 ? 'region' : 'regions'}`;
}
