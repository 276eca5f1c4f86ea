/* The messages of a channel, and the thread that is open beside them. */
import {h} from "preact";
import {useEffect, useRef, useState} from "preact/hooks";
import {Composer} from "./composer.js";
import {Message} from "./message.js";
import {Home} from "./modal.js";
import {act} from "./notice.js";
import {botName, channelName, isDirect} from "./people.js";
import {known} from "./store.js";
import {go} from "./ui.js";

/* So many are drawn at once; earlier ones on demand. */
const DRAWN = 100;

const threadOf = (message) => message.body.thread_ts ?? message.body.ts;

const isReply = (message) => message.body.thread_ts && message.body.thread_ts !== message.body.ts;

const byTime = (one, other) => Number(one.body.ts) - Number(other.body.ts);

/* Keeps to the end while a person is there. */
function useEnd(count) {
  const list = useRef(null);
  const isAtEnd = useRef(true);
  const watch = () => {
    const {scrollHeight, scrollTop, clientHeight} = list.current;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < 60;
  };
  useEffect(() => {
    if (isAtEnd.current) list.current.scrollTop = list.current.scrollHeight;
  }, [count]);
  return {ref: list, onScroll: watch};
}

function Messages({messages, replies, target, label, isInThread}) {
  const [most, setMost] = useState(DRAWN);
  const first = target ? messages.findIndex((one) => one.body.ts === target) : messages.length;
  const drawn = messages.slice(Math.min(Math.max(0, messages.length - most), first < 0 ? 0 : first));
  const end = useEnd(`${messages.length} ${messages.at(-1)?.body.ts}`);
  return h("div", {class: "messages", tabIndex: 0, role: "log", "aria-label": label, ...end},
      drawn.length < messages.length && h("button", {class: "kit", onClick: () => setMost(most + DRAWN)},
          `Show ${Math.min(DRAWN, messages.length - drawn.length)} earlier messages`),
      drawn.length === 0 && h("p", {class: "nothing"}, "Nothing has been written here yet."),
      drawn.map((message) => h(Message, {
        key: message.body.ts, message, isInThread, isTarget: message.body.ts === target,
        replies: replies?.get(message.body.ts),
      })));
}

/* What this person may see. */
function visible(channel, who) {
  return [...(known.messages.get(channel)?.values() ?? [])]
      .filter((message) => !message.visibleTo || message.visibleTo === who)
      .sort(byTime);
}

function repliesByThread(messages) {
  const replies = new Map();
  messages.filter((message) => isReply(message) && !message.deleted).forEach((message) =>
    replies.set(threadOf(message), [...(replies.get(threadOf(message)) ?? []), message]));
  return replies;
}

function Thread({ui, messages}) {
  const inThread = messages.filter((message) => threadOf(message) === ui.thread);
  return h("section", {class: "thread", "aria-label": "Thread"},
      h("header", null,
          h("h2", null, "Thread"),
          h("button", {class: "plain", "aria-label": "Close the thread", onClick: () => go({thread: ""})}, "✕")),
      h(Messages, {
        key: ui.thread, messages: inThread, target: ui.message, label: "Messages of the thread", isInThread: true,
      }),
      h(Composer, {key: `${ui.at} ${ui.thread}`, who: ui.as, channel: ui.at, thread: ui.thread}));
}

function Tabs({ui}) {
  const open = (view) => {
    go({view});
    act("events", {type: "app_home_opened", user: ui.as, tab: view});
  };
  const tab = (view, label) => h("button", {
    class: "tab", role: "tab", "aria-selected": String(ui.view === view), onClick: () => open(view),
  }, label);
  return h("div", {class: "tabs", role: "tablist", "aria-label": botName()},
      tab("home", "Home"), tab("messages", "Messages"));
}

export function Conversation({ui}) {
  const direct = isDirect(ui.at);
  const messages = visible(ui.at, ui.as);
  const replies = repliesByThread(messages);
  const roots = messages.filter((message) => !isReply(message) || message.body.reply_broadcast);
  const isHome = direct && ui.view === "home";
  return h("div", {class: ui.thread ? "talk with-thread" : "talk"},
      h("section", {class: "channel", "aria-label": channelName(ui.at)},
          h("header", null,
              h("h2", null, direct ? botName() : `# ${channelName(ui.at)}`),
              direct && h(Tabs, {ui})),
          isHome
              ? h("div", {class: "messages"}, h(Home, {key: ui.as, who: ui.as, home: known.homes[ui.as]}))
              : h(Messages, {
                key: `${ui.at} ${ui.as}`, messages: roots, replies, target: ui.message,
                label: `Messages of ${channelName(ui.at)}`,
              }),
          !isHome && h(Composer, {key: ui.at, who: ui.as, channel: ui.at, thread: ""})),
      ui.thread && h(Thread, {ui, messages}));
}
