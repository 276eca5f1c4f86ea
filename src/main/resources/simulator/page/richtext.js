/* Text that a bot sends as a tree. */
import {h} from "preact";
import {emoji} from "./emoji.js";
import {channelName, handleOf} from "./people.js";
import {Link, plain} from "./text.js";

function styled(text, style = {}) {
  let drawn = text;
  if (style.code) drawn = h("code", null, drawn);
  if (style.bold) drawn = h("strong", null, drawn);
  if (style.italic) drawn = h("em", null, drawn);
  if (style.strike) drawn = h("s", null, drawn);
  return drawn;
}

function leaf(part) {
  switch (part.type) {
    case "text": return styled(plain(part.text), part.style);
    case "link": return h(Link, {url: plain(part.url)}, styled(plain(part.text) || plain(part.url), part.style));
    case "emoji": return emoji(plain(part.name));
    case "user": return h("span", {class: "mention"}, `@${handleOf(plain(part.user_id))}`);
    case "channel": return h("span", {class: "mention"}, `#${channelName(plain(part.channel_id))}`);
    case "broadcast": return h("span", {class: "mention"}, `@${plain(part.range)}`);
    default: return plain(part.text ?? part.fallback);
  }
}

const leaves = (part) => (part.elements ?? []).map(leaf);

function group(part) {
  switch (part.type) {
    case "rich_text_list":
      return h(part.style === "ordered" ? "ol" : "ul", null,
          (part.elements ?? []).map((one) => h("li", null, leaves(one))));
    case "rich_text_quote": return h("blockquote", null, leaves(part));
    case "rich_text_preformatted": return h("pre", null, leaves(part));
    default: return h("p", null, leaves(part));
  }
}

export const RichText = ({block}) => h("div", {class: "rich"}, (block.elements ?? []).map(group));
