/* What can go wrong at Slack and on the way, each one click away. */
import {h} from "preact";
import {useState} from "preact/hooks";
import {act} from "./notice.js";
import {known} from "./store.js";
import {exact} from "./time.js";
import {go} from "./ui.js";

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

const CHECKS = {challenge: "Challenge", ssl_check: "SSL check"};

const Buttons = ({label, of, onClick}) => h("div", {class: "row wrap", role: "group", "aria-label": label},
    Object.entries(of).map(([key, text]) => h("button", {class: "kit small", onClick: () => onClick(key)}, text)));

function Calls() {
  const [method, setMethod] = useState("chat.postMessage");
  const methods = [...new Set(["chat.postMessage", "views.open", ...known.calls.map((one) => one.method)])];
  const fail = (index) => {
    const {label, body} = CALLS[index];
    act("faults", {method, ...body}, `The next ${method}: ${label.toLowerCase()}.`);
  };
  return h("div", null,
      h("label", {class: "row"}, h("strong", null, "Next call"), h("input", {
        value: method, list: "methods", onInput: (event) => setMethod(event.target.value),
      })),
      h("datalist", {id: "methods"}, methods.map((one) => h("option", {value: one}))),
      h(Buttons, {label: "What the bot's next call gets", of: CALLS.map((fault) => fault.label), onClick: fail}));
}

const STATES = {open: "open", warned: "warned: it ends soon", silent: "half-open", closed: "closed"};

const Connection = ({one}) => h("div", null,
    h("p", null, h("strong", null, one.id), h("span", {class: "quiet"},
        ` ${STATES[one.state]}, since ${exact(one.openedAt)}, ${one.delivered} payloads`)),
    h(Buttons, {label: one.id, of: CONNECTION, onClick: (fault) => act("connections", {id: one.id, fault})}));

const Connections = () => (known.state.connections.length === 0
    ? h("p", {class: "quiet"}, "No bot is connected.")
    : known.state.connections.map((one) => h(Connection, {key: one.id, one})));

const Requests = () => h("div", null,
    h("strong", null, "Requests that the bot must refuse"),
    h(Buttons, {
      label: "Requests that the bot must refuse", of: FORGERIES, onClick: (forgery) => act("forgeries", {forgery}),
    }),
    h("strong", null, "What Slack asks a request URL"),
    h(Buttons, {label: "What Slack asks a request URL", of: CHECKS, onClick: (check) => act("checks", {check})}));

const recover = () => act("recovery", {}, "All faults are taken back.");

export const Faults = ({ui}) => h("details", {
  class: "faults", open: ui.faults === "open", onToggle: (event) => go({faults: event.target.open ? "open" : "closed"}),
},
h("summary", null, "Faults"),
h(Calls),
known.state.transport === "events-api" ? h(Requests) : h(Connections),
h("button", {class: "kit small danger", onClick: recover}, "Take all faults back"));
