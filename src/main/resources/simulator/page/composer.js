/* Where a person writes messages and commands. */
import {h} from "preact";
import {useEffect, useId, useRef, useState} from "preact/hooks";
import {asSlackText, completions} from "./completion.js";
import {keptMap} from "./kept.js";
import {act} from "./notice.js";
import {botName, channelName, isDirect, nameOf} from "./people.js";
import {known} from "./store.js";

function send(typed, who, channel, thread) {
  const command = typed.match(/^(\/\S+)\s*([\s\S]*)$/);
  return command
      ? act("commands", {command: command[1], text: command[2], user: who, channel})
      : act("events", {
        type: "message", text: asSlackText(typed), user: who, channel, ...(thread && {thread_ts: thread}),
      });
}

const Choices = ({id, choices, chosen, pick}) => h("ul", {
  id, role: "listbox", class: "choices", "aria-label": "Suggestions",
},
choices.map((choice, index) => h("li", {
      id: `${id}-${index}`, role: "option", "aria-selected": String(index === chosen),
      onMouseDown: (event) => {
        event.preventDefault();
        pick(choice);
      },
    }, h("span", null, choice.label), h("small", null, choice.hint))));

/* Text with a list of what the word at the cursor may become. */
function useCompletion(field, setText) {
  const [found, setFound] = useState({word: "", choices: []});
  const [chosen, setChosen] = useState(0);
  const close = () => setFound({word: "", choices: []});
  const look = () => {
    setFound(completions(field.current.value.slice(0, field.current.selectionStart)));
    setChosen(0);
  };
  const pick = (choice) => {
    const {value, selectionStart} = field.current;
    const start = selectionStart - found.word.length;
    const text = `${value.slice(0, start)}${choice.text} ${value.slice(selectionStart)}`;
    /* At once, since the caret is to go behind it. */
    field.current.value = text;
    field.current.setSelectionRange(start + choice.text.length + 1, start + choice.text.length + 1);
    setText(text);
    close();
  };
  const keys = {
    ArrowDown: () => setChosen((chosen + 1) % found.choices.length),
    ArrowUp: () => setChosen((chosen + found.choices.length - 1) % found.choices.length),
    Tab: () => pick(found.choices[chosen]),
    Enter: () => pick(found.choices[chosen]),
    Escape: close,
  };
  /* Whether the key was for the list. */
  const onKey = (event) => {
    const act = found.choices.length > 0 && !event.shiftKey && keys[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
    return Boolean(act);
  };
  return {choices: found.choices, chosen, look, pick, close, onKey};
}

function Shortcuts({who}) {
  const shortcuts = known.state.app.shortcuts.filter((one) => one.type === "global");
  return shortcuts.map((one) => h("button", {
    class: "kit", type: "button",
    onClick: () => act("interactions", {type: "shortcut", callback_id: one.callbackId, user: who}),
  }, `⚡ ${one.name}`));
}

const drafts = keptMap("drafts");

/* What was begun stays where it was begun. */
function useDraft(key) {
  const [text, setText] = useState(drafts.get(key) ?? "");
  const change = (now) => {
    drafts.set(key, now);
    setText(now);
  };
  return [text, change];
}

export function Composer({who, channel, thread}) {
  const field = useRef(null);
  const list = useId();
  useEffect(() => { if (thread) field.current.focus(); }, []);
  const [text, setText] = useDraft(`${who} ${channel} ${thread}`);
  const completion = useCompletion(field, setText);
  const submit = async (event) => {
    event.preventDefault();
    const typed = text.trim();
    if (!typed) return;
    completion.close();
    setText("");
    if (!await send(typed, who, channel, thread)) setText(typed);
  };
  const key = (event) => {
    if (!completion.onKey(event) && event.key === "Enter" && !event.shiftKey && !event.isComposing) submit(event);
  };
  const isOpen = completion.choices.length > 0;
  const place = thread ? "the thread" : isDirect(channel) ? botName() : `#${channelName(channel)}`;
  const label = `${nameOf(who)} writes to ${place}`;
  return h("form", {class: "composer", onSubmit: submit},
      isOpen && h(Choices, {id: list, ...completion}),
      h("textarea", {
        ref: field, value: text, rows: Math.min(8, text.split("\n").length + 1), "aria-label": label,
        placeholder: `${label}: @ / # : complete`, role: "combobox", "aria-autocomplete": "list",
        "aria-expanded": String(isOpen), "aria-controls": list,
        "aria-activedescendant": isOpen ? `${list}-${completion.chosen}` : undefined,
        onInput: (event) => {
          setText(event.target.value);
          completion.look();
        },
        onKeyDown: key, onBlur: completion.close,
      }),
      h("div", {class: "row"},
          !thread && h(Shortcuts, {who}),
          h("button", {class: "kit primary send", disabled: !text.trim()}, "Send")));
}
