/* Text that a bot sends as a tree: https://docs.slack.dev/reference/block-kit/blocks/rich-text-block */
import {h} from "preact";
import {emoji, ofCode} from "./emoji.js";
import {listed, plain} from "./plain.js";
import {ChannelLink, Link, Mention} from "./reference.js";
import {written} from "./time.js";

const STYLES = {code: "code", bold: "strong", italic: "em", strike: "s", underline: "u", highlight: "mark"};

const styled = (text, style) => Object.entries(STYLES)
    .filter(([key]) => style?.[key])
    .reduce((inside, [, tag]) => h(tag, null, inside), text);

const called = (name) => h("span", {class: "mention called"}, `@${name}`);

function bare(part) {
  switch (part.type) {
    case "text": return plain(part.text);
    case "link": return h(Link, {url: plain(part.url)}, plain(part.text) || plain(part.url));
    case "emoji": return ofCode(plain(part.unicode)) || emoji(plain(part.name));
    case "user": return h(Mention, {id: plain(part.user_id)});
    case "channel": return h(ChannelLink, {id: plain(part.channel_id)});
    case "usergroup": return called(plain(part.usergroup_id));
    case "broadcast": return called(plain(part.range));
    case "color": return h("code", null, plain(part.value));
    case "date": return written(Number(part.timestamp), plain(part.format)) || plain(part.fallback);
    default: return plain(part.text ?? part.fallback) || `[${plain(part.type)}]`;
  }
}

const leaves = (part) => listed(part.elements).map((one) => styled(bare(one), one.style));

const LEVEL = 1.5;

function List({part}) {
  const properties = {
    class: part.border ? "bordered" : "", start: Number(part.offset ?? 0) + 1,
    style: {marginInlineStart: `${Number(part.indent ?? 0) * LEVEL}rem`},
  };
  const items = listed(part.elements).map((one) => h("li", null, leaves(one)));
  return h(part.style === "ordered" ? "ol" : "ul", properties, items);
}

function Part({part}) {
  switch (part.type) {
    case "rich_text_list": return h(List, {part});
    case "rich_text_quote": return h("blockquote", null, leaves(part));
    case "rich_text_preformatted": return h("pre", null, leaves(part));
    default: return h("p", null, leaves(part));
  }
}

export const RichText = ({block}) =>
    h("div", {class: "mrkdwn rich"}, listed(block?.elements).map((part) => h(Part, {part})));
