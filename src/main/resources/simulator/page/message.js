/* One message. */
import {h} from "preact";
import {useEffect, useRef, useState} from "preact/hooks";
import {Blocks} from "./blocks.js";
import {asSlackText, asTyped} from "./completion.js";
import {emoji, withEmoji} from "./emoji.js";
import {useEntered} from "./entered.js";
import {suggestIn} from "./modal.js";
import {act} from "./notice.js";
import {isBot, nameOf, person} from "./people.js";
import {plain} from "./plain.js";
import {Safe} from "./safe.js";
import {Mrkdwn} from "./text.js";
import {ofTimestamp} from "./time.js";
import {react, Tools} from "./tools.js";
import {go, ui} from "./ui.js";

const author = (body) => plain(body.username) || nameOf(plain(body.user));

function Avatar({body}) {
  const id = plain(body.user);
  const kind = isBot(id) ? "bot" : person(id) ? `person-${id.slice(-4).toLowerCase()}` : "";
  const icon = withEmoji(plain(body.icon_emoji));
  return h("div", {class: `avatar ${kind}`, "aria-hidden": "true"},
      icon && !icon.startsWith(":") ? icon : [...author(body)].slice(0, 1).join("").toUpperCase());
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

const Reactions = ({message}) => h("div", {class: "reactions"}, (message.body.reactions ?? []).map((one) => {
  const isMine = one.users.includes(ui.as);
  const who = one.users.map(nameOf).join(", ");
  return h("button", {
    class: isMine ? "reaction mine" : "reaction", "aria-pressed": String(isMine), title: `:${one.name}: ${who}`,
    "aria-label": `${one.name}, ${one.count}: ${who}`, onClick: () => react(message, one.name, !isMine),
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
  const onKeyDown = (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    done();
  };
  return h("form", {class: "edit", onSubmit: save, onKeyDown},
      h("label", {class: "field"}, h("span", {class: "hidden"}, "Edit the message"),
          h("textarea", {ref: field, rows: 2, defaultValue: asTyped(plain(message.body.text))})),
      h("button", {class: "kit", type: "button", onClick: done}, "Cancel"),
      h("button", {class: "kit primary"}, "Save"));
}

const Head = ({body, visibleTo}) => h("div", {class: "head"},
    h("strong", null, author(body)),
    isBot(plain(body.user)) && h("span", {class: "badge"}, "app"),
    h("time", null, ofTimestamp(body.ts)),
    visibleTo && h("span", {class: "only"}, `Only visible to ${nameOf(visibleTo)}`));

const Replies = ({replies, thread, isUnread}) => h("button", {
  class: isUnread ? "replies plain unread" : "replies plain", onClick: () => go({thread}),
},
`${replies.length} ${replies.length === 1 ? "reply" : "replies"}`,
h("small", null, ` the last at ${ofTimestamp(replies.at(-1).body.ts)}`),
isUnread && h("span", {class: "hidden"}, ", unread"));

/* A reply that was sent to the channel as well. */
const FromThread = ({message}) => h("button", {
  class: "replies plain", onClick: () => go({thread: message.body.thread_ts}),
}, "from a thread");

export function Message({message, replies = [], isInThread, isTarget, isUnread}) {
  const [isEdited, setEdited] = useState(false);
  const element = useRef(null);
  useEffect(() => { if (isTarget) element.current?.scrollIntoView({block: "center"}); }, [isTarget]);
  const {body} = message;
  const label = `${author(body)} at ${ofTimestamp(body.ts)}`;
  const all = {ref: element, tabIndex: -1, "aria-label": label, "data-ts": body.ts};
  if (message.deleted) return h("article", {class: "message deleted", ...all}, "This message was deleted.");
  const done = () => {
    setEdited(false);
    element.current.focus();
  };
  const classes = ["message", isTarget && "target", message.visibleTo && "whisper"].filter(Boolean).join(" ");
  return h("article", {class: classes, ...all},
      h(Avatar, {body}),
      h("div", {class: "said"},
          h(Head, {body, visibleTo: message.visibleTo}),
          isEdited
              ? h(Edit, {message, done})
              : h(Safe, {what: "This message", of: message}, h(Content, {message})),
          body.edited && h("small", {class: "quiet"}, "(edited)"),
          h(Safe, {what: "Its reactions", of: message}, h(Reactions, {message})),
          !isInThread && body.reply_broadcast && h(FromThread, {message}),
          replies.length > 0 && h(Replies, {replies, thread: body.ts, isUnread})),
      !message.visibleTo && h(Tools, {message, isInThread, edit: () => setEdited(true)}));
}
