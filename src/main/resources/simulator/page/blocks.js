/* Block Kit: https://docs.slack.dev/reference/block-kit/blocks */
import {h} from "preact";
import {Element} from "./elements.js";
import {RichText} from "./richtext.js";
import {Mrkdwn, plain, Text} from "./text.js";

/* Nothing is loaded from elsewhere: of a picture, one sees what it would show. */
const Picture = ({block}) => h("figure", null,
    block.title && h("figcaption", null, h(Text, {of: block.title})),
    h("div", {class: "picture", role: "img", "aria-label": plain(block.alt_text)}, plain(block.alt_text) || "Picture"));

const Small = ({block}) => h("span", {class: "picture small", role: "img", "aria-label": plain(block.alt_text)},
    plain(block.alt_text));

const Section = ({block, draw}) => h("div", {class: "section"},
    h("div", null,
        block.text && h("div", null, h(Text, {of: block.text})),
        block.fields && h("div", {class: "fields"}, block.fields.map((field) => h("div", null, h(Text, {of: field}))))),
    block.accessory && (block.accessory.type === "image"
        ? h(Picture, {block: block.accessory})
        : draw(block.accessory)));

const Context = ({block}) => h("div", {class: "context"}, (block.elements ?? []).map((one) =>
    (one.type === "image" ? h(Small, {block: one}) : h("span", null, h(Text, {of: one})))));

function Input({block, draw, error}) {
  const id = `error-${plain(block.block_id)}`;
  return h("div", {class: error ? "input wrong" : "input", role: "group", "aria-describedby": error ? id : undefined,
    "aria-label": plain(block.label?.text)},
      h("div", {class: "label"},
          h(Text, {of: block.label}), block.optional && h("span", {class: "quiet"}, " (optional)")),
      block.element && draw(block.element),
      block.hint && h("small", null, h(Text, {of: block.hint})),
      error && h("p", {class: "error", id, role: "alert"}, error));
}

const Table = ({block}) => h("div", {class: "table"}, h("table", null, (block.rows ?? []).map((row) =>
    h("tr", null, row.map((cell) => h("td", null, cell.elements ? h(RichText, {block: cell}) : plain(cell.text)))))));

function draw(block, tools) {
  switch (block.type) {
    case "section": return h(Section, {block, ...tools});
    case "header": return h("h3", null, h(Text, {of: block.text}));
    case "divider": return h("hr");
    case "context": return h(Context, {block});
    case "actions": return h("div", {class: "actions"}, (block.elements ?? []).map(tools.draw));
    case "input": return h(Input, {block, ...tools});
    case "image": return h(Picture, {block});
    case "video": return h(Picture, {block});
    case "rich_text": return h(RichText, {block});
    case "markdown": return h("div", null, h(Mrkdwn, {text: plain(block.text)}));
    case "table": return h(Table, {block});
    default: return h("p", {class: "quiet"}, `${plain(block.type)}: this page does not draw such a block.`);
  }
}

/* What there is to draw of what a bot has sent as blocks. */
export const drawable = (blocks) =>
    (Array.isArray(blocks) ? blocks : []).filter((block) => block && typeof block === "object");

/*
 * entered: what the elements hold, by block id and action id; use(block, element, values, others) is told what a
 * person does
 */
export function Blocks({blocks, entered, use, suggest, errors = {}}) {
  return drawable(blocks).map((block) => {
    const id = plain(block.block_id);
    const element = (one) => h(Element, {
      key: one.action_id, element: one, value: entered.valueOf(id, one),
      enter: (values) => entered.enter(id, one, values),
      use: (values) => use(block, one, values),
      suggest: (text) => suggest(block, one, text),
    });
    const tools = {draw: element, error: plain(errors[id])};
    return h("div", {class: `block ${plain(block.type)}`, key: id}, draw(block, tools));
  });
}
