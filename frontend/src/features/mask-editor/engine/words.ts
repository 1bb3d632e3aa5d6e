const MOST_KINDS = 3;

/** "3 strokes, 1 smart select"; only a count where too many kinds of things were done. */
export function doneWords(labels: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const label of labels) {
    const name = label.toLowerCase().replace(/ \d+ px$/u, '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  if (counts.size > MOST_KINDS) return `${labels.length} steps`;
  return [...counts]
    .map(([name, count]) => `${count} ${name}${count > 1 && name === 'stroke' ? 's' : ''}`)
    .join(', ');
}
