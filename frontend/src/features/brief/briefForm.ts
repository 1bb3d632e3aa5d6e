import type { AspectRatio, BriefRequest, Mode, ProjectRequest, Style } from '@/api/types';
import { REHEARSED, type Artists } from '@/shared/lib/artists';
import { NO_AMOUNT, parseAmount } from '@/shared/lib/money';

export interface BriefForm {
  prompt: string;
  /** Null while it follows the text. */
  seconds: number | null;
  aspect: AspectRatio;
  style: Style;
  audience: string;
  tone: string;
  mode: Mode;
  /** US dollars as typed; empty for none. */
  budget: string;
  artists: Artists;
}

export const EMPTY_BRIEF: BriefForm = {
  prompt: '',
  seconds: null,
  aspect: '16:9',
  style: 'gouache',
  audience: '',
  tone: '',
  mode: 'interactive',
  budget: '',
  artists: REHEARSED,
};

export const SHORTEST_S = 5;
export const LONGEST_S = 180;
const USUAL_S = 30;
const LONGEST_PROMPT = 10_000;

export const ASPECTS: readonly { value: AspectRatio; use: string }[] = [
  { value: '16:9', use: 'Screen, web' },
  { value: '9:16', use: 'Phone' },
  { value: '1:1', use: 'Square feed' },
  { value: '4:5', use: 'Tall feed' },
  { value: '21:9', use: 'Wide, cinema' },
];

export const STYLES: readonly Style[] = ['gouache', 'ink', 'poster', 'pencil', 'noir'];

/** The length a text names (`a 20 second film`, `45s`), where it can be made. */
function secondsNamed(prompt: string): number | undefined {
  const named = /\b(\d{1,3})\s*-?\s*(?:s|sec|secs|seconds?)\b/iu.exec(prompt);
  const seconds = Number(named?.[1] ?? 0);
  return seconds >= SHORTEST_S && seconds <= LONGEST_S ? seconds : undefined;
}

/** The film's length: as chosen, else as the text says, else half a minute. */
export const lengthOf = (form: BriefForm) => form.seconds ?? secondsNamed(form.prompt) ?? USUAL_S;

/** Can a film of this length be made. */
export function lengthFits(form: BriefForm): boolean {
  const seconds = lengthOf(form);
  return Number.isInteger(seconds) && seconds >= SHORTEST_S && seconds <= LONGEST_S;
}

/** What keeps a brief from being sent, as a sentence; nothing when it can be. */
export function briefProblem(form: BriefForm): string | undefined {
  const prompt = form.prompt.trim();
  if (prompt === '') return 'The brief is empty. Say in a line what the video is about.';
  if (prompt.length > LONGEST_PROMPT) {
    return `The brief has ${prompt.length.toLocaleString('en-US')} characters; the most is 10,000.`;
  }
  if (!lengthFits(form)) {
    return `A film lasts from ${SHORTEST_S} to ${LONGEST_S} whole seconds.`;
  }
  if (budgetOf(form) === undefined) return NO_AMOUNT;
  return undefined;
}

/** The budget in dollars, null for none, undefined when what was typed is no amount. */
export const budgetOf = (form: BriefForm) => parseAmount(form.budget);

export function toRequest(form: BriefForm): ProjectRequest {
  const brief: BriefRequest = {
    prompt: form.prompt.trim(),
    duration_s: lengthOf(form),
    aspect_ratio: form.aspect,
    style: form.style,
    audience: form.audience.trim(),
    tone: form.tone.trim(),
    language: 'en',
  };
  return { brief, mode: form.mode, budget_usd: budgetOf(form) ?? null, providers: form.artists };
}
