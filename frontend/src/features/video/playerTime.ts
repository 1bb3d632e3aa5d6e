/** Frames per second of every film the studio cuts. */
export const FPS = 24;

/** A stretch of the film, in seconds. */
export interface Span {
  start: number;
  end: number;
}

/** "0:21.14": minutes, seconds and the frame within the second. */
export function timecode(seconds: number, fps = FPS): string {
  const frames = Math.max(0, Math.round(seconds * fps));
  const whole = Math.floor(frames / fps);
  const minutes = Math.floor(whole / 60);
  return `${minutes}:${pad(whole % 60)}.${pad(frames % fps)}`;
}

/** Move by whole frames, snapped to the frame grid and kept inside the film. */
export function stepFrames(seconds: number, frames: number, duration: number, fps = FPS): number {
  const target = (Math.round(seconds * fps) + frames) / fps;
  return clamp(target, 0, duration);
}

/** The next J K L speed: each press goes one step faster in that direction, or turns round. */
export function shuttle(rate: number, direction: -1 | 1): number {
  const speeds = [1, 2, 4, 8];
  if (Math.sign(rate) !== direction) return direction;
  const next = speeds[Math.min(speeds.indexOf(Math.abs(rate)) + 1, speeds.length - 1)] ?? 1;
  return direction * next;
}

/** Number of the span that holds this moment; the last one at the end; -1 when there is none. */
export function spanAt(spans: readonly Span[], seconds: number): number {
  const found = spans.findIndex((span) => seconds >= span.start && seconds < span.end);
  return found >= 0 ? found : lastBefore(spans, seconds);
}

/** Where to go on when a clip is looped: its start once its end is passed, else null. */
export function loopTarget(span: Span | undefined, seconds: number, fps = FPS): number | null {
  return span && (seconds >= span.end - 0.5 / fps || seconds < span.start) ? span.start : null;
}

/** Whole-second marks of a ruler, at most about `most` of them. */
export function rulerMarks(duration: number, most = 8): number[] {
  const step = [1, 2, 5, 10, 15, 30, 60].find((candidate) => duration / candidate <= most) ?? 120;
  return Array.from({ length: Math.floor((duration - 0.001) / step) + 1 }, (_, index) => index * step);
}

function lastBefore(spans: readonly Span[], seconds: number): number {
  return spans.reduce((last, span, index) => (span.start <= seconds ? index : last), -1);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
