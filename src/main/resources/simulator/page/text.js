/* What bots send is text and nothing else, whatever it looks like: it never becomes markup. */
import {h} from "preact";
import {withEmoji} from "./emoji.js";
import {plain, unescaped} from "./plain.js";
import {Link, Reference} from "./reference.js";

const CODE = "`[^`\\n]+`";
const REFERENCE = "<[^<>\\n]+>";
const URL = "https?://(?:(?!&[lg]t;)[^\\s<>|])*[^\\s<>|.,;:!?'\")*_~\\]]";

/* Text between two marks that touch no letter outside; what looks like a mark in code or a reference is none. */
const marked = (name, mark) => `(?<![\\p{L}\\p{N}${mark}])[${mark}](?!\\s)(?<${name}>`
    + `(?:${CODE}|${REFERENCE}|(?!${CODE}|${REFERENCE})[^${mark}\\n])+)(?<!\\s)[${mark}](?![\\p{L}\\p{N}${mark}])`;

const MRKDWN = new RegExp([
  "`(?<code>[^`\\n]+)`", "<(?<reference>[^<>\\n]+)>", marked("bold", "*"), marked("italic", "_"),
  marked("strike", "~"), `(?<url>${URL})`,
].join("|"), "gu");

function styled({code, reference, bold, italic, strike, url}) {
  if (code) return h("code", null, unescaped(code));
  if (reference) return h(Reference, {inside: reference});
  if (bold) return h("strong", null, inline(bold));
  if (italic) return h("em", null, inline(italic));
  if (strike) return h("s", null, inline(strike));
  return h(Link, {url: unescaped(url)}, unescaped(url));
}

function inline(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(MRKDWN)) {
    parts.push(withEmoji(unescaped(text.slice(end, match.index))), styled(match.groups));
    end = match.index + match[0].length;
  }
  return [...parts, withEmoji(unescaped(text.slice(end)))];
}

/* Lines that begin with > belong to one quotation; behind >>> all that follows does. */
function quotations(text) {
  const groups = [];
  let isRest = false;
  text.split("\n").forEach((line) => {
    const mark = isRest ? [""] : line.match(/^(?:&gt;|>)(?:(?:&gt;|>){2})? ?/);
    isRest ||= Boolean(mark) && /^(?:&gt;|>){3}/.test(line);
    const said = mark ? line.slice(mark[0].length) : line;
    const last = groups.at(-1);
    if (last?.isQuote === Boolean(mark)) {
      last.lines.push(said);
    } else {
      groups.push({isQuote: Boolean(mark), lines: [said]});
    }
  });
  return groups;
}

const lines = (text) => quotations(text).map(({isQuote, lines: said}) =>
    h(isQuote ? "blockquote" : "span", null,
        said.flatMap((line, index) => (index ? [h("br"), inline(line)] : [inline(line)]))));

/* Slack's markup as a person sees it. */
export const Mrkdwn = ({text}) => h("div", {class: "mrkdwn"}, plain(text).split(/```\n?([\s\S]*?)```\n?/).map(
    (part, index) => (index % 2 ? h("pre", null, unescaped(part)) : part && lines(part))));

/* A text object of Block Kit; in the list of a browser's menu, only its characters. */
export const characters = (of) => (of?.emoji === false ? plain(of?.text) : withEmoji(plain(of?.text)));

export const Text = ({of}) => (of?.type === "mrkdwn"
    ? h(Mrkdwn, {text: of.text})
    : h("span", {class: "mrkdwn"}, characters(of)));
