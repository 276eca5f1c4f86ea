/* What the word before the cursor may become: a command, a person, a channel, an emoji. */
import {emoji, emojiNames} from "./emoji.js";
import {BOT, botName, channelName, colleagues, handleOf, people} from "./people.js";
import {channelsOf} from "./places.js";
import {unescaped} from "./plain.js";
import {known} from "./store.js";
import {ui} from "./ui.js";

const MOST = 8;

const commands = () => known.state.app.commands.map((one) =>
    ({text: one.command, label: one.command, hint: [one.usageHint, one.description].filter(Boolean).join(" – ")}));

const mentions = () => [
  {text: `@${botName()}`, label: `@${botName()}`, hint: "app"},
  ...colleagues(ui.as).map((one) => ({text: `@${one.name}`, label: `@${one.name}`, hint: one.realName})),
];

const channels = () => channelsOf(ui.as)
    .map((channel) => ({text: `#${channel.name}`, label: `#${channel.name}`, hint: ""}));

const emojis = () => emojiNames().map((name) => ({text: `:${name}:`, label: `${emoji(name)} :${name}:`, hint: ""}));

const SOURCES = [
  {pattern: /^(\/\S*)$/, source: commands},
  {pattern: /(?:^|\s)(@[\w-]*)$/, source: mentions},
  {pattern: /(?:^|\s)(#[\w-]*)$/, source: channels},
  {pattern: /(?:^|\s)(:[\w+-]{2,})$/, source: emojis},
];

/* Somebody is found by either name. */
const begins = (choice, word) => choice.text.toLowerCase().startsWith(word)
    || (word[0] === "@" && `@${choice.hint}`.toLowerCase().startsWith(word));

/* The word, and what it may become. */
export function completions(before) {
  for (const {pattern, source} of SOURCES) {
    const word = before.match(pattern)?.[1];
    if (word !== undefined) {
      const fitting = source().filter((one) => one.text !== word && begins(one, word.toLowerCase()));
      return {word, choices: fitting.slice(0, MOST)};
    }
  }
  return {word: "", choices: []};
}

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/* One of the names behind an @; the longest first, since the name of an app may begin with that of a person. */
function mention(names) {
  const patterns = names.sort((one, other) => other.length - one.length)
      .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`(^|\\s)@(${patterns.join("|")})(?![\\w-])`, "g");
}

/* What a person has typed, as Slack writes it. */
export function asSlackText(typed) {
  const ids = new Map([[botName(), BOT], ...people().map((one) => [one.name, one.id])]
      .map(([name, id]) => [escaped(name), id]));
  const names = new Map(channelsOf(ui.as).map((channel) => [channel.name, channel.id]));
  return escaped(typed)
      .replace(mention([...ids.keys()]), (whole, space, name) => `${space}<@${ids.get(name)}>`)
      .replace(/(^|\s)#([\w-]+)/g, (whole, space, name) =>
        (names.has(name) ? `${space}<#${names.get(name)}|${name}>` : whole))
      .replace(/(^|\s)(https?:\/\/[^\s]+)/g, (whole, space, url) => `${space}<${url}>`);
}

/* The same as the person has typed it. */
export const asTyped = (text) => unescaped(text
    .replace(/<@([^<>|]+)>/g, (whole, id) => `@${handleOf(id)}`)
    .replace(/<#([^<>|]+)\|[^<>]*>/g, (whole, id) => `#${channelName(id)}`)
    .replace(/<(https?:[^<>|]+)>/g, "$1"));
