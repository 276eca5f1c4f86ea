/* What happened: deliveries to the bot and calls of the bot, the newest first. */
import {h} from "preact";
import {useMemo} from "preact/hooks";
import {Entry} from "./entry.js";
import {known} from "./store.js";
import {duration, exact} from "./time.js";
import {go} from "./ui.js";
import {Window} from "./window.js";

const ROW = 46;

const STATES = ["waiting", "acknowledged", "failed", "withheld"];

const said = (parts, between) => parts.filter(Boolean).join(between);

function answered(delivery) {
  const millis = delivery.attempts.at(-1)?.answeredAfterMillis;
  return millis === undefined ? "" : duration(millis);
}

const asDelivery = (one) => ({
  key: one.id, at: one.createdAt, isCall: false, title: one.name, state: one.state,
  note: one.reason
      ? said([one.reason, one.attempts.at(-1)?.status], " ")
      : said([one.attempts.length > 1 ? `${one.attempts.length} attempts` : "", answered(one)], ", "),
});

const asCall = (one) => ({
  key: `call-${one.number}`, at: one.at, isCall: true, title: one.method,
  state: one.answer.ok ? "ok" : "refused",
  note: one.answer.ok ? "" : `${one.answer.error ?? "error"} (${one.status})`,
});

/* Made once of each; a delivery that has come further is another object. */
const made = new WeakMap();

function row(one, make) {
  if (!made.has(one)) made.set(one, make(one));
  return made.get(one);
}

function rows({text, what, state}) {
  const all = [
    ...(what === "calls" ? [] : [...known.deliveries.values()].map((one) => row(one, asDelivery))),
    ...(what === "deliveries" ? [] : known.calls.map((one) => row(one, asCall))),
  ];
  const sought = text.toLowerCase();
  return all.reverse()
      .filter((one) => !state || one.state === state)
      .filter((one) => `${one.title} ${one.key} ${one.note}`.toLowerCase().includes(sought))
      .sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0));
}

const Row = ({row: one, isOpen, isStop}) => h("button", {
  id: `row-${one.key}`, class: `entry ${one.state}`, "aria-current": isOpen ? "true" : undefined,
  tabIndex: isStop ? 0 : -1, onClick: () => go({delivery: one.key}),
},
h("span", {class: "arrow", "aria-hidden": "true"}, one.isCall ? "←" : "→"),
h("span", {class: "title"}, h("span", {class: "hidden"}, one.isCall ? "Call " : "Delivery "), one.title),
h("span", {class: "state"}, one.state),
h("time", null, exact(one.at)),
h("span", {class: "note"}, one.note));

function Filters({ui, count}) {
  const choose = (key, label, list) => h("label", null, h("span", {class: "hidden"}, label),
      h("select", {value: ui[key], onChange: (event) => go({[key]: event.target.value})},
          list.map(([value, text]) => h("option", {value}, text))));
  return h("div", {class: "filters", role: "search", "aria-label": "What happened"},
      h("label", null, h("span", {class: "hidden"}, "Filter by text"), h("input", {
        type: "search", placeholder: "Filter", value: ui.text, onInput: (event) => go({text: event.target.value}),
      })),
      choose("what", "What", [["", "All"], ["deliveries", "→ Deliveries"], ["calls", "← Calls"]]),
      choose("state", "State", [["", "Any state"], ...STATES.map((state) => [state, state]), ["ok", "call ok"],
        ["refused", "call refused"]]),
      h("span", {class: "count", role: "status"}, count === 1 ? "1 entry" : `${count} entries`));
}

const EMPTY = "Nothing yet. Write to the bot, or start it with the environment that simulate has printed.";

export function Log({ui}) {
  const list = useMemo(() => rows(ui), [ui.text, ui.what, ui.state, known.change, known.deliveries, known.calls]);
  const isFiltered = ui.text || ui.what || ui.state;
  return h("div", {class: ui.delivery ? "log with-entry" : "log"},
      h("div", {class: "list"},
          h(Filters, {ui, count: list.length}),
          h(Window, {
            rows: list, height: ROW, label: "What happened, the newest first",
            empty: isFiltered ? "Nothing like that." : EMPTY,
            draw: (one, isStop) => h(Row, {row: one, isStop, isOpen: one.key === ui.delivery}),
          })),
      ui.delivery && h(Entry, {key: ui.delivery, id: ui.delivery}));
}
