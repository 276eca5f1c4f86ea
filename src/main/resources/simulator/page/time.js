/* Times of day, and how long something took. */

const CLOCK = new Intl.DateTimeFormat(undefined, {hour: "2-digit", minute: "2-digit"});
const EXACT = new Intl.DateTimeFormat(undefined, {hour: "2-digit", minute: "2-digit", second: "2-digit"});

/* A message's id is its time, unless a script has made one up. */
export function ofTimestamp(timestamp) {
  const time = new Date(Number(timestamp) * 1000);
  return Number.isNaN(time.getTime()) ? timestamp : CLOCK.format(time);
}

export const exact = (instant) => EXACT.format(new Date(instant));

export function duration(millis) {
  if (millis < 10) return `${millis.toFixed(1)} ms`;
  return millis < 1000 ? `${Math.round(millis)} ms` : `${(millis / 1000).toFixed(1)} s`;
}
