/* One message, with what can be done to it. */
import {h} from "preact";
import {useEffect, useRef, useState} from "preact/hooks";
import {Blocks} from "./blocks.js";
import {asSlackText, asTyped} from "./completion.js";
import {emoji, QUICK} from "./emoji.js";
import {useEntered} from "./entered.js";
import {suggestIn} from "./modal.js";
import {act, notify} from "./notice.js";
import {isBot, nameOf, person} from "./people.js";
import {Safe} from "./safe.js";
import {known} from "./store.js";
import {Mrkdwn, plain} from "./text.js";
import {ofTimestamp} from "./time.js";
import {go, ui} from "./ui.js";

const author = (body) => plain(body.username) || nameOf(plain(body.user));

function Avatar({body}) {
  const id = plain(body.user);
  const kind = isBot(id) ? "bot" : person(id) ? `person-${id.slice(-4).toLowerCase()}` : "";
  return h("div", {class: `avatar ${kind}`, "aria-hidden": "true"}, author(body).slice(0, 1).toUpperCase());
}

const Attachment = ({one, ...tools}) => h("div", {class: "attachment"},
    one.pretext && h("div", null, h(Mrkdwn, {text: one.pretext})),
    one.title && h("strong", null, plain(one.title)),
    one.text && h("div", null, h(Mrkdwn, {text: one.text})),
    one.fields && h("div", {class: "fields"}, one.fields.map((field) =>
        h("div", null, h("strong", null, plain(field.title)), h("br"), h(Mrkdwn, {text: field.value})))),
    one.blocks && h(Blocks, {blocks: one.blocks, ...tools}),
    one.footer && h("small", null, plain(one.footer)));

function Content({message}) {
  const {body, channel} = message;
  const entered = useEntered();
  const use = (block, element, values) => act("clicks", {
    user: ui.as, channel, message: body.ts, block_id: block.block_id, action_id: element.action_id, values,
    inputs: entered.inputsWith(body.blocks, block, element, values),
  });
  const tools = {entered, use, suggest: suggestIn(ui.as, {channel, message: body.ts})};
  const attachments = Array.isArray(body.attachments) ? body.attachments : [];
  return h("div", {class: "content"},
      body.blocks?.length > 0 ? h(Blocks, {blocks: body.blocks, ...tools}) : h(Mrkdwn, {text: body.text}),
      attachments.map((one) => h(Attachment, {one, ...tools})));
}

const react = (message, name, isMine) => act("events", {
  type: isMine ? "reaction_removed" : "reaction_added", user: ui.as, channel: message.channel, ts: message.body.ts,
  reaction: name,
});

const Reactions = ({message}) => h("div", {class: "reactions"}, (message.body.reactions ?? []).map((one) => {
  const isMine = one.users.includes(ui.as);
  const who = one.users.map(nameOf).join(", ");
  return h("button", {
    class: isMine ? "reaction mine" : "reaction", "aria-pressed": String(isMine), title: who,
    "aria-label": `${one.name}, ${one.count}: ${who}`, onClick: () => react(message, one.name, isMine),
  }, emoji(one.name), " ", one.count);
}));

function Edit({message, done}) {
  const field = useRef(null);
  useEffect(() => field.current.focus(), []);
  const save = (event) => {
    event.preventDefault();
    act("events", {
      type: "message", subtype: "message_changed", user: ui.as, channel: message.channel, ts: message.body.ts,
      text: asSlackText(field.current.value),
    });
    done();
  };
  return h("form", {class: "edit", onSubmit: save},
      h("label", {class: "field"}, h("span", {class: "hidden"}, "Edit the message"),
          h("textarea", {ref: field, rows: 2, defaultValue: asTyped(plain(message.body.text))})),
      h("button", {class: "kit", type: "button", onClick: done}, "Cancel"),
      h("button", {class: "kit primary"}, "Save"));
}

const remove = (message) => act("events", {
  type: "message", subtype: "message_deleted", user: ui.as, channel: message.channel, ts: message.body.ts,
});

async function copyLink(message) {
  const {ts, thread_ts: thread} = message.body;
  const inThread = thread && thread !== ts ? `?thread_ts=${thread}&cid=${message.channel}` : "";
  const link = `${location.origin}/archives/${message.channel}/p${ts.replace(".", "")}${inThread}`;
  try {
    await navigator.clipboard.writeText(link);
    notify("The link is copied.");
  } catch {
    notify(link);
  }
}

function Menu({message, edit, isInThread}) {
  const [isOpen, setOpen] = useState(false);
  const isOwn = message.body.user === ui.as;
  const shortcuts = known.state.app.shortcuts.filter((one) => one.type === "message");
  const close = (then) => () => {
    setOpen(false);
    then();
  };
  const item = (label, then) => h("button", {class: "plain", onClick: close(then)}, label);
  const escape = (event) => event.key === "Escape" && setOpen(false);
  return h("div", {class: isOpen ? "tools open" : "tools", onKeyDown: escape},
      QUICK.slice(0, 3).map((name) => h("button", {
        class: "plain", title: `React with ${name}`, "aria-label": `React with ${name}`,
        onClick: () => react(message, name, false),
      }, emoji(name))),
      !isInThread && h("button", {
        class: "plain", title: "Reply in a thread", "aria-label": "Reply in a thread",
        onClick: () => go({thread: message.body.thread_ts ?? message.body.ts}),
      }, "💬"),
      h("button", {
        class: "plain", "aria-label": "More", title: "More", "aria-expanded": String(isOpen),
        onClick: () => setOpen(!isOpen),
      }, "⋯"),
      isOpen && h("div", {class: "menu"},
          h("div", {class: "quick"}, QUICK.map((name) => h("button", {
            class: "plain", "aria-label": `React with ${name}`, onClick: close(() => react(message, name, false)),
          }, emoji(name)))),
          item("Copy link", () => copyLink(message)),
          isOwn && item("Edit", edit),
          isOwn && item("Delete", () => remove(message)),
          shortcuts.map((one) => item(one.name, () => act("interactions", {
            type: "message_action", callback_id: one.callbackId, user: ui.as, channel: message.channel,
            message: message.body.ts,
          })))));
}

export function Message({message, replies = [], isInThread, isTarget}) {
  const [isEdited, setEdited] = useState(false);
  const element = useRef(null);
  useEffect(() => { if (isTarget) element.current?.scrollIntoView({block: "center"}); }, [isTarget]);
  const {body} = message;
  if (message.deleted) {
    return h("article", {class: "message deleted", ref: element}, "This message was deleted.");
  }
  const classes = ["message", isTarget && "target", message.visibleTo && "whisper"].filter(Boolean).join(" ");
  return h("article", {class: classes, ref: element, "aria-label": `${author(body)} at ${ofTimestamp(body.ts)}`},
      h(Avatar, {body}),
      h("div", {class: "said"},
          h("div", {class: "head"},
              h("strong", null, author(body)),
              isBot(plain(body.user)) && h("span", {class: "badge"}, "app"),
              h("time", null, ofTimestamp(body.ts)),
              message.visibleTo && h("span", {class: "only"}, `Only visible to ${nameOf(message.visibleTo)}`)),
          isEdited
              ? h(Edit, {message, done: () => setEdited(false)})
              : h(Safe, {what: "This message", of: message}, h(Content, {message})),
          body.edited && h("small", {class: "quiet"}, "(edited)"),
          h(Safe, {what: "Its reactions", of: message}, h(Reactions, {message})),
          replies.length > 0 && h("button", {class: "replies plain", onClick: () => go({thread: body.ts})},
              `${replies.length} ${replies.length === 1 ? "reply" : "replies"}`)),
      !message.visibleTo && h(Menu, {message, isInThread, edit: () => setEdited(true)}));
}
