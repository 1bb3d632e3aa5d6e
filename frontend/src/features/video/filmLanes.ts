import type { Item } from '@/api/types';
import type { Span } from './playerTime';

/** A clip on the timeline, in seconds of the film. */
export interface ClipSpan extends Span {
  item: Item;
}

/** A caption and when it is read. */
export interface TimedText extends Span {
  text: string;
}

/** The clips back to back, in film order. */
export function clipSpans(clips: readonly Item[]): ClipSpan[] {
  let start = 0;
  return clips.map((item) => {
    const span = { item, start, end: start + (item.seconds ?? 0) };
    start = span.end;
    return span;
  });
}

/** What is read during each clip: its spoken line, else its caption. */
export function captionSpans(spans: readonly ClipSpan[]): TimedText[] {
  return spans.flatMap(({ item, start, end }) => {
    const text = item.line || item.caption;
    return text ? [{ text, start, end }] : [];
  });
}

/** Length of the film, in seconds. */
export function filmSeconds(spans: readonly Span[]): number {
  return spans.at(-1)?.end ?? 0;
}
