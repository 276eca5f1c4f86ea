/* Markdown as the block of that name has it: https://docs.slack.dev/reference/block-kit/blocks/markdown-block */
import {h} from "preact";
import {withEmoji} from "./emoji.js";
import {plain} from "./plain.js";
import {Link} from "./reference.js";

const INLINE = new RegExp([
  "`(?<code>[^`\\n]+)`", "!?\\[(?<label>[^\\]\\n]*)\\]\\((?<url>[^()\\s]+)\\)", "\\*\\*(?<bold>(?:(?!\\*\\*).)+)\\*\\*",
  "~~(?<strike>(?:(?!~~).)+)~~", "(?<![\\w*])\\*(?<italic>[^*\\n]+)\\*(?![\\w*])",
  "(?<![\\w_])_(?<slanted>[^_\\n]+)_(?![\\w_])", "(?<bare>https?://[^\\s<>)]+)",
].join("|"), "gu");

function styled({code, label, url, bold, strike, italic, slanted, bare}) {
  if (code) return h("code", null, code);
  if (url) return h(Link, {url}, label || url);
  if (bold) return h("strong", null, inline(bold));
  if (strike) return h("s", null, inline(strike));
  if (bare) return h(Link, {url: bare}, bare);
  return h("em", null, inline(italic ?? slanted));
}

function inline(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    parts.push(withEmoji(text.slice(end, match.index)), styled(match.groups));
    end = match.index + match[0].length;
  }
  return [...parts, withEmoji(text.slice(end))];
}

const cells = (line) => line.replace(/^\s*\||\|\s*$/g, "").split("|").map((cell) => cell.trim());

function table(lines) {
  const [head, , ...rows] = lines.map(cells);
  return h("div", {class: "table"}, h("table", null,
      h("thead", null, h("tr", null, head.map((cell) => h("th", {scope: "col"}, inline(cell))))),
      h("tbody", null, rows.map((row) => h("tr", null, row.map((cell) => h("td", null, inline(cell))))))));
}

const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[([ xX])\]\s+)?/;

function item(line) {
  const [mark, checked] = line.match(ITEM);
  const box = checked === undefined ? "" : checked === " " ? "☐ " : "☑ ";
  return h("li", {class: box ? "task" : ""}, box, inline(line.slice(mark.length)));
}

const between = (lines) => lines.flatMap((line, index) => (index ? [h("br"), inline(line)] : [inline(line)]));

/* What the first line of a paragraph says of all of them. */
const KINDS = [
  {is: /^#{1,6}\s/, draw: (lines) => lines.map((line) => h("h4", null, inline(line.replace(/^#+\s+/, ""))))},
  {is: /^\s*([-*_])(\s*\1){2,}\s*$/, draw: (lines) => lines.map(() => h("hr"))},
  {is: /^\s*[-*+]\s/, draw: (lines) => h("ul", null, lines.map(item))},
  {is: /^\s*\d+[.)]\s/, draw: (lines) => h("ol", null, lines.map(item))},
  {is: /^>/, draw: (lines) => h("blockquote", null, between(lines.map((line) => line.replace(/^> ?/, ""))))},
  {is: /^\s*\|/, draw: table},
];

const TEXT = {draw: (lines) => h("p", null, between(lines))};

function paragraphs(text) {
  const groups = [];
  let last = null;
  text.split("\n").forEach((line) => {
    const kind = KINDS.find(({is}) => is.test(line)) ?? TEXT;
    if (line.trim() === "") {
      last = null;
    } else if (last && last.kind === kind) {
      last.lines.push(line);
    } else {
      last = {kind, lines: [line]};
      groups.push(last);
    }
  });
  return groups.map(({kind, lines}) => kind.draw(lines));
}

export const Markdown = ({text}) => h("div", {class: "mrkdwn markdown"},
    plain(text).split(/^```.*\n([\s\S]*?)^```\s*$/m).map((part, index) =>
      (index % 2 ? h("pre", null, part.replace(/\n$/, "")) : paragraphs(part))));
