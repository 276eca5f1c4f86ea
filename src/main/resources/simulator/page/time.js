/* Times of day, dates, and how long something took. */

const clock = (options) => new Intl.DateTimeFormat(undefined, options);

const CLOCK = clock({hour: "2-digit", minute: "2-digit"});
const EXACT = clock({hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23"});
const DAY = clock({weekday: "long", month: "long", day: "numeric"});

/* https://docs.slack.dev/messaging/formatting-message-text: how a person sees the dates of a message. */
const DATES = new Map(Object.entries({
  date: {year: "numeric", month: "long", day: "numeric"},
  date_long: {weekday: "long", year: "numeric", month: "long", day: "numeric"},
  date_long_full: {year: "numeric", month: "long", day: "numeric"},
  date_short: {year: "numeric", month: "short", day: "numeric"},
  date_slash: {year: "numeric", month: "2-digit", day: "2-digit"},
}));
const HOURS = new Map(Object.entries({
  time: CLOCK, time_secs: clock({hour: "2-digit", minute: "2-digit", second: "2-digit"}),
}));
const NEAR = new Intl.RelativeTimeFormat(undefined, {numeric: "auto"});
const MILLIS_OF_DAY = 86_400_000;

const startOfDay = (moment) => new Date(moment.getFullYear(), moment.getMonth(), moment.getDate());

const daysFromToday = (moment) => Math.round((startOfDay(moment) - startOfDay(new Date())) / MILLIS_OF_DAY);

const isoDay = ({year, month, day}) => `${year}-${month}-${day}`;

function token(name, moment) {
  if (HOURS.has(name)) return HOURS.get(name).format(moment);
  if (name === "date_num") {
    const parts = clock(DATES.get("date_slash")).formatToParts(moment).map(({type, value}) => [type, value]);
    return isoDay(Object.fromEntries(parts));
  }
  const days = daysFromToday(moment);
  if (name === "ago" || (name.endsWith("_pretty") && Math.abs(days) <= 1)) return NEAR.format(days, "day");
  const options = DATES.get(name.replace("day_divider", "date_long").replace("_pretty", ""));
  return options && clock(options).format(moment);
}

/* A text with {date}, {time} and the like; empty if it cannot be written. */
export function written(seconds, format) {
  const moment = new Date(seconds * 1000);
  if (Number.isNaN(moment.getTime())) return "";
  let isKnown = true;
  const text = format.replace(/\{(\w+)\}/g, (whole, name) => {
    const said = token(name, moment);
    isKnown &&= said !== undefined;
    return said;
  });
  return isKnown ? text : "";
}

const momentOf = (timestamp) => new Date(Number(timestamp) * 1000);

/* A message's id is its time, unless a script has made one up. */
export const ofTimestamp = (timestamp) =>
    (Number.isNaN(momentOf(timestamp).getTime()) ? timestamp : CLOCK.format(momentOf(timestamp)));

/* The day of a message, as it stands between those of two days. */
export function dayOf(timestamp) {
  const moment = momentOf(timestamp);
  if (Number.isNaN(moment.getTime())) return "";
  return Math.abs(daysFromToday(moment)) <= 1 ? NEAR.format(daysFromToday(moment), "day") : DAY.format(moment);
}

export const exact = (instant) => EXACT.format(new Date(instant));

export function duration(millis) {
  if (millis < 10) return `${millis.toFixed(1)} ms`;
  return millis < 1000 ? `${Math.round(millis)} ms` : `${(millis / 1000).toFixed(1)} s`;
}
