/* The messages of a channel, and the thread that is open beside them. */
import {h} from "preact";
import {useEffect, useLayoutEffect, useRef, useState} from "preact/hooks";
import {openView} from "./apphome.js";
import {Composer} from "./composer.js";
import {Message} from "./message.js";
import {isReply, repliesByThread, threadOf, visible} from "./messages.js";
import {Home} from "./modal.js";
import {botName, channelName, isDirect} from "./people.js";
import {known} from "./store.js";
import {panelOf, Tabs} from "./tabs.js";
import {dayOf} from "./time.js";
import {go} from "./ui.js";
import {Unchanged} from "./unchanged.js";

/* So many are drawn at once; earlier ones on demand. */
const DRAWN = 100;

/* Keeps to the end while a person is there, whatever comes and however it grows. */
function useEnd() {
  const list = useRef(null);
  const isAtEnd = useRef(true);
  const watch = () => {
    const {scrollHeight, scrollTop, clientHeight} = list.current;
    isAtEnd.current = scrollHeight - scrollTop - clientHeight < 60;
  };
  const follow = () => {
    if (isAtEnd.current) list.current.scrollTop = list.current.scrollHeight;
  };
  useLayoutEffect(follow);
  useEffect(() => {
    const observer = new ResizeObserver(follow);
    observer.observe(list.current);
    return () => observer.disconnect();
  }, []);
  return {ref: list, onScroll: watch};
}

/* The arrow keys go from message to message, from the list to the last one. */
function move(event) {
  const own = event.target.closest(".message");
  if (event.target !== own && event.target !== event.currentTarget) return;
  const all = [...event.currentTarget.querySelectorAll(".message")];
  const at = own ? all.indexOf(own) : all.length;
  const next = {ArrowUp: all[at - 1], ArrowDown: all[at + 1], Home: all[0], End: all.at(-1)}[event.key];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const Day = ({text}) => text && h("h3", {class: "day"}, text);

function One({message, who, replies, ...properties}) {
  const latest = replies?.at(-1).body.ts;
  return h(Unchanged, {of: [message, who, replies?.length, latest, ...Object.values(properties)]},
      () => h(Message, {message, replies, ...properties}));
}

function Messages({messages, who, replies, unread, target, label, isInThread}) {
  const [most, setMost] = useState(DRAWN);
  const first = target ? messages.findIndex((one) => one.body.ts === target) : messages.length;
  const drawn = messages.slice(Math.min(Math.max(0, messages.length - most), first < 0 ? 0 : first));
  const end = useEnd();
  const day = (index) => dayOf(drawn[index].body.ts);
  return h("div", {class: "messages", tabIndex: 0, role: "log", "aria-label": label, onKeyDown: move, ...end},
      drawn.length < messages.length && h("button", {class: "kit", onClick: () => setMost(most + DRAWN)},
          `Show ${Math.min(DRAWN, messages.length - drawn.length)} earlier messages`),
      drawn.length === 0 && h("p", {class: "nothing"}, "Nothing has been written here yet."),
      drawn.map((message, index) => [
        !isInThread && (index === 0 || day(index) !== day(index - 1)) && h(Day, {key: day(index), text: day(index)}),
        h(One, {
          key: message.body.ts, message, who, isInThread, isTarget: message.body.ts === target,
          replies: replies?.get(message.body.ts),
          isUnread: unread?.some((one) => isReply(one) && threadOf(one) === message.body.ts),
        }),
      ]));
}

/* From a thread that is closed, back to the message that it is about. */
function useReturn(thread) {
  const before = useRef("");
  useEffect(() => {
    if (!thread) document.querySelector(`.channel [data-ts="${CSS.escape(before.current)}"]`)?.focus();
    before.current = thread;
  }, [thread]);
}

function Thread({ui, messages}) {
  const inThread = messages.filter((message) => threadOf(message) === ui.thread);
  const close = () => go({thread: ""});
  const onKeyDown = (event) => event.key === "Escape" && !event.defaultPrevented && close();
  return h("section", {class: "thread", "aria-label": "Thread", onKeyDown},
      h("header", null,
          h("h2", null, "Thread"),
          h("button", {class: "plain", "aria-label": "Close the thread", onClick: close}, "✕")),
      h(Messages, {
        key: ui.thread, messages: inThread, who: ui.as, target: ui.message, label: "Messages of the thread",
        isInThread: true,
      }),
      h(Composer, {key: `${ui.as} ${ui.at} ${ui.thread}`, who: ui.as, channel: ui.at, thread: ui.thread}));
}

const Direct = ({ui}) => h(Tabs, {
  label: botName(), tabs: [["home", "Home"], ["messages", "Messages"]], open: ui.view, onOpen: openView,
});

const AppHome = ({ui}) => h("div", {class: "messages", ...panelOf("home")},
    h(Home, {key: ui.as, who: ui.as, home: known.homes[ui.as]}));

function Talk({ui, unread, messages, panel}) {
  const replies = repliesByThread(messages);
  const roots = messages.filter((message) => !isReply(message) || message.body.reply_broadcast);
  return h("div", {class: "panel", ...panel},
      h(Messages, {
        key: `${ui.at} ${ui.as}`, messages: roots, who: ui.as, replies, unread, target: ui.message,
        label: `Messages of ${channelName(ui.at)}`,
      }),
      h(Composer, {key: `${ui.as} ${ui.at}`, who: ui.as, channel: ui.at, thread: ""}));
}

export function Conversation({ui, unread}) {
  const direct = isDirect(ui.at);
  useReturn(ui.thread);
  const messages = visible(ui.at, ui.as);
  return h("div", {class: ui.thread ? "talk with-thread" : "talk"},
      h("section", {class: "channel", "aria-label": channelName(ui.at)},
          h("header", null,
              h("h2", null, direct ? botName() : `# ${channelName(ui.at)}`),
              direct && h(Direct, {ui})),
          direct && ui.view === "home"
              ? h(AppHome, {ui})
              : h(Talk, {ui, unread, messages, panel: direct ? panelOf("messages") : {}})),
      ui.thread && h(Thread, {ui, messages}));
}
