/* Block Kit: https://docs.slack.dev/reference/block-kit/blocks */
import {h} from "preact";
import {Alert, Card, Carousel, Container, Plan, Task} from "./cards.js";
import {Element} from "./elements.js";
import {Markdown} from "./markdown.js";
import {File, Picture, Small, Video} from "./pictures.js";
import {plain} from "./plain.js";
import {RichText} from "./richtext.js";
import {Safe} from "./safe.js";
import {Chart, DataTable, Table} from "./tables.js";
import {Text} from "./text.js";

const Section = ({block, draw}) => h("div", {class: "section"},
    h("div", null,
        block.text && h("div", null, h(Text, {of: block.text})),
        block.fields && h("div", {class: "fields"}, block.fields.map((field) => h("div", null, h(Text, {of: field}))))),
    block.accessory && (block.accessory.type === "image"
        ? h(Picture, {block: block.accessory})
        : draw(block.accessory)));

const Context = ({block}) => h("div", {class: "context"}, block.elements.map((one) =>
    (one.type === "image" ? h(Small, {block: one}) : h("span", null, h(Text, {of: one})))));

const Actions = ({block, draw}) => h("div", {class: "actions"}, block.elements.map((one) => draw(one)));

function Input({block, draw, error}) {
  const id = `error-${plain(block.block_id)}`;
  const label = plain(block.label?.text);
  return h("div", {
    class: error ? "input wrong" : "input", role: "group", "aria-label": label,
    "aria-describedby": error ? id : undefined,
  },
  h("div", {class: "label"},
      h(Text, {of: block.label}), block.optional && h("span", {class: "quiet"}, " (optional)")),
  draw(block.element, block.optional ? `${label}, optional` : label),
  block.hint && h("small", null, h(Text, {of: block.hint})),
  error && h("p", {class: "error", id, role: "alert"}, error));
}

/* Whatever Slack may have besides: it is shown as what it is. */
const Unknown = ({block}) => h("details", {class: "unknown"},
    h("summary", null, `A block of the type “${plain(block.type)}”, which this page cannot draw`),
    h("pre", null, JSON.stringify(block, null, 2)));

const KINDS = new Map(Object.entries({
  actions: Actions, alert: Alert, card: Card, carousel: Carousel, container: Container, context: Context,
  context_actions: Actions, data_table: DataTable, data_visualization: Chart, divider: () => h("hr"), file: File,
  header: ({block}) => h("h3", null, h(Text, {of: block.text})), image: Picture, input: Input,
  markdown: ({block}) => h(Markdown, {text: block.text}), plan: Plan, rich_text: RichText, section: Section,
  table: Table, task_card: Task, video: Video,
}));

function Block({block, entered, use, suggest, errors}) {
  const id = plain(block.block_id);
  const draw = (one, label) => h(Element, {
    key: one.action_id, element: one, label, value: entered.valueOf(id, one),
    enter: (values) => entered.enter(id, one, values),
    use: (values) => use(block, one, values),
    suggest: (text) => suggest(block, one, text),
  });
  const inside = (blocks) => h(Blocks, {blocks, entered, use, suggest, errors});
  return h(KINDS.get(block.type) ?? Unknown, {block, draw, inside, error: plain(errors[id])});
}

/* What there is to draw of what a bot has sent as blocks. */
export const drawable = (blocks) =>
    (Array.isArray(blocks) ? blocks : []).filter((block) => block && typeof block === "object");

/*
 * entered: what the elements hold, by block id and action id; use(block, element, values) is told what a person does,
 * suggest(block, element, text) what is typed into a menu that asks the bot
 */
export const Blocks = ({blocks, errors = {}, ...tools}) => drawable(blocks).map((block, index) =>
    h("div", {class: "block", "data-type": plain(block.type), key: plain(block.block_id) || index},
        h(Safe, {what: `This block of the type “${plain(block.type)}”`, of: block},
            h(Block, {block, errors, ...tools}))));
