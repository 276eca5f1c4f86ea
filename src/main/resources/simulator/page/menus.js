/* What a person chooses from. */
import {h} from "preact";
import {useId, useState} from "preact/hooks";
import {labelled, nameOf, placeholder} from "./fields.js";
import {colleagues} from "./people.js";
import {channelsOf} from "./places.js";
import {listed, plain} from "./plain.js";
import {read} from "./server.js";
import {characters, Text} from "./text.js";
import {ui} from "./ui.js";

const asOption = (value, text) => ({value, text: {type: "plain_text", text}});

const grouped = (element) => element.options ?? listed(element.option_groups).flatMap((group) => listed(group.options));

const everybody = () => colleagues(ui.as).map((one) => asOption(one.id, one.realName));

const everywhere = () => channelsOf(ui.as).map((channel) => asOption(channel.id, `#${channel.name}`));

/* From where the options of each come. */
export const LISTS = new Map(Object.entries({
  static_select: grouped, multi_static_select: grouped, radio_buttons: grouped, checkboxes: grouped,
  users_select: everybody, multi_users_select: everybody, channels_select: everywhere,
  multi_channels_select: everywhere, conversations_select: everywhere, multi_conversations_select: everywhere,
}));

const options = (list) => listed(list).map((option) =>
    h("option", {value: plain(option.value)}, characters(option.text)));

const choices = (element) => (element.option_groups && !element.options
    ? element.option_groups.map((group) => h("optgroup", {label: plain(group.label?.text)}, options(group.options)))
    : options(LISTS.get(element.type)(element)));

export function Select({element, label, value, pick}) {
  const choose = (event) => {
    const chosen = event.target.value;
    /* Until the choice counts, the old one is shown. */
    event.target.value = value[0] ?? "";
    if (chosen) pick([chosen]);
  };
  return labelled(nameOf(element, label, "Choose"), h("select", {value: value[0] ?? "", onChange: choose},
      h("option", {value: ""}, placeholder(element) || "Choose"), choices(element)));
}

export const Overflow = ({element, use}) => labelled("More actions", h("select", {
  class: "overflow", value: "", onChange: (event) => {
    const chosen = event.target.value;
    event.target.value = "";
    if (chosen) use([chosen]);
  },
}, h("option", {value: ""}, "⋯"), options(element.options)));

export function Boxes({element, label, list, value, pick, isMany}) {
  const name = useId();
  const change = (chosen, isOn) =>
      pick(isMany ? (isOn ? [...value, chosen] : value.filter((one) => one !== chosen)) : [chosen]);
  return h("fieldset", {class: "boxes"},
      h("legend", {class: "hidden"}, nameOf(element, label, "Choose")),
      list.map((option) => h("label", null,
          h("input", {
            type: isMany ? "checkbox" : "radio", name: isMany ? undefined : name,
            checked: value.includes(plain(option.value)),
            onChange: (event) => change(plain(option.value), event.target.checked),
          }),
          h("span", null, h(Text, {of: option.text}),
              option.description && h("small", null, h(Text, {of: option.description}))))));
}

/* Its options come from the bot, which is asked with what has been typed. */
export function External({element, label, value, pick, suggest, isMany}) {
  const [found, setFound] = useState([]);
  const [text, setText] = useState("");
  const ask = async () => setFound(await suggestions(suggest, text));
  const onKeyDown = (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    ask();
  };
  return h("div", {class: "external"},
      labelled(`${nameOf(element, label, "Search")}: search`, h("input", {
        value: text, placeholder: placeholder(element) || "Type, then search", onKeyDown,
        onInput: (event) => setText(event.target.value),
      })),
      h("button", {class: "kit", type: "button", onClick: ask}, "Search"),
      h(Boxes, {element, label, list: found, value, pick, isMany}));
}

async function suggestions(suggest, text) {
  const asked = await suggest(text);
  if (!asked) return [];
  const settled = await read(`deliveries/${asked.id}?wait=5`);
  const answer = JSON.parse(settled.attempts.at(-1)?.answer || "{}");
  return answer.options ?? listed(answer.option_groups).flatMap((group) => listed(group.options));
}
