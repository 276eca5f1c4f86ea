/*
 * What a person can use in a message, a modal or the Home tab:
 * https://docs.slack.dev/reference/block-kit/block-elements
 */
import {h} from "preact";
import {useState} from "preact/hooks";
import {Confirm} from "./confirm.js";
import {Field, Files, INPUTS} from "./fields.js";
import {Boxes, External, LISTS, Overflow, Select} from "./menus.js";
import {plain} from "./plain.js";
import {Link} from "./reference.js";
import {Text} from "./text.js";

const STYLES = ["primary", "danger"];

function Button({element, use}) {
  const style = STYLES.includes(element.style) ? element.style : "";
  const label = plain(element.accessibility_label) || undefined;
  return h("span", null,
      h("button", {class: `kit ${style}`, "aria-label": label, type: "button", onClick: () => use([])},
          h(Text, {of: element.text})),
      element.url && h("span", {class: "quiet"}, " ", h(Link, {url: plain(element.url)}, "opens a link")));
}

const IconButton = ({element, use}) => h("button", {class: "kit", type: "button", onClick: () => use([])},
    element.icon === "trash" && h("span", {"aria-hidden": true}, "🗑️ "), h(Text, {of: element.text}));

const Feedback = ({element, use}) => [element.positive_button, element.negative_button].map((one) => h("button", {
  class: "kit", type: "button", "aria-label": plain(one.accessibility_label) || undefined,
  onClick: () => use([plain(one.value)]),
}, h(Text, {of: one.text})));

const Unknown = ({element}) => h("span", {class: "unknown", title: JSON.stringify(element)},
    `An element of the type “${plain(element.type)}”, which this page cannot draw`);

const BUTTONS = new Map(Object.entries({
  button: Button, workflow_button: Button, icon_button: IconButton, feedback_buttons: Feedback,
}));

const isMany = (type) => type.startsWith("multi_") || type === "checkboxes";

/* Whether a person can give it something. */
export const isField = (type) => INPUTS.has(type) || LISTS.has(type) || type === "file_input"
    || type.endsWith("external_select");

function Used(tools) {
  const type = plain(tools.element.type);
  if (BUTTONS.has(type)) return h(BUTTONS.get(type), tools);
  if (type === "overflow") return h(Overflow, tools);
  if (type === "file_input") return h(Files, tools);
  if (type.endsWith("external_select")) return h(External, {...tools, isMany: isMany(type)});
  if (INPUTS.has(type)) return h(Field, tools);
  if (!LISTS.has(type)) return h(Unknown, tools);
  return isMany(type) || type === "radio_buttons"
      ? h(Boxes, {...tools, list: LISTS.get(type)(tools.element), isMany: isMany(type)})
      : h(Select, tools);
}

/*
 * Any element.
 *
 * label: of its block, if that has one
 * value, enter: what it holds, and what is to be told of every change
 * use: what is to be done when a person has used it; suggest: what asks the bot for options
 */
export function Element({element, label, value, enter, use, suggest}) {
  const [asked, setAsked] = useState(null);
  const ask = (settle) => (values) => (element.confirm ? setAsked(() => () => settle(values)) : settle(values));
  const pick = ask((values) => {
    enter(values);
    use(values);
  });
  const answer = (then) => () => {
    setAsked(null);
    then();
  };
  return h("span", {class: "element"},
      h(Used, {element, label, value, enter, pick, use: ask(use), suggest}),
      asked && h(Confirm, {confirm: element.confirm, onNo: answer(() => {}), onYes: answer(asked)}));
}
