/* What a person can do with a message. */
import {h} from "preact";
import {useState} from "preact/hooks";
import {copy} from "./copy.js";
import {asTyped} from "./completion.js";
import {Dialog} from "./dialog.js";
import {emoji, emojiNames, QUICK} from "./emoji.js";
import {Item, Menu} from "./menu.js";
import {threadOf} from "./messages.js";
import {act} from "./notice.js";
import {plain} from "./plain.js";
import {known} from "./store.js";
import {go, ui} from "./ui.js";

export const react = (message, name, isOn) => act("events", {
  type: isOn ? "reaction_added" : "reaction_removed", user: ui.as, channel: message.channel, ts: message.body.ts,
  reaction: name,
});

const remove = (message) => act("events", {
  type: "message", subtype: "message_deleted", user: ui.as, channel: message.channel, ts: message.body.ts,
});

function linkTo(message) {
  const {ts, thread_ts: thread} = message.body;
  const inThread = thread && thread !== ts ? `?thread_ts=${thread}&cid=${message.channel}` : "";
  return `${location.origin}/archives/${message.channel}/p${ts.replace(".", "")}${inThread}`;
}

const shortcut = (message, callbackId) => act("interactions", {
  type: "message_action", callback_id: callbackId, user: ui.as, channel: message.channel, message: message.body.ts,
});

const FOUND = 120;

/* Any emoji, also one that only the workspace of the bot knows. */
function Picker({pick, close}) {
  const [text, setText] = useState("");
  const name = text.trim().replace(/^:|:$/g, "").toLowerCase();
  const found = emojiNames().filter((one) => one.includes(name)).slice(0, FOUND);
  const submit = (event) => {
    event.preventDefault();
    if (name) pick(found.includes(name) ? name : found[0] ?? name);
  };
  return h(Dialog, {title: "Add a reaction", onClose: close}, h("form", {onSubmit: submit},
      h("div", {class: "body"},
          h("label", {class: "field"}, h("span", {class: "hidden"}, "Name of the emoji"), h("input", {
            value: text, placeholder: "Name, such as eyes", onInput: (event) => setText(event.target.value),
          })),
          h("div", {class: "emoji"}, found.map((one) => h("button", {
            key: one, class: "plain", type: "button", title: `:${one}:`, "aria-label": one, onClick: () => pick(one),
          }, emoji(one)))),
          found.length === 0 && h("p", {class: "quiet"}, `Enter takes :${name}: as the emoji of the workspace.`))));
}

const openThread = (message) => go({thread: threadOf(message)});

function More({message, isInThread, edit, addReaction}) {
  const isOwn = message.body.user === ui.as;
  const shortcuts = known.state.app.shortcuts.filter((one) => one.type === "message");
  return h(Menu, {class: "more", text: "⋯", label: "More"}, (choose) => [
    h("div", {class: "quick"}, QUICK.map((name) => h("button", {
      class: "plain", type: "button", "aria-label": `React with ${name}`,
      onClick: choose(() => react(message, name, true)),
    }, emoji(name)))),
    h(Item, {text: "Add another reaction", onClick: choose(addReaction)}),
    !isInThread && h(Item, {text: "Reply in a thread", onClick: choose(() => openThread(message))}),
    h(Item, {text: "Copy link", onClick: choose(() => copy("The link", linkTo(message)))}),
    h(Item, {text: "Copy text", onClick: choose(() => copy("The text", asTyped(plain(message.body.text))))}),
    isOwn && h(Item, {text: "Edit", onClick: choose(edit)}),
    isOwn && h(Item, {text: "Delete", onClick: choose(() => remove(message))}),
    shortcuts.map((one) => h(Item, {text: one.name, onClick: choose(() => shortcut(message, one.callbackId))})),
  ]);
}

export function Tools({message, isInThread, edit}) {
  const [isPicking, setPicking] = useState(false);
  const pick = (name) => {
    setPicking(false);
    react(message, name, true);
  };
  const tools = h("div", {class: "tools"},
      QUICK.slice(0, 3).map((name) => h("button", {
        class: "plain", title: `React with ${name}`, "aria-label": `React with ${name}`,
        onClick: () => react(message, name, true),
      }, emoji(name))),
      !isInThread && h("button", {
        class: "plain", title: "Reply in a thread", "aria-label": "Reply in a thread",
        onClick: () => openThread(message),
      }, "💬"),
      h(More, {message, isInThread, edit, addReaction: () => setPicking(true)}));
  /* Beside the tools, which are seen only while a person is at the message. */
  return [tools, isPicking && h(Picker, {pick, close: () => setPicking(false)})];
}
