/* What a person types, or picks from a calendar. */
import {h} from "preact";
import {plain} from "./plain.js";

/* What a bot says of one field belongs to it, and is read with it. */
export const labelled = (label, field) => h("label", {class: "field"}, h("span", {class: "hidden"}, label), field);

export const placeholder = (element) => plain(element.placeholder?.text);

export const nameOf = (element, label, fallback) =>
    label || placeholder(element) || plain(element.action_id) || fallback;

/* The browser's own fields for them. */
export const INPUTS = new Map(Object.entries({
  datepicker: "date", timepicker: "time", datetimepicker: "datetime-local", email_text_input: "email",
  url_text_input: "url", number_input: "text", plain_text_input: "text", rich_text_input: "text",
}));

/* Slack counts a moment in seconds since 1970; a field that was emptied holds none. */
const asSeconds = (local) => (local ? String(Math.floor(new Date(local).getTime() / 1000)) : "");

function asLocal(seconds) {
  const moment = new Date(Number(seconds) * 1000);
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

export function Field({element, label, value, enter, use}) {
  const isMoment = element.type === "datetimepicker";
  const shown = isMoment && value[0] ? asLocal(value[0]) : value[0] ?? "";
  const properties = {
    value: shown, placeholder: placeholder(element), maxLength: element.max_length, minLength: element.min_length,
    inputMode: element.type === "number_input" ? "decimal" : undefined,
    "data-first": element.focus_on_load === true ? "" : undefined,
    onInput: (event) => enter([isMoment ? asSeconds(event.target.value) : event.target.value]),
    onChange: () => use(value),
  };
  const isLong = element.multiline || element.type === "rich_text_input";
  return labelled(nameOf(element, label, "Text"), isLong
      ? h("textarea", {rows: 4, ...properties})
      : h("input", {type: INPUTS.get(element.type), ...properties}));
}

/* Of a file, its name goes to the bot: the local Slack takes no files. */
export const Files = ({element, label, enter}) => labelled(nameOf(element, label, "Files"), h("input", {
  type: "file", multiple: element.max_files !== 1, accept: (element.filetypes ?? []).map((type) => `.${type}`).join(),
  onChange: (event) => enter([...event.target.files].map((file) => file.name)),
}));
