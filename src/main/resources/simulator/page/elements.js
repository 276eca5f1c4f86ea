/* What a person can use in a message, a modal or the Home tab. */
import {h} from "preact";
import {useId, useState} from "preact/hooks";
import {people} from "./people.js";
import {known} from "./store.js";
import {read} from "./server.js";
import {Confirm} from "./confirm.js";
import {Link, plain, Text} from "./text.js";

/* What a bot says of one field belongs to it, and is read with it. */
const labelled = (label, field) => h("label", {class: "field"}, h("span", {class: "hidden"}, label), field);

const placeholder = (element) => plain(element.placeholder?.text);

const nameOf = (element, fallback) => placeholder(element) || plain(element.action_id) || fallback;

export function Button({element, use}) {
  const [asked, setAsked] = useState(false);
  const press = () => (element.confirm ? setAsked(true) : use([]));
  const style = ["primary", "danger"].includes(element.style) ? element.style : "";
  const label = plain(element.accessibility_label) || undefined;
  return h("span", null,
      h("button", {class: `kit ${style}`, "aria-label": label, type: "button", onClick: press},
          h(Text, {of: element.text})),
      element.url && h("span", {class: "quiet"}, " ", h(Link, {url: plain(element.url)}, "opens a link")),
      asked && h(Confirm, {confirm: element.confirm, onNo: () => setAsked(false), onYes: () => {
        setAsked(false);
        use([]);
      }}));
}

const options = (list) => (list ?? []).map((option) =>
    h("option", {value: plain(option.value)}, h(Text, {of: option.text})));

function choices(element) {
  return element.option_groups
      ? element.option_groups.map((group) =>
          h("optgroup", {label: plain(group.label?.text)}, options(group.options)))
      : options(element.options);
}

function Select({element, value, set, children}) {
  const pick = (event) => event.target.value && set([event.target.value]);
  return labelled(nameOf(element, "Choose"), h("select", {value: value[0] ?? "", onChange: pick},
      h("option", {value: ""}, placeholder(element) || "Choose"), children));
}

const Overflow = ({element, set}) => labelled("More actions", h("select", {
  class: "overflow", value: "", onChange: (event) => {
    const chosen = event.target.value;
    event.target.value = "";
    if (chosen) set([chosen]);
  },
}, h("option", {value: ""}, "⋯"), options(element.options)));

function Boxes({element, list, value, set, isMany}) {
  const name = useId();
  const change = (chosen, isOn) =>
      set(isMany ? (isOn ? [...value, chosen] : value.filter((one) => one !== chosen)) : [chosen]);
  return h("fieldset", {class: "boxes"},
      h("legend", {class: "hidden"}, nameOf(element, "Choose")),
      list.map((option) => h("label", null,
          h("input", {
            type: isMany ? "checkbox" : "radio", name: isMany ? undefined : name,
            checked: value.includes(plain(option.value)),
            onChange: (event) => change(plain(option.value), event.target.checked),
          }),
          h("span", null, h(Text, {of: option.text}),
              option.description && h("small", null, h(Text, {of: option.description}))))));
}

const grouped = (element) => element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);

const asOption = (value, text) => ({value, text: {type: "plain_text", text}});

const everybody = () => people().map((one) => asOption(one.id, one.realName));

const everywhere = () => known.channels.filter((channel) => !channel.id.startsWith("D"))
    .map((channel) => asOption(channel.id, `#${channel.name}`));

/* Its options come from the bot, which is asked with what has been typed. */
function External({element, value, set, suggest, isMany}) {
  const [found, setFound] = useState([]);
  const [text, setText] = useState("");
  const ask = async () => setFound(await suggestions(suggest, text));
  return h("div", {class: "external"},
      labelled(nameOf(element, "Search"), h("input", {
        value: text, placeholder: placeholder(element) || "Type, then search",
        onInput: (event) => setText(event.target.value),
      })),
      h("button", {class: "kit", type: "button", onClick: ask}, "Search"),
      h(Boxes, {element, list: found, value, set, isMany}));
}

async function suggestions(suggest, text) {
  const asked = await suggest(text);
  if (!asked) return [];
  const settled = await read(`deliveries/${asked.id}?wait=5`);
  const answer = JSON.parse(settled.attempts.at(-1)?.answer || "{}");
  return answer.options ?? (answer.option_groups ?? []).flatMap((group) => group.options);
}

const INPUTS = {
  datepicker: "date", timepicker: "time", datetimepicker: "datetime-local", email_text_input: "email",
  url_text_input: "url", number_input: "text",
};

/* Slack counts a moment in seconds since 1970; a field that was emptied holds none. */
const asSeconds = (local) => (local ? String(Math.floor(new Date(local).getTime() / 1000)) : "");

function asLocal(seconds) {
  const moment = new Date(Number(seconds) * 1000);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function Field({element, value, set, settle}) {
  const isMoment = element.type === "datetimepicker";
  const shown = isMoment && value[0] ? asLocal(value[0]) : value[0] ?? "";
  const take = (event) => set([isMoment ? asSeconds(event.target.value) : event.target.value]);
  const properties = {
    value: shown, placeholder: placeholder(element), onInput: take, onChange: settle,
    maxLength: element.max_length, minLength: element.min_length,
  };
  const isLong = element.multiline || element.type === "rich_text_input";
  return labelled(nameOf(element, "Text"), isLong
      ? h("textarea", {rows: 4, ...properties})
      : h("input", {type: INPUTS[element.type] ?? "text", ...properties}));
}

const LISTS = {
  static_select: grouped, multi_static_select: grouped, radio_buttons: grouped, checkboxes: grouped,
  users_select: everybody, multi_users_select: everybody, channels_select: everywhere,
  multi_channels_select: everywhere, conversations_select: everywhere, multi_conversations_select: everywhere,
};

export function initial(element) {
  const one = element.initial_option?.value ?? element.initial_date ?? element.initial_time ?? element.initial_user
      ?? element.initial_channel ?? element.initial_conversation ?? element.initial_value;
  const many = element.initial_options?.map((option) => plain(option.value)) ?? element.initial_users
      ?? element.initial_channels ?? element.initial_conversations;
  if (element.initial_date_time) return [String(element.initial_date_time)];
  return many ?? (plain(one) ? [plain(one)] : []);
}

/*
 * Any element.
 *
 * value, enter: what it holds, and what is to be told of every change
 * use: what is to be done when a person has used it; suggest: what asks the bot for options
 */
export function Element({element, value, enter, use, suggest}) {
  const type = plain(element.type);
  const pick = (values) => {
    enter(values);
    use(values);
  };
  if (type.endsWith("button")) return h(Button, {element, use});
  if (type === "overflow") return h(Overflow, {element, set: use});
  const isMany = type.startsWith("multi_") || type === "checkboxes";
  if (type.endsWith("external_select")) return h(External, {element, value, set: pick, suggest, isMany});
  const list = LISTS[type];
  if (!list) return h(Field, {element, value, set: enter, settle: () => use(value)});
  if (isMany || type === "radio_buttons") {
    return h(Boxes, {element, list: list(element), value, set: pick, isMany});
  }
  return h(Select, {element, value, set: pick}, type === "static_select" ? choices(element) : options(list(element)));
}
