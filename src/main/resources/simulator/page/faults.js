/* What can go wrong at Slack and on the way, each one click away. */
import {h} from "preact";
import {useState} from "preact/hooks";
import {act} from "./notice.js";
import {known} from "./store.js";
import {exact} from "./time.js";

const CALLS = [
  {label: "Rate-limited for 5 s", body: {fault: "rate_limited", seconds: 5}},
  {label: "Late by 2 s", body: {fault: "delayed", seconds: 2}},
  {label: "Refused", body: {fault: "refused", error: "internal_error"}},
  {label: "Answers 503", body: {fault: "broken", status: 503}},
];

const CONNECTION = {
  warning: "Warn", refresh_requested: "Refresh", link_disabled: "Disable", too_many_websockets: "Too many",
  silent: "Half-open", cut: "Cut",
};

const FORGERIES = {
  wrong_signature: "Wrong signature", no_signature: "No signature", old_timestamp: "Old timestamp",
  future_timestamp: "Future timestamp",
};

const Buttons = ({children}) => h("div", {class: "row wrap"}, children);

function Calls() {
  const [method, setMethod] = useState("chat.postMessage");
  const methods = [...new Set(["chat.postMessage", "views.open", ...known.calls.map((one) => one.method)])];
  const break_ = (fault) => act("faults", {method, ...fault.body}, `The next ${method}: ${fault.label.toLowerCase()}.`);
  return h("section", null,
      h("h3", null, "The bot's next call"),
      h("label", {class: "field"}, "Method ", h("input", {
        value: method, list: "methods", onInput: (event) => setMethod(event.target.value),
      })),
      h("datalist", {id: "methods"}, methods.map((one) => h("option", {value: one}))),
      h(Buttons, null, CALLS.map((fault) => h("button", {class: "kit", onClick: () => break_(fault)}, fault.label))));
}

const STATES = {open: "open", warned: "warned: it ends soon", silent: "half-open", closed: "closed"};

function Connections() {
  const list = known.state.connections;
  if (list.length === 0) {
    return h("p", {class: "quiet"}, "No bot is connected.");
  }
  return list.map((one) => h("section", {key: one.id},
      h("h3", null, one.id),
      h("p", {class: "quiet"}, `${STATES[one.state]}, since ${exact(one.openedAt)}, ${one.delivered} payloads`),
      h(Buttons, null, Object.entries(CONNECTION).map(([fault, label]) => h("button", {
        class: "kit", onClick: () => act("connections", {id: one.id, fault}),
      }, label)))));
}

const Forgeries = () => h("section", null,
    h("h3", null, "Requests that the bot must refuse"),
    h(Buttons, null, Object.entries(FORGERIES).map(([forgery, label]) =>
        h("button", {class: "kit", onClick: () => act("forgeries", {forgery})}, label))),
    h("h3", null, "What Slack asks a request URL"),
    h(Buttons, null, ["challenge", "ssl_check"].map((check) =>
        h("button", {class: "kit", onClick: () => act("checks", {check})}, check))));

const recover = () => act("recovery", {}, "All faults are taken back.");

export function Faults() {
  return h("div", {class: "faults"},
      h(Calls),
      known.state.transport === "events-api" ? h(Forgeries) : h(Connections),
      h("section", null, h("button", {class: "kit danger", onClick: recover}, "Take all faults back")));
}
