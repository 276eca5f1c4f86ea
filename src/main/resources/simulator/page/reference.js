/* Links, and what stands between < and > in a text. */
import {h} from "preact";
import {channelName, handleOf, isBot} from "./people.js";
import {unescaped} from "./plain.js";
import {written} from "./time.js";
import {go, useUi} from "./ui.js";

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

export function Mention({id}) {
  const isMe = useUi().as === id;
  return h("span", {class: isMe || isBot(id) ? "mention called" : "mention"}, `@${handleOf(id)}`);
}

export const ChannelLink = ({id, name}) =>
    h("button", {class: "mention plain", type: "button", onClick: () => go({at: id, thread: ""})},
        `#${name || channelName(id)}`);

/* date^1700000000^{date} at {time}^https://example.com */
function moment(command, label) {
  const [, seconds, format, url] = command.split("^");
  const text = written(Number(seconds), unescaped(format ?? "")) || label;
  return url ? h(Link, {url: unescaped(url)}, text) : text;
}

/* here, channel, everyone, subteam^S1 */
const called = (command, label) => {
  const name = label || command.split("^").pop();
  return h("span", {class: "mention called"}, name.startsWith("@") ? name : `@${name}`);
};

/* @U1, #C1|general, !here, !date^1^{date}|then, https://example.com|there */
export function Reference({inside}) {
  const [target, ...rest] = inside.split("|");
  const label = unescaped(rest.join("|"));
  const named = target.slice(1);
  switch (target[0]) {
    case "@": return h(Mention, {id: named});
    case "#": return h(ChannelLink, {id: named, name: label});
    case "!": return named.startsWith("date^") ? moment(named, label) : called(named, label);
    default: return h(Link, {url: unescaped(target)}, label || unescaped(target));
  }
}
