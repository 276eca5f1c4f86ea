/* What bots send is text and nothing else, whatever it looks like: it never becomes markup. */
import {h} from "preact";
import {emoji} from "./emoji.js";
import {channelName, handleOf, isBot} from "./people.js";
import {go} from "./ui.js";

/* A bot may send anything where a text belongs; an object must not reach what draws the page. */
export const plain = (value) => (typeof value === "string" || typeof value === "number" ? String(value) : "");

export const unescaped = (text) =>
    text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

export const withEmoji = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => emoji(name));

const SAFE = /^(https?|mailto):/i;

/* A link to a message leads there without leaving the page, from whichever workspace it was copied. */
function jump(url) {
  const link = url.match(/\/archives\/([A-Z0-9]+)\/p(\d+)(\d{6})(?:\?.*?thread_ts=([\d.]+))?/);
  return link && {at: link[1], message: `${link[2]}.${link[3]}`, thread: link[4] ?? ""};
}

export function Link({url, children}) {
  if (!SAFE.test(url)) return children;
  const target = jump(url);
  const open = target && ((event) => {
    event.preventDefault();
    go({...target, side: "talk"});
  });
  return h("a", {href: url, target: "_blank", rel: "noreferrer", onClick: open}, children);
}

const Mention = ({id}) => h("span", {class: isBot(id) ? "mention bot" : "mention"}, `@${handleOf(id)}`);

const ChannelLink = ({id, name}) =>
    h("button", {class: "mention plain", onClick: () => go({at: id, thread: ""})}, `#${name || channelName(id)}`);

/* <@U1>, <#C1|general>, <!here>, <!date^1^{date}|then>, <https://example.com|there> */
function reference(inside) {
  const [target, ...rest] = inside.split("|");
  const label = unescaped(rest.join("|"));
  if (target.startsWith("@")) return h(Mention, {id: target.slice(1)});
  if (target.startsWith("#")) return h(ChannelLink, {id: target.slice(1), name: label});
  if (target.startsWith("!")) return h("span", {class: "mention"}, label || `@${target.slice(1).split("^")[0]}`);
  const url = unescaped(target);
  return h(Link, {url}, label || url);
}

const INLINE = [
  {pattern: /`([^`\n]+)`/, draw: (inside) => h("code", null, unescaped(inside))},
  {pattern: /<([^<>\n]+)>/, draw: reference},
  {pattern: /(?<![\w*])\*([^*\n]+)\*(?![\w*])/, draw: (inside) => h("strong", null, inline(inside))},
  {pattern: /(?<![\w_])_([^_\n]+)_(?![\w_])/, draw: (inside) => h("em", null, inline(inside))},
  {pattern: /(?<![\w~])~([^~\n]+)~(?![\w~])/, draw: (inside) => h("s", null, inline(inside))},
];

function first(text) {
  return INLINE.map(({pattern, draw}) => ({match: pattern.exec(text), draw}))
      .filter(({match}) => match)
      .sort((one, other) => one.match.index - other.match.index)[0];
}

function inline(text) {
  const parts = [];
  let rest = text;
  for (let found = first(rest); found; found = first(rest)) {
    const {match, draw} = found;
    parts.push(withEmoji(unescaped(rest.slice(0, match.index))), draw(match[1]));
    rest = rest.slice(match.index + match[0].length);
  }
  parts.push(withEmoji(unescaped(rest)));
  return parts;
}

/* Lines that begin with > belong to one quotation. */
function lines(text) {
  const groups = [];
  text.split("\n").forEach((line) => {
    const quoted = line.match(/^(?:&gt;|>) ?(.*)$/);
    const last = groups[groups.length - 1];
    if (last && last.isQuote === Boolean(quoted)) {
      last.lines.push(quoted ? quoted[1] : line);
    } else {
      groups.push({isQuote: Boolean(quoted), lines: [quoted ? quoted[1] : line]});
    }
  });
  return groups.map((group) => {
    const drawn = group.lines.flatMap((line, index) => (index ? [h("br"), inline(line)] : [inline(line)]));
    return h(group.isQuote ? "blockquote" : "span", null, drawn);
  });
}

/* Slack's markup as a person sees it. */
export function Mrkdwn({text}) {
  return plain(text).split(/```\n?([\s\S]*?)```/).map((part, index) =>
      (index % 2 ? h("pre", null, unescaped(part)) : part && lines(part)));
}

/* A text object of Block Kit. */
export function Text({of}) {
  const text = plain(of?.text);
  return of?.type === "mrkdwn" ? h(Mrkdwn, {text}) : withEmoji(text);
}
