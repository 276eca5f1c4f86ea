/* The whole page: the conversation on the left, what happened on the right. */
import {h} from "preact";
import {Conversation} from "./conversation.js";
import {Faults} from "./faults.js";
import {Log} from "./log.js";
import {Modal} from "./modal.js";
import {Notice} from "./notice.js";
import {Sidebar} from "./sidebar.js";
import {useKnown} from "./store.js";
import {STOPPED, Top} from "./top.js";
import {useUi} from "./ui.js";
import {useUnread} from "./unread.js";

const Happened = ({ui}) => h("aside", {class: "happened", "aria-label": "What happened"},
    h(Log, {ui}), h(Faults, {ui}));

const Unknown = ({methods}) => methods.length > 0 && h("p", {class: "notice"},
    `The bot has called what the local Slack does not know: ${methods.join(", ")}`);

function Page({known, ui}) {
  const unread = useUnread(ui);
  const stack = known.modals[ui.as] ?? [];
  return h("div", {class: `page ${ui.side}`},
      h(Top, {ui, known, unread}),
      h(Notice), h(Unknown, {methods: known.state.unknownMethods}),
      h("main", null, h(Sidebar, {ui, unread}), h(Conversation, {ui, unread}), h(Happened, {ui})),
      stack.length > 0 && h(Modal, {key: stack.at(-1).body.id, who: ui.as, stack}));
}

export function App() {
  const known = useKnown();
  const ui = useUi();
  return known.state
      ? h(Page, {known, ui})
      : h("p", {class: "nothing", role: "status"}, known.isLost ? STOPPED : "Loading");
}
