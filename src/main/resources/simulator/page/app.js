/* The whole page: the conversation on the left, what happened on the right. */
import {h} from "preact";
import {Conversation} from "./conversation.js";
import {Faults} from "./faults.js";
import {Log} from "./log.js";
import {Modal} from "./modal.js";
import {Notice} from "./notice.js";
import {People, Sidebar} from "./sidebar.js";
import {useKnown} from "./store.js";
import {go, useUi} from "./ui.js";

const STOPPED = "The local Slack has stopped.";

function transport(state) {
  if (state.transport === "events-api") {
    return state.eventsEnabled ? `Events API, to ${state.requestUrl}` : "Events API: Slack has switched the events off";
  }
  const {length} = state.connections;
  return `Socket Mode, ${length === 0 ? "no bot connected" : length === 1 ? "1 connection" : `${length} connections`}`;
}

const Status = ({known}) => h("p", {id: "summary", class: "summary", role: "status"},
    known.isLost ? STOPPED : transport(known.state));

const Sides = ({ui}) => h("div", {class: "sides", role: "group", "aria-label": "Show"},
    [["talk", "Conversation"], ["happened", "What happened"]].map(([side, label]) => h("button", {
      "aria-pressed": String(ui.side === side), onClick: () => go({side}),
    }, label)));

const Happened = ({ui}) => h("aside", {class: "happened", "aria-label": "What happened"},
    h("header", null,
        h("div", {class: "tabs", role: "tablist", "aria-label": "What happened"},
            [["log", "Deliveries and calls"], ["faults", "Faults"]].map(([tab, label]) => h("button", {
              class: "tab", role: "tab", "aria-selected": String(ui.tab === tab), onClick: () => go({tab}),
            }, label)))),
    ui.tab === "faults" ? h(Faults) : h(Log, {ui}));

const Unknown = ({methods}) => methods.length > 0 && h("p", {class: "notice"},
    `The bot has called what the local Slack does not know: ${methods.join(", ")}`);

export function App() {
  const known = useKnown();
  const ui = useUi();
  if (!known.state) return h("p", {class: "nothing", role: "status"}, known.isLost ? STOPPED : "Loading");
  const stack = known.modals[ui.as] ?? [];
  return h("div", {class: `page ${ui.side}`},
      h("header", {class: "top"},
          h("h1", null, "Local Slack"), h(Status, {known}), h(People, {ui}), h(Sides, {ui})),
      h(Notice), h(Unknown, {methods: known.state.unknownMethods}),
      h("main", null, h(Sidebar, {ui}), h(Conversation, {ui}), h(Happened, {ui})),
      stack.length > 0 && h(Modal, {key: stack.at(-1).body.id, who: ui.as, stack}));
}
