const pad = (value: number) => String(value).padStart(2, '0');

/** A position in the film: `0:14`, `1:05`. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${String(Math.floor(whole / 60))}:${pad(whole % 60)}`;
}

/** A length: `3.0 s`. */
export function formatSeconds(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}

/** How long work takes: `9 s`, `35 to 60 s`, `3 min`, `2 to 4 min`, `under 1 s`. */
export function formatWait(seconds: number, max: number = seconds): string {
  if (max < 1) return 'under 1 s';
  const inMinutes = max >= 120;
  const unit = inMinutes ? 60 : 1;
  const low = Math.max(inMinutes ? 0 : 1, Math.round(seconds / unit));
  const high = Math.round(max / unit);
  const name = inMinutes ? 'min' : 's';
  if (inMinutes && low === 0) return `under ${String(high)} min`;
  return low === high ? `${String(high)} ${name}` : `${String(low)} to ${String(high)} ${name}`;
}

/** Time of day where the reader is: `9:41`, `14:05`. */
export function formatTimeOfDay(iso: string): string {
  const moment = new Date(iso);
  return `${String(moment.getHours())}:${pad(moment.getMinutes())}`;
}

const startOfDay = (moment: Date) =>
  new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();

/** When something happened: `9:41` today, `Yesterday`, `Nov 17`, `Nov 17, 2025` in another year. */
export function formatMoment(iso: string, now: Date = new Date()): string {
  const moment = new Date(iso);
  const days = Math.round((startOfDay(now) - startOfDay(moment)) / 86_400_000);
  if (days <= 0) return formatTimeOfDay(iso);
  if (days === 1) return 'Yesterday';
  const sameYear = moment.getFullYear() === now.getFullYear();
  return moment.toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** Time left, in words: "about 9 s", "under 1 s". */
export function formatLeft(seconds: number): string {
  return seconds < 1 ? formatWait(seconds) : `about ${formatWait(seconds)}`;
}

/** A day without its time, of a date such as `2026-11-20`: `Nov 20, 2026`. */
export function formatDay(date: string): string {
  return new Date(`${date}T00:00:00`).toLocaleDateString('en-US', {
    month: 'short',
    day: 'numeric',
    year: 'numeric',
  });
}

/** A moment to the minute, where the reader is: `Nov 20, 14:05`. */
export function formatStamp(iso: string): string {
  const day = new Date(iso).toLocaleDateString('en-US', { month: 'short', day: 'numeric' });
  return `${day}, ${formatTimeOfDay(iso)}`;
}
