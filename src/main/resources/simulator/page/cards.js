/* Blocks that hold others, or look as if: https://docs.slack.dev/reference/block-kit/blocks */
import {h} from "preact";
import {Picture, Small} from "./pictures.js";
import {listed, plain} from "./plain.js";
import {Link} from "./reference.js";
import {RichText} from "./richtext.js";
import {Text} from "./text.js";

const LEVELS = {info: "ℹ️", warning: "⚠️", error: "⛔", success: "✅"};

export const Alert = ({block}) => h("div", {class: `alert ${plain(block.level)}`, role: "note"},
    LEVELS[block.level] && h("span", {role: "img", "aria-label": block.level}, LEVELS[block.level]),
    h(Text, {of: block.text}));

const Heading = ({block}) => h("div", {class: "heading"},
    block.icon && h(Small, {block: block.icon}),
    h("div", null,
        h("strong", null, h(Text, {of: block.title})),
        block.subtitle && h("div", {class: "quiet"}, h(Text, {of: block.subtitle}))));

export const Card = ({block, draw}) => h("div", {class: "card"},
    block.hero_image && h(Picture, {block: block.hero_image}),
    h(Heading, {block}),
    block.body && h(Text, {of: block.body}),
    block.actions && h("div", {class: "actions"}, block.actions.map((one) => draw(one))));

export const Carousel = ({block, inside}) => h("div", {
  class: "carousel", role: "region", tabIndex: 0, "aria-label": "Cards, side by side",
}, inside(block.elements));

export function Container({block, inside}) {
  const title = block.rich_text_title ? h(RichText, {block: block.rich_text_title}) : h(Heading, {block});
  return block.is_collapsible
      ? h("details", {class: "container", open: !block.default_collapsed},
          h("summary", null, title), inside(block.child_blocks))
      : h("div", {class: "container"}, title, inside(block.child_blocks));
}

const STATES = {pending: "○", in_progress: "◐", complete: "✓", error: "✕"};

const State = ({name}) => STATES[name]
    && h("span", {role: "img", "aria-label": name.replace("_", " ")}, STATES[name]);

export const Task = ({block}) => h("div", {class: `task-card ${plain(block.status)}`},
    h("div", {class: "heading"},
        h(State, {name: block.status}),
        h("strong", null, plain(block.title))),
    block.details && h(RichText, {block: block.details}),
    block.output && h(RichText, {block: block.output}),
    block.sources && h("div", {class: "context"}, listed(block.sources).map((one) =>
      h(Link, {url: plain(one.url)}, plain(one.text) || plain(one.url)))));

export const Plan = ({block}) => h("div", {class: "container"},
    h("strong", null, plain(block.title)),
    listed(block.tasks).map((task) => h(Task, {block: task})));
